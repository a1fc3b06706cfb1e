import { type FlowFeatures, measureFacts } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { SCORE_DEFAULTS, type ScoreParameters } from '../score-parameters.js';
import { groupCandidates } from './group-candidates.js';
import { isEmployer, outsideLivings } from './outside-livings.js';
import { type ListingOptions, listingBars } from './payer-protection.js';

/** How much a lead deserves: `strong` and `second-look` leads are named, `weak` ones are counted and ranked only. */
export const SCORE_BANDS = ['strong', 'second-look', 'weak'] as const;
export type ScoreBand = (typeof SCORE_BANDS)[number];

export interface ScoreLead {
  readonly band: ScoreBand;
  /** Accounts, ascending. Nobody whom {@link listingBars} keeps out. */
  readonly members: readonly Account[];
  /** Mean score of the members, in nats. */
  readonly meanScore: number;
  /** Whether fee flows that converge support it. */
  readonly feeFlow: boolean;
  /** Livings its members pay to others. */
  readonly livings: number;
}

export interface ScoreLeads {
  /** By band, then by mean score, size and smallest account. */
  readonly leads: readonly ScoreLead[];
  /** Groups that are employers by the livings they pay; counted with that reading, not named. */
  readonly employers: readonly ScoreLead[];
  /** Per account: see {@link listingBars}. */
  readonly bars: Uint8Array;
}

export interface ScoreLeadOptions extends ListingOptions {
  /** Groups found by the convergence of fee flows. Default none. */
  readonly feeFlows?: readonly (readonly Account[])[];
}

/**
 * Groups accounts of high score into leads and says how strong each is. A group by score is *strong* from a mean score of 3
 * on and *weak* below. A group by fee flow supports a strong group it shares an account with; otherwise it stands by itself:
 * *strong* from 3 on, a *second look* from 2 on, and takes the place of weak groups it shares accounts with. A score is
 * evidence for a reading, never a probability. O(relations).
 */
export function leadsByScore(features: FlowFeatures, scores: Float64Array, options: ScoreLeadOptions = {}): ScoreLeads {
  const {
    feeFlows = [],
    facts = measureFacts(features),
    setAside = new Set<Account>(),
    parameters = SCORE_DEFAULTS,
  } = options;
  const bars = listingBars(features, scores, { facts, setAside, parameters });
  const allowed = (members: readonly Account[]): Account[] => members.filter((member) => bars[member] === 0);
  const toLead = (given: readonly Account[], feeFlow: boolean): ScoreLead => {
    const members = allowed(given).sort((a, b) => a - b);
    // Summed from the least, so that the mean does not depend on how accounts are numbered.
    const ascending = Float64Array.from(members, (member) => scores[member]!).sort();
    const meanScore = ascending.reduce((sum, score) => sum + score, 0) / members.length;
    const livings = outsideLivings(features, members, facts);
    return { band: bandOf(meanScore, feeFlow, parameters), members, meanScore, feeFlow, livings };
  };
  const isCandidate = scores.map((score, account) => Number(score >= parameters.candidateScore && bars[account] === 0));
  const byScore = groupCandidates(features, Uint8Array.from(isCandidate), parameters).map((group) =>
    toLead(group, false),
  );
  const byFlow = feeFlows
    .map((group) => toLead(group, true))
    .filter(({ members }) => members.length >= parameters.leastMembers);
  const employs = ({ livings, members }: ScoreLead): boolean => isEmployer(livings, members.length, parameters);
  return {
    leads: combine(
      byScore.filter((lead) => !employs(lead)),
      byFlow.filter((lead) => !employs(lead)),
    ).sort(compareLeads),
    employers: [...byScore, ...byFlow].filter(employs).sort(compareLeads),
    bars,
  };
}

function combine(byScore: readonly ScoreLead[], byFlow: readonly ScoreLead[]): ScoreLead[] {
  const strong = byScore.filter(({ band }) => band === 'strong');
  const supported = strong.map((lead) => ({ ...lead, feeFlow: byFlow.some((flow) => overlaps(lead, flow)) }));
  const alone = byFlow.filter((flow) => !strong.some((lead) => overlaps(lead, flow)));
  const weak = byScore.filter((lead) => lead.band !== 'strong' && !alone.some((flow) => overlaps(lead, flow)));
  return [...supported, ...alone, ...weak];
}

function overlaps(left: ScoreLead, right: ScoreLead): boolean {
  const members = new Set(left.members);
  return right.members.some((member) => members.has(member));
}

function bandOf(meanScore: number, feeFlow: boolean, parameters: ScoreParameters): ScoreBand {
  if (meanScore >= parameters.strongScore) return 'strong';
  return feeFlow && meanScore >= parameters.secondLookScore ? 'second-look' : 'weak';
}

function compareLeads(left: ScoreLead, right: ScoreLead): number {
  return (
    SCORE_BANDS.indexOf(left.band) - SCORE_BANDS.indexOf(right.band) ||
    right.meanScore - left.meanScore ||
    right.members.length - left.members.length ||
    left.members[0]! - right.members[0]!
  );
}
