import { type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type PathQuestion } from './path-question.js';
import { waysAlong } from './route-ways.js';
import { compareContent } from './transfer-path.js';

/**
 * The best path of a route, given one that arrives as early and carries as much: leg by leg the departure is the latest, then
 * every time the earliest, and of the transfers at these times the best by content, which are free to choose since only times
 * decide what may follow what. O(transfers of the legs x legs).
 */
export function bestWay(
  graph: TemporalGraph,
  question: PathQuestion,
  legs: readonly (readonly Row[])[],
  asGood: Int32Array,
): Int32Array {
  const { timeMs } = graph.ledger.columns;
  const { amounts } = question;
  const arrival = timeMs[asGood.at(-1)!]!;
  const least = amounts === undefined ? -Infinity : asGood.reduce((min, row) => Math.min(min, amounts[row]!), Infinity);
  const last = legs.length - 1;
  let left: readonly (readonly Row[])[] = legs.map((rows, leg) =>
    rows.filter((row) => (amounts === undefined || amounts[row]! >= least) && (leg < last || timeMs[row] === arrival)),
  );
  for (let leg = 0; leg <= last; leg++) {
    left = waysAlong(graph, question, left).legs;
    const rows = left[leg]!;
    // Rows ascend with time.
    const time = timeMs[leg === 0 ? rows.at(-1)! : rows[0]!];
    left = left.map((others, at) => (at === leg ? rows.filter((row) => timeMs[row] === time) : others));
  }
  return Int32Array.from(left, (rows) =>
    rows.reduce((best, row) => (compareContent(graph, Int32Array.of(row), Int32Array.of(best)) < 0 ? row : best)),
  );
}
