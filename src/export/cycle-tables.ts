import { type Account, formatInstant } from '../foundation/index.js';
import { type TraceNames } from '../disclosure/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type FoundCycle, smallestAmounts } from '../trace/index.js';
import { formatSums } from './cells.js';
import { csvTable } from './csv-table.js';
import { pathParty, type PathStepRecord, stepRecord } from './path-records.js';

/** Cycles ready to be shown, and who may be named along them. */
export interface CycleListing {
  readonly graph: TemporalGraph;
  readonly cycles: readonly FoundCycle[];
  readonly names: TraceNames;
}

/**
 * cycles.csv: one line per cycle in the order in which they begin. `smallest` is the smallest transfer per currency: no more
 * can have come back unexchanged. A cycle says that money could have come back, not that it did.
 */
export function cyclesTable({ graph, cycles, names }: CycleListing): Generator<string, void> {
  const { precision } = graph.ledger;
  const called = ({ accounts }: FoundCycle): string[] => {
    const parties = accounts.map((account: Account) => pathParty(names, account));
    return parties.filter(({ protection }) => protection === 'named').map(({ account }) => account);
  };
  return csvTable<readonly [number, FoundCycle]>(
    [
      { name: 'cycle', kind: 'plain', value: ([at]) => cycleId(at) },
      { name: 'length', kind: 'plain', value: ([, { length }]) => length },
      { name: 'first_time', kind: 'plain', value: ([, { firstTime }]) => formatInstant(firstTime, precision) },
      { name: 'last_time', kind: 'plain', value: ([, { lastTime }]) => formatInstant(lastTime, precision) },
      { name: 'smallest', kind: 'text', value: ([, cycle]) => formatSums(smallestAmounts(graph.ledger, cycle.rows)) },
      { name: 'begins_at', kind: 'text', value: ([, { accounts }]) => pathParty(names, accounts[0]!).account },
      { name: 'named_accounts', kind: 'text', value: ([, cycle]) => called(cycle).join(' | ') },
      { name: 'unnamed_accounts', kind: 'plain', value: ([, cycle]) => cycle.length - called(cycle).length },
    ],
    cycles.entries(),
  );
}

/** cycle-steps.csv: the transfers of every cycle by file and line, in the order of the cycle; position 1 is the earliest. */
export function cycleStepsTable(listing: CycleListing): Generator<string, void> {
  return csvTable<CycleStep>(
    [
      { name: 'cycle', kind: 'plain', value: ({ cycle }) => cycleId(cycle) },
      { name: 'position', kind: 'plain', value: ({ position }) => position },
      { name: 'file', kind: 'text', value: ({ file }) => file },
      { name: 'line', kind: 'plain', value: ({ line }) => line },
      { name: 'time', kind: 'plain', value: ({ time }) => time },
      { name: 'from', kind: 'text', value: ({ from }) => from },
      { name: 'to', kind: 'text', value: ({ to }) => to },
      { name: 'amount', kind: 'plain', value: ({ amount }) => amount ?? '' },
      { name: 'currency', kind: 'text', value: ({ currency }) => currency ?? '' },
    ],
    stepsOf(listing),
  );
}

interface CycleStep extends PathStepRecord {
  readonly cycle: number;
  readonly position: number;
}

function* stepsOf({ graph, cycles, names }: CycleListing): Generator<CycleStep, void> {
  for (const [cycle, { rows }] of cycles.entries()) {
    for (const [i, row] of rows.entries()) yield { cycle, position: i + 1, ...stepRecord(graph, row, names) };
  }
}

/** `cycle-000001` is the first. */
function cycleId(at: number): string {
  return `cycle-${String(at + 1).padStart(6, '0')}`;
}
