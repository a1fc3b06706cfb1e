import { type Account, UsageError } from '../foundation/index.js';
import { type WholeAnswer } from './extent.js';
import { type TemporalGraph } from './temporal-graph.js';

/** First and last time of all data, in the unit of the ledger's times; NaN where there are no transfers. */
export function spanOfData({ ledger, extent }: TemporalGraph): { readonly firstMs: number; readonly lastMs: number } {
  const { timeMs } = ledger.columns;
  return extent ?? { firstMs: timeMs[0] ?? NaN, lastMs: timeMs[timeMs.length - 1] ?? NaN };
}

/** Whether all transfers of the account are here. Everybody's are, unless the graph is a slice. */
export function isWhole({ extent }: TemporalGraph, account: Account): boolean {
  return extent === undefined || extent.core[account] === 1;
}

/**
 * The answer to a question about the whole ledger: worked out here, unless the graph is a slice, which was told it.
 *
 * @throws UsageError `extent-answer` if the slice was not told
 */
export function askWhole<Answer extends WholeAnswer>(
  graph: TemporalGraph,
  question: string,
  workOut: () => Answer,
): Answer {
  if (graph.extent === undefined) {
    const answer = workOut();
    graph.asked?.set(question, answer);
    return answer;
  }
  const known = graph.extent.answers.get(question);
  if (known === undefined) {
    throw new UsageError('extent-answer', `Expected the slice to be told ${question} of the whole ledger`);
  }
  return known as Answer;
}
