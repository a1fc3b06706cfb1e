import { type Issue } from '../foundation/index.js';
import { BitSet } from '../structures/index.js';
import { type CanonicalOrder } from './canonical-order.js';
import { type LedgerDraft } from './ledger-draft.js';

/** At most this many duplicates are described one by one; the rest are counted. */
const MAX_DUPLICATE_ISSUES = 100_000;

/** Transfers that repeat an earlier one. */
export interface Duplicates {
  /** Their positions in canonical order. */
  readonly positions: BitSet;
  readonly count: number;
  /** One issue each, in canonical order, for the first {@link MAX_DUPLICATE_ISSUES}. */
  readonly issues: readonly Issue[];
  /** How many more there are, by source. */
  readonly furtherBySource: readonly number[];
}

/**
 * Transfers equal to another in everything but sequence and source position. The first in canonical order is the
 * transfer, the rest are its duplicates.
 */
export function findDuplicates(draft: LedgerDraft, sorted: CanonicalOrder, policy: 'keep' | 'drop'): Duplicates {
  const { order, byContent, compareContent } = sorted;
  const positionOf = positionsIn(order, byContent);
  const positions = new BitSet(order.length);
  const firstOf = new Map<number, number>();
  let count = 0;
  sorted.forEachTie((start, end) => {
    let first = start;
    for (let i = start + 1; i < end; i++) {
      if (compareContent(byContent[first]!, byContent[i]!) !== 0) {
        first = i;
        continue;
      }
      positions.add(positionOf(i));
      count++;
      // Where a sequence scatters duplicates, the first ones in canonical order are known only at the end.
      if (byContent !== order || count <= MAX_DUPLICATE_ISSUES) firstOf.set(positionOf(i), positionOf(first));
    }
  });
  const described = [...firstOf].sort(([a], [b]) => a - b).slice(0, MAX_DUPLICATE_ISSUES);
  const issues = described.map(([position, first]) => issue(draft, order[position]!, order[first]!, policy));
  const furtherBySource = draft.sources.map(() => 0);
  const add = (position: number, change: 1 | -1): void => {
    const source = draft.sourceFile.array[order[position]!]!;
    furtherBySource[source] = (furtherBySource[source] ?? 0) + change;
  };
  if (count > described.length) {
    for (let position = 0; position < order.length; position++) if (positions.has(position)) add(position, 1);
    for (const [position] of described) add(position, -1);
  }
  return { positions, count, issues, furtherBySource };
}

/** Position in `order` of the row at a place of `byContent`. */
function positionsIn(order: Uint32Array, byContent: Uint32Array): (place: number) => number {
  if (order === byContent) return (place) => place;
  const rank = new Uint32Array(order.length);
  order.forEach((row, position) => (rank[row] = position));
  return (place) => rank[byContent[place]!]!;
}

function issue(draft: LedgerDraft, row: number, original: number, policy: 'keep' | 'drop'): Issue {
  const place = (of: number): { file: string; line: number } => ({
    file: draft.sources[draft.sourceFile.array[of]!]?.name ?? '',
    line: draft.sourceLine.array[of]!,
  });
  const { file, line } = place(original);
  return {
    code: 'duplicate',
    effect: policy === 'drop' ? 'quarantined' : 'noted',
    place: place(row),
    expected: 'a transfer of its own',
    received: `the same as ${file}:${line}`,
  };
}

/** `order` without the entries at `positions`. */
export function dropRows(order: Uint32Array, positions: BitSet): Uint32Array {
  return order.filter((_, i) => !positions.has(i));
}
