import { type FlowFeatures } from '../../features/index.js';
import { SCORE_DEFAULTS, type ScoreParameterValues } from '../constants.js';

/** Who gathers exceptional money, and whom gathering accounts feed. Per account. */
export interface GatheringAccounts {
  /** Payers for whom paying this account is exceptional. */
  readonly exceptionalPayers: Int32Array;
  /** 1 where the account gathers: see {@link gatheringAccounts}. */
  readonly gathers: Uint8Array;
  /** Gathering accounts that pay this account a noticeable share of the exceptional money they received. */
  readonly feeders: Int32Array;
}

/**
 * An account *gathers* if paying it is exceptional for somebody, exceptional money is a good part of what it receives
 * apart from standing receipts (purity), and it pays a good part of that money on. Shops that sell dear things to many
 * do this too: gathering alone says nothing against anybody. O(relations).
 */
export function gatheringAccounts(
  { graph, relations, exceptional, marked }: FlowFeatures,
  parameters: ScoreParameterValues = SCORE_DEFAULTS,
): GatheringAccounts {
  const { gathererPayers, gathererPurity, gathererPassed, noticeableShare } = parameters;
  const exceptionalPayers = new Int32Array(graph.accountCount);
  for (let relation = 0; relation < relations.count; relation++) {
    if (exceptional.exceptional[relation] === 1) exceptionalPayers[relations.beneficiary[relation]!]!++;
  }
  const gathers = exceptionalPayers.map((payers, account) => {
    const markedIn = marked.markedIn[account]!;
    const unsteadyIn = marked.totalIn[account]! - marked.standingIn[account]!;
    const pure = markedIn > 0 && markedIn >= gathererPurity * unsteadyIn;
    return Number(payers >= gathererPayers && pure && marked.markedOut[account]! >= gathererPassed * markedIn);
  });
  const feeders = new Int32Array(graph.accountCount);
  for (let relation = 0; relation < relations.count; relation++) {
    const payer = relations.payer[relation]!;
    const carried = marked.carried[relation]!;
    const feeds = carried > 0 && carried >= noticeableShare * marked.markedIn[payer]!;
    if (gathers[payer] === 1 && feeds) feeders[relations.beneficiary[relation]!]!++;
  }
  return { exceptionalPayers, gathers: Uint8Array.from(gathers), feeders };
}
