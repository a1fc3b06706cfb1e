import { DAY_MS, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { greatest, least } from '../../structures/index.js';
import { everybodysAccounts } from '../relations/everybodys-accounts.js';
import { atLeastShare, exactShare } from '../numbers/exact-share.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { forReceivingUnits, type ReceivingUnit, type UnitName } from '../receivers/receiving-units.js';
import { rowsByFamily } from '../receivers/unit-families.js';

/** See the detector. */
export interface EscalationRule extends Readonly<Record<UnitName, number>> {
  readonly minPayments: number;
  readonly minAmountShare: number;
}

/** Units that some family pays so, each once with all such families. O(transfers). */
export function findEscalations(graph: TemporalGraph, hubFlag: Uint8Array, rule: EscalationRule): Occurrence[] {
  const everybodys = everybodysAccounts(graph, hubFlag);
  return forReceivingUnits(
    graph,
    (unit) => {
      const open = unit.members.some((member) => everybodys[member] === 0);
      const found = open ? lookAt(graph, unit, hubFlag, rule) : undefined;
      return found === undefined ? [] : [found];
    },
    { hubFlag, leastRows: rule.minPayments, values: rule },
  );
}

function lookAt(
  graph: TemporalGraph,
  unit: ReceivingUnit,
  hubFlag: Uint8Array,
  rule: EscalationRule,
): Occurrence | undefined {
  const { timeMs } = graph.ledger.columns;
  const often = rowsByFamily(graph, unit, hubFlag, rule.minPayments);
  const concerned = often.filter((rows) => escalates(graph, rows, rule));
  if (concerned.length === 0) return undefined;
  const rows = concerned.flat();
  const paid = new Set(rows.map((row) => graph.beneficiary[row]!));
  const longest = greatest(concerned.map((own) => own.length));
  const gaps = concerned.map((own) => (timeMs[own.at(-1)!]! - timeMs[own.at(-2)!]!) / DAY_MS);
  return {
    weight: concerned.length,
    subjects: unit.members.filter((member) => paid.has(member)),
    payers: rows.map((row) => graph.payer[row]!),
    rows,
    strength: 0.6,
    measured: [
      { name: 'familiesConcerned', value: concerned.length, unit: 'count' },
      { name: 'mostPayments', value: longest, unit: 'count', threshold: rule.minPayments },
      { name: 'shortestLastGapDays', value: least(gaps), unit: 'days' },
    ],
  };
}

/** Whether these payments, all of a family to the unit, come ever sooner, in one currency, none much less than the first. */
function escalates({ ledger }: TemporalGraph, rows: readonly Row[], rule: EscalationRule): boolean {
  const { timeMs } = ledger.columns;
  let gap = Infinity;
  for (let i = 1; i < rows.length; i++) {
    const next = timeMs[rows[i]!]! - timeMs[rows[i - 1]!]!;
    if (next >= gap) return false;
    gap = next;
  }
  const first = ledger.received(rows[0]!);
  const least = exactShare(rule.minAmountShare);
  return rows.every((row) => {
    const paid = ledger.received(row);
    return first !== undefined && paid?.currency === first.currency && atLeastShare(paid.minor, first.minor, least);
  });
}
