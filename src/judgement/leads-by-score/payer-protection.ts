import { type Account } from '../../foundation/index.js';
import { type AccountFacts, type FlowFeatures, measureFacts, mutualRelations } from '../../features/index.js';
import { atLeast } from '../at-least.js';
import { SCORE_DEFAULTS, type ScoreParameters } from '../score-parameters.js';
import { listingPosition } from './listing-position.js';
import { paysInInstalments } from './pays-in-instalments.js';

/** Why an account may not be listed, in the order of the codes; the first one says that it may. */
export const LISTING_BARS = [
  'none',
  'no-position',
  'pays-own-money',
  'paid-back',
  'pays-in-instalments',
  'set-aside',
] as const;
export type ListingBar = (typeof LISTING_BARS)[number];

/** Those of them that make an account somebody who may have merely paid. */
export const PAYER_BARS: ReadonlySet<ListingBar> = new Set<ListingBar>([
  'pays-own-money',
  'paid-back',
  'pays-in-instalments',
]);

/** What is known of the accounts already, and the numbers that decide. */
export interface ListingOptions {
  /** Default `measureFacts(features)`. */
  readonly facts?: AccountFacts;
  /** Nodes that nobody may list: hubs, and whom the user vouches for. Default none. */
  readonly setAside?: ReadonlySet<Account>;
  /** Default {@link SCORE_DEFAULTS}. */
  readonly parameters?: ScoreParameters;
}

/**
 * Who may be listed at all, whatever the score says: a code of {@link LISTING_BARS} for each account. Applied before
 * accounts are grouped and once more to every group, as the last word.
 *
 * - `no-position`: it neither gathers, nor carries, nor is fed; see {@link listingPosition}.
 * - `pays-own-money`: it made an exceptional payment, less than half of it out of exceptional receipts, to an account that
 *   may be an operator; so do families who pay, however many pay them in turn.
 * - `paid-back`: it pays an account that may be an operator and is paid back by it, and hardly anybody pays it
 *   exceptionally: a refunded payer, or one who pools for relatives.
 * - `pays-in-instalments`: see {@link paysInInstalments}.
 * - `set-aside`: a hub, or an account that the user vouches for.
 *
 * Not claimed: that whoever may be listed is no payer. Somebody who gathers for others and pays on has a collector's shape.
 * O(relations).
 */
export function listingBars(features: FlowFeatures, scores: Float64Array, options: ListingOptions = {}): Uint8Array {
  const { relations, exceptional, marked } = features;
  const { facts = measureFacts(features), setAside = new Set<Account>(), parameters = SCORE_DEFAULTS } = options;
  const { payer, beneficiary, total } = relations;
  const mutual = mutualRelations(relations, scores.length);
  const instalments = paysInInstalments(features, scores, facts, parameters);
  const bars = Uint8Array.from(scores, (_score, account) =>
    codeOf(listingPosition(features, facts, { account, parameters }) === undefined ? 'no-position' : 'none'),
  );

  for (let relation = 0; relation < relations.count; relation++) {
    const account = payer[relation]!;
    if (scores[beneficiary[relation]!]! < parameters.protectedReceiverScore) continue;
    const own = !atLeast(marked.carried[relation]!, parameters.ownMoneyShare * total[relation]!);
    if (own && exceptional.exceptional[relation] === 1) bars[account] = codeOf('pays-own-money');
    const hardlyGathers = facts.exceptionalPayers[account]! < parameters.refundedPayers;
    if (mutual[relation] === 1 && hardlyGathers && bars[account] !== codeOf('pays-own-money')) {
      bars[account] = codeOf('paid-back');
    }
  }
  bars.forEach((bar, account) => {
    if (bar === codeOf('none') && instalments[account] === 1) bars[account] = codeOf('pays-in-instalments');
  });
  for (const account of setAside) bars[account] = codeOf('set-aside');
  return bars;
}

/**
 * Who has a position in the flow at all, before anybody has a score: {@link listingBars} if nobody were an operator, and with
 * gathering from two payers, however many others there are. Whose chance counts for those around them.
 */
export function positionBars(features: FlowFeatures, facts: AccountFacts): Uint8Array {
  const nobody = new Float64Array(features.graph.accountCount).fill(-Infinity);
  return listingBars(features, nobody, { facts, parameters: { ...SCORE_DEFAULTS, listedPayersShare: 0 } });
}

function codeOf(bar: ListingBar): number {
  return LISTING_BARS.indexOf(bar);
}
