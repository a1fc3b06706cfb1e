import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { ascending } from '../finding-parts.js';
import { sameFlags } from '../relations/same-flags.js';
import { countFamilies, familiesOf } from '../relations/sender-families.js';
import { type ReceivingUnit } from './receiving-units.js';

/**
 * The credits of each family that made at least `least` of them to the unit, families by their first. Who belongs together
 * is asked as of the unit's first credit. O(credits), and the transfers of their payers unless these are known to be families of
 * their own.
 */
export function rowsByFamily(graph: TemporalGraph, unit: ReceivingUnit, hubFlag: Uint8Array, least: number): Row[][] {
  if (!allApart(graph, unit, hubFlag)) {
    const families = familiesOf(graph, payersOf(graph, unit), startOf(graph, unit));
    return listsOf(unit.rows, (row) => families.get(graph.payer[row]!)!).filter(({ length }) => length >= least);
  }
  const { times } = knownUnits(graph, hubFlag);
  let most = 0;
  for (const row of unit.rows) most = Math.max(most, ++times[graph.payer[row]!]!);
  const often = most < least ? [] : unit.rows.filter((row) => times[graph.payer[row]!]! >= least);
  for (const row of unit.rows) times[graph.payer[row]!] = 0;
  return listsOf(often, (row) => graph.payer[row]!);
}

/** By account: whether its payers are known to belong together, and a zero for counting. */
interface KnownUnits {
  readonly hubFlag: Uint8Array;
  readonly apart: Uint8Array;
  readonly times: Int32Array;
}

const UNASKED = 0;
const APART = 1;
const LINKED = 2;

/** Several detectors ask the same of one graph, which never changes. */
const latestUnits = new WeakMap<TemporalGraph, KnownUnits>();

function knownUnits(graph: TemporalGraph, hubFlag: Uint8Array): KnownUnits {
  const known = latestUnits.get(graph);
  // The same flags or, asked once for each detector, flags that say the same.
  if (known?.hubFlag === hubFlag) return known;
  const { accountCount } = graph;
  const kept = known !== undefined && sameFlags(known.hubFlag, hubFlag) ? known : undefined;
  const times = kept?.times ?? new Int32Array(accountCount);
  const fresh = { hubFlag, apart: kept?.apart ?? new Uint8Array(accountCount), times };
  latestUnits.set(graph, fresh);
  return fresh;
}

/** Whether each payer of the unit is a family of its own; remembered of single accounts. */
function allApart(graph: TemporalGraph, unit: ReceivingUnit, hubFlag: Uint8Array): boolean {
  const { apart } = knownUnits(graph, hubFlag);
  const [account] = unit.members;
  const isAlone = unit.members.length === 1;
  if (isAlone && apart[account!] !== UNASKED) return apart[account!] === APART;
  const payers = payersOf(graph, unit);
  const isApart = countFamilies(graph, payers, startOf(graph, unit), payers.length) === payers.length;
  if (isAlone) apart[account!] = isApart ? APART : LINKED;
  return isApart;
}

function payersOf(graph: TemporalGraph, { rows }: ReceivingUnit): Account[] {
  return ascending(rows.map((row) => graph.payer[row]!));
}

function startOf(graph: TemporalGraph, { rows }: ReceivingUnit): number {
  return graph.ledger.columns.timeMs[rows[0]!]!;
}

/** Rows with one key in one list, lists by their first row. */
function listsOf(rows: readonly Row[], keyOf: (row: Row) => number): Row[][] {
  const lists = new Map<number, Row[]>();
  for (const row of rows) {
    const known = lists.get(keyOf(row));
    if (known === undefined) lists.set(keyOf(row), [row]);
    else known.push(row);
  }
  return [...lists.values()];
}
