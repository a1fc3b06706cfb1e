import { type FlowFeatures } from '../../features/index.js';
import { type Row } from '../../foundation/index.js';
import { rowsOf } from '../../graph/index.js';

/** Transfers of some relations, ascending. O(transfers of their payers). */
export function evidenceRows({ graph, relations }: FlowFeatures, chosen: readonly number[]): Row[] {
  const wanted = new Set(chosen);
  const payers = new Set(chosen.map((relation) => relations.payer[relation]!));
  const rows: Row[] = [];
  for (const payer of payers) {
    for (const row of rowsOf(graph.out, payer)) if (wanted.has(relations.ofRow[row]!)) rows.push(row);
  }
  return rows.sort((a, b) => a - b);
}
