import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type AlternativeParameters, isUpkeep } from '../alternatives/index.js';
import { least } from '../../structures/index.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { countFamilies } from '../relations/sender-families.js';

/** See the detector. */
export interface RecipientRule {
  readonly minRecipients: number;
  readonly minCountries: number;
  readonly minPlaces: number;
  readonly minSenders: number;
  /** Where recipients are; undefined where the data does not say. At least one of the two is given. */
  readonly places: Int32Array | undefined;
  readonly countries: Int32Array | undefined;
  readonly counts: (row: Row) => boolean;
  /** 1 = neither sender nor recipient. */
  readonly setAside: Uint8Array;
  /** What tells upkeep. Default `ALTERNATIVE_DEFAULTS`. */
  readonly habits: AlternativeParameters | undefined;
}

/** Recipients of enough unlinked senders that each send to many, ascending. O(transfers). */
export function findSharedRecipients(graph: TemporalGraph, rule: RecipientRule): Occurrence[] {
  const rowsTo = new Map<Account, Row[]>();
  for (let sender = 0; sender < graph.accountCount; sender++) {
    if (rule.setAside[sender] === 1) continue;
    for (const [recipient, rows] of thirdPartiesOf(graph, sender, rule)) {
      const known = rowsTo.get(recipient);
      if (known === undefined) rowsTo.set(recipient, [...rows]);
      else for (const one of rows) known.push(one);
    }
  }
  return [...rowsTo]
    .sort(([left], [right]) => left - right)
    .flatMap(([recipient, rows]): Occurrence[] => {
      const senders = ascending(rows.map((row) => graph.payer[row]!));
      if (senders.length < rule.minSenders) return [];
      const families = countFamilies(graph, senders, graph.ledger.columns.timeMs[least(rows)]!);
      return families < rule.minSenders ? [] : [toOccurrence(graph, recipient, { rows, senders, families }, rule)];
    });
}

/** What a sender pays to whom, if there are enough recipients in enough places; else nothing. */
function thirdPartiesOf(graph: TemporalGraph, sender: Account, rule: RecipientRule): ReadonlyMap<Account, Row[]> {
  const none = new Map<Account, Row[]>();
  const own = rowsOf(graph.out, sender);
  if (own.length < rule.minRecipients) return none;
  const rowsTo = new Map<Account, Row[]>();
  for (const row of own) {
    const recipient = graph.beneficiary[row]!;
    if (!rule.counts(row) || rule.setAside[recipient] === 1) continue;
    const known = rowsTo.get(recipient);
    if (known === undefined) rowsTo.set(recipient, [row]);
    else known.push(row);
  }
  const { timeMs, amountMinor } = graph.ledger.columns;
  for (const [recipient, rows] of rowsTo) {
    const payments = rows.map((row) => ({ timeMs: timeMs[row]!, minor: amountMinor[row]! }));
    if (isUpkeep(payments, rule.habits)) rowsTo.delete(recipient);
  }
  if (rowsTo.size < rule.minRecipients) return none;
  const rows = [...rowsTo.values()].flat();
  if (distinct(rule.countries, rows) < rule.minCountries && distinct(rule.places, rows) < rule.minPlaces) return none;
  const families = countFamilies(graph, ascending(rowsTo.keys()), timeMs[least(rows)]!);
  return families < rule.minRecipients ? none : rowsTo;
}

function distinct(column: Int32Array | undefined, rows: readonly Row[]): number {
  if (column === undefined) return 0;
  return new Set(rows.map((row) => column[row]!).filter((place) => place >= 0)).size;
}

function toOccurrence(
  graph: TemporalGraph,
  recipient: Account,
  { rows, senders, families }: { rows: readonly Row[]; senders: readonly Account[]; families: number },
  rule: RecipientRule,
): Occurrence {
  return {
    weight: families,
    subjects: [recipient],
    payers: senders,
    rows,
    measured: [
      { name: 'unlinkedSenders', value: families, unit: 'count', threshold: rule.minSenders },
      { name: 'transfers', value: rows.length, unit: 'count' },
      { name: 'recipientPlaces', value: distinct(rule.places ?? rule.countries, rows), unit: 'count' },
      ...moneyMeasures(graph.ledger, 'amount', rows),
    ],
  };
}
