import { type Row } from '../../foundation/index.js';
import { rowsOf } from '../../graph/index.js';
import { MOST_TRANSFERS } from './case-format.js';
import { type LeadView, rowsInside } from './lead-view.js';

/** The transfers of a lead that its document holds, in ledger order, and how many were left out. */
export interface LeadRows {
  readonly rows: readonly Row[];
  readonly leftOut: number;
}

/** This many of its own transfers stand for an operator that no other reason brings into the document. */
const OWN_ROWS = 20;

/**
 * The transfers that prove a lead, those between its operators, and those of its flow (exceptional payments in, onward payments
 * out), each once. An operator in none of them stands with its first few transfers, which are in no finding and count for
 * nothing. Of more than `most`, what proves the lead stays first, and every operator keeps a transfer. O(transfers of the
 * operators).
 */
export function rowsOfLead(view: LeadView, most: number = MOST_TRANSFERS): LeadRows {
  const { graph, formed, placeOf } = view;
  const { paidIn, inside, onward } = formed.flow;
  const proving = new Set<Row>([...formed.rows, ...paidIn, ...inside, ...onward]);
  const rows = new Set<Row>([...proving, ...rowsInside(view)]);
  const seen = new Set<number>();
  const first: Row[] = [];
  const note = (row: Row): void => {
    const ends = [graph.payer[row]!, graph.beneficiary[row]!].filter((end) => placeOf.has(end) && !seen.has(end));
    for (const end of ends) seen.add(end);
    if (ends.length > 0) first.push(row);
  };
  for (const row of rows) note(row);
  for (const operator of placeOf.keys()) {
    if (seen.has(operator)) continue;
    const own = [...rowsOf(graph.in, operator), ...rowsOf(graph.out, operator)].sort((a, b) => a - b);
    for (const row of own.slice(0, OWN_ROWS)) rows.add(row);
    note(own[0]!);
  }
  const ascending = (some: Iterable<Row>): Row[] => [...some].sort((a, b) => a - b);
  if (rows.size <= most) return { rows: ascending(rows), leftOut: 0 };
  const kept = new Set(first);
  for (const row of [...ascending(proving), ...ascending(rows)]) {
    if (kept.size >= most) break;
    kept.add(row);
  }
  return { rows: ascending(kept), leftOut: rows.size - kept.size };
}
