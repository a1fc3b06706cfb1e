import { type FlowFeatures, measureFacts } from '../../features/index.js';
import { type Account } from '../../foundation/index.js';
import { SCORE_DEFAULTS, type ScoreParameters } from '../score-parameters.js';
import { findConduits } from '../convergence/conduits.js';
import { groupCandidates } from './group-candidates.js';
import { meetingLeads } from './meeting-leads.js';
import { isEmployer, outsideLivings } from './outside-livings.js';
import { namedMembers } from './named-members.js';
import { type ListingOptions, listingBars } from './payer-protection.js';
import { scoredMembers } from './scored-members.js';
import { withheldBeside } from './withheld-beside.js';

/** Fewest accounts of a group by score, whoever stands beside it, and fewest that a lead names: one account is no group. */
const SEVERAL = 2;

/** How much a lead deserves: `strong` and `second-look` leads are named, `weak` ones are counted and ranked only. */
export const SCORE_BANDS = ['strong', 'second-look', 'weak'] as const;
export type ScoreBand = (typeof SCORE_BANDS)[number];

export interface ScoreLead {
  readonly band: ScoreBand;
  /** Accounts of the group, ascending. Nobody whom {@link listingBars} keeps out. */
  readonly group: readonly Account[];
  /** Those of the group that may be named, see {@link namedMembers}. */
  readonly members: readonly Account[];
  /** Accounts beside the group that count for its size and may have merely paid: see {@link withheldBeside}. */
  readonly withheld: number;
  /** Accounts of the group that `meanScore` is the mean of, see {@link scoredMembers}: nearly always all of it. */
  readonly scored: readonly Account[];
  /** Mean score of the group, in nats, places where its money meets left out that would lower it. */
  readonly meanScore: number;
  /** Whether fee flows that converge support it. */
  readonly feeFlow: boolean;
  /** Livings that the group pays to others. */
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
 * Groups accounts of high score into leads (of three accounts, of whom one may be withheld) and says how strong each is by the
 * mean score of the group ({@link scoredMembers}): *strong* from 4.6 on, a *second look* from 3 on, *weak* below. Fee flows that converge support the groups by score they share an account with; where
 * none of these may be named they stand by themselves, in their place. Leads whose money meets are one ({@link meetingLeads}), unless
 * that would lower one of them. A group of which fewer than two may be named is weak. A
 * score is evidence for a reading, never a probability. O(relations).
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
    const group = allowed(given).sort((a, b) => a - b);
    const members = namedMembers(features, group, scores, parameters);
    // Summed from the least, so that the mean does not depend on how accounts are numbered.
    const scored = scoredMembers(group, members, scores, parameters);
    const ascending = Float64Array.from(scored, (member) => scores[member]!).sort();
    const meanScore = ascending.reduce((sum, score) => sum + score, 0) / ascending.length;
    const livings = outsideLivings(features, group, facts);
    const withheld = withheldBeside(features, group, { facts, scores, bars, parameters });
    const band = bandOf(meanScore, members, parameters);
    return { band, group, members, withheld, scored, meanScore, feeFlow, livings };
  };
  const isCandidate = scores.map((score, account) => Number(score >= parameters.candidateScore && bars[account] === 0));
  const { leastMembers } = parameters;
  const byScore = groupCandidates(features, Uint8Array.from(isCandidate), {
    ...parameters,
    leastMembers: Math.min(SEVERAL, leastMembers),
  })
    .map((group) => toLead(group, false))
    .filter(({ group, withheld }) => group.length + withheld >= leastMembers);
  const byFlow = feeFlows.map((group) => toLead(group, true)).filter(({ group }) => group.length >= leastMembers);
  const employs = ({ livings, group }: ScoreLead): boolean => isEmployer(livings, group.length, parameters);
  const apart = combine(
    byScore.filter((lead) => !employs(lead)),
    byFlow.filter((lead) => !employs(lead)),
  );
  const named = apart.filter(({ band }) => band !== 'weak');
  const united = (parts: readonly ScoreLead[]): readonly ScoreLead[] => {
    if (parts.length === 1) return parts;
    const group = new Set(parts.flatMap((part) => part.group));
    const feeFlow = parts.some((part) => part.feeFlow);
    const whole = toLead([...group], feeFlow);
    const isLower = parts.some(({ band }) => SCORE_BANDS.indexOf(whole.band) > SCORE_BANDS.indexOf(band));
    return isLower || employs(whole) ? parts : [whole];
  };
  const accounts = named.map(({ members }) => members);
  const meeting = meetingLeads(features, accounts, { conduits: findConduits(features, facts), setAside, parameters });
  return {
    leads: [
      ...meeting.flatMap((positions) => united(positions.map((position) => named[position]!))),
      ...apart.filter(({ band }) => band === 'weak'),
    ].sort(compareLeads),
    employers: [...byScore, ...byFlow].filter(employs).sort(compareLeads),
    bars,
  };
}

function combine(byScore: readonly ScoreLead[], byFlow: readonly ScoreLead[]): ScoreLead[] {
  const supported = byScore.map((lead) => ({ ...lead, feeFlow: byFlow.some((flow) => overlaps(lead, flow)) }));
  const named = supported.filter(({ band }) => band !== 'weak');
  const alone = byFlow.filter((flow) => !named.some((lead) => overlaps(lead, flow)));
  const weak = supported.filter((lead) => lead.band === 'weak' && !alone.some((flow) => overlaps(lead, flow)));
  return [...named, ...alone, ...weak];
}

function overlaps(left: ScoreLead, right: ScoreLead): boolean {
  const accounts = new Set(left.group);
  return right.group.some((account) => accounts.has(account));
}

function bandOf(meanScore: number, members: readonly Account[], parameters: ScoreParameters): ScoreBand {
  if (members.length < SEVERAL || meanScore < parameters.secondLookScore) return 'weak';
  return meanScore >= parameters.strongScore ? 'strong' : 'second-look';
}

function compareLeads(left: ScoreLead, right: ScoreLead): number {
  return (
    SCORE_BANDS.indexOf(left.band) - SCORE_BANDS.indexOf(right.band) ||
    right.meanScore - left.meanScore ||
    right.group.length - left.group.length ||
    left.group[0]! - right.group[0]!
  );
}
