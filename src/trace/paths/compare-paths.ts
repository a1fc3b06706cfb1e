import { type TemporalGraph } from '../../graph/index.js';
import { type PathQuestion } from './path-question.js';
import { compareContent } from './transfer-path.js';

/** Which of two paths is better by what the order looks at first: what they carry, when they arrive, their hops. */
export function compareAims(
  { ledger }: TemporalGraph,
  { order, amounts }: Pick<PathQuestion, 'order' | 'amounts'>,
  left: Int32Array,
  right: Int32Array,
): number {
  const { timeMs } = ledger.columns;
  const carried = (rows: Int32Array): number =>
    amounts === undefined ? 0 : rows.reduce((least, row) => Math.min(least, amounts[row]!), Infinity);
  const arrival = timeMs[left.at(-1)!]! - timeMs[right.at(-1)!]!;
  const hops = left.length - right.length;
  const bySize = amounts === undefined ? 0 : carried(right) - carried(left);
  return bySize || (order === 'fewest-hops' ? hops || arrival : arrival || hops);
}

/** The whole order of paths: after {@link compareAims} the later departure, then content. */
export function comparePaths(
  graph: TemporalGraph,
  question: Pick<PathQuestion, 'order' | 'amounts'>,
  left: Int32Array,
  right: Int32Array,
): number {
  const { timeMs } = graph.ledger.columns;
  return (
    compareAims(graph, question, left, right) ||
    timeMs[right[0]!]! - timeMs[left[0]!]! ||
    compareContent(graph, left, right)
  );
}
