import { type FlowFeatures } from '../../features/index.js';
import { type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalIndex } from '../../graph/index.js';

/**
 * Transfers of some relations, ascending. Each is looked for where fewer transfers lie, with its payer or its receiver: a till
 * or an office has very many. O(transfers looked through).
 */
export function evidenceRows({ graph, relations }: FlowFeatures, chosen: readonly number[]): Row[] {
  const { payer, beneficiary, ofRow } = relations;
  const fromPayers = new Set<number>();
  const fromReceivers = new Set<number>();
  for (const relation of chosen) {
    const paid = sizeOf(graph.out, payer[relation]!);
    const received = sizeOf(graph.in, beneficiary[relation]!);
    (paid <= received ? fromPayers : fromReceivers).add(relation);
  }
  const rows: Row[] = [];
  const collect = (wanted: ReadonlySet<number>, end: Int32Array, index: TemporalIndex): void => {
    for (const account of new Set([...wanted].map((relation) => end[relation]!))) {
      for (const row of rowsOf(index, account)) if (wanted.has(ofRow[row]!)) rows.push(row);
    }
  };
  collect(fromPayers, payer, graph.out);
  collect(fromReceivers, beneficiary, graph.in);
  return [...Int32Array.from(rows).sort()];
}

function sizeOf({ starts }: TemporalIndex, account: number): number {
  return starts[account + 1]! - starts[account]!;
}
