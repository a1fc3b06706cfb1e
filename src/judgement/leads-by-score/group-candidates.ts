import { type FlowFeatures } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { UnionFind } from '../../structures/index.js';
import { atLeast } from '../at-least.js';
import { SCORE_DEFAULTS, type ScoreParameters } from '../score-parameters.js';

/**
 * Candidates that belong together, as groups of ascending accounts, by their smallest account. Two are joined if
 *
 * - one pays the other a noticeable share of all it pays, or of all the other receives; or
 * - both pay a noticeable share of all they pay to the same account, candidate or not, which few accounts pay.
 *
 * Groups are the components of these ties; smaller ones are left out. Being grouped says only that money runs between or to
 * the same place. O(relations).
 */
export function groupCandidates(
  { graph, relations, marked, parameters: { noticeableShare } }: FlowFeatures,
  isCandidate: Uint8Array,
  { jointReceiverPayers, leastMembers }: ScoreParameters = SCORE_DEFAULTS,
): Account[][] {
  const { payer, beneficiary, total, inStarts } = relations;
  const sets = new UnionFind(graph.accountCount);
  const firstSender = new Int32Array(graph.accountCount).fill(-1);
  for (let relation = 0; relation < relations.count; relation++) {
    const from = payer[relation]!;
    if (isCandidate[from] !== 1) continue;
    const to = beneficiary[relation]!;
    const ofOutflow = atLeast(total[relation]!, noticeableShare * marked.totalOut[from]!);
    const ofInflow = atLeast(total[relation]!, noticeableShare * marked.totalIn[to]!);
    if (isCandidate[to] === 1 && (ofOutflow || ofInflow)) sets.union(from, to);
    if (!ofOutflow || inStarts[to + 1]! - inStarts[to]! > jointReceiverPayers) continue;
    const before = firstSender[to]!;
    if (before < 0) firstSender[to] = from;
    else sets.union(before, from);
  }
  return sets.groups(leastMembers);
}
