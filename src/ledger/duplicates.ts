import { type Issue } from '../foundation/index.js';
import { type CanonicalOrder } from './canonical-order.js';
import { type LedgerDraft } from './ledger-draft.js';

/** Positions in the canonical order that repeat the transfer before them, and one issue for each. */
export interface Duplicates {
  readonly positions: readonly number[];
  readonly issues: readonly Issue[];
}

/**
 * Transfers equal to another in everything but sequence and source position. They lie side by side in canonical order;
 * the first of a run is the transfer, the rest are its duplicates.
 */
export function findDuplicates(draft: LedgerDraft, sorted: CanonicalOrder, policy: 'keep' | 'drop'): Duplicates {
  const positions: number[] = [];
  const issues: Issue[] = [];
  const { order, compareContent } = sorted;
  const place = (row: number): { file: string; line: number } => ({
    file: draft.sources[draft.sourceFile.array[row]!]?.name ?? '',
    line: draft.sourceLine.array[row]!,
  });
  sorted.forEachTie((start, end) => {
    let first = start;
    for (let i = start + 1; i < end; i++) {
      if (compareContent(order[first]!, order[i]!) !== 0) {
        first = i;
        continue;
      }
      positions.push(i);
      const original = place(order[first]!);
      issues.push({
        code: 'duplicate',
        effect: policy === 'drop' ? 'quarantined' : 'noted',
        place: place(order[i]!),
        expected: 'a transfer of its own',
        received: `the same as ${original.file}:${original.line}`,
      });
    }
  });
  return { positions, issues };
}

/** `order` without the entries at `positions` (ascending). */
export function dropRows(order: Uint32Array, positions: readonly number[]): Uint32Array {
  const dropped = new Set(positions);
  return order.filter((_, i) => !dropped.has(i));
}
