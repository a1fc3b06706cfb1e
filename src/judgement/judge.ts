import {
  type AccountFacts,
  type FeatureParameters,
  FEATURE_DEFAULTS,
  type FlowFeatures,
  measureFacts,
  measureFlow,
} from '../features/index.js';
import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { cashCounters } from './cash-counters.js';
import { SCORE_DEFAULTS, type ScoreParameters } from './score-parameters.js';
import { type Convergence, type ConvergenceJudgement } from './convergence/convergence.js';
import { findConvergences } from './convergence/find-convergences.js';
import { leadsByScore, type ScoreLead, type ScoreLeads } from './leads-by-score/leads-by-score.js';
import { type AccountScores, scoreAccounts } from './score/score-accounts.js';
import { type WeightTable } from './weights/index.js';

/** What {@link judge} goes by. */
export interface JudgeOptions {
  /** Nodes that may never be listed: hubs, and whom the user vouches for. Default none. */
  readonly setAside?: ReadonlySet<Account>;
  /** Default {@link FEATURE_DEFAULTS}. */
  readonly features?: FeatureParameters;
  /** Default {@link SCORE_DEFAULTS}. */
  readonly score?: ScoreParameters;
  /** Values laid over the defaults of convergence. Default none. */
  readonly convergence?: Readonly<Record<string, number>>;
  /** Default the library's own table. */
  readonly weights?: WeightTable;
}

/** A judged file: what was measured, how accounts scored, and which groups stand out. */
export interface Judgement extends SettledJudgement {
  readonly scores: AccountScores;
}

/** A judgement of which the signs of accounts need not be held: some 600 bytes an account, and only explaining asks for them. */
export interface SettledJudgement {
  readonly features: FlowFeatures;
  readonly facts: AccountFacts;
  readonly scores: Omit<AccountScores, 'columns'>;
  readonly convergences: ConvergenceJudgement;
  /** Strong leads, second looks and weak groups, in that order; the best first in each. */
  readonly leads: readonly ScoreLead[];
  /** Groups that are read as employers; counted, not named. */
  readonly employers: readonly ScoreLead[];
  readonly bars: Uint8Array;
  /** Cash counters that were set aside. */
  readonly counters: ReadonlySet<Account>;
}

/**
 * Judges the accounts of a file by their transfers alone: fee-flow convergence and the score of many weak signs, grouped,
 * with payers protected by their position. A lead says that flows are consistent with a network that collects fees and moves
 * them; it is no probability, and trades without visible wages can look alike.
 *
 * A file that cannot show wages (short, without clock times, or where nobody is paid over half of the period) gives no strong
 * lead: what would be strong is a second look, and the judgement says that it is reduced.
 *
 * O(n log n) in the transfers.
 */
export function judge(graph: TemporalGraph, options: JudgeOptions = {}): Judgement {
  const { score = SCORE_DEFAULTS, weights } = options;
  const features = measureFlow(graph, options.features ?? FEATURE_DEFAULTS);
  const facts = measureFacts(features);
  const scores = scoreAccounts(features, weights === undefined ? { facts } : { facts, weights });
  const convergences = findConvergences(features, { facts, constants: options.convergence ?? {} });
  const counters = cashCounters(graph, features.parameters.manyPayersLeast);
  const setAside = new Set<Account>([...(options.setAside ?? new Set<Account>()), ...counters]);
  const feeFlows = convergences.convergences.filter(({ verdict }) => verdict === 'lead').map(membersOf);
  const grouped = leadsByScore(features, scores.second, { facts, setAside, feeFlows, parameters: score });
  const leads = convergences.reduced.length === 0 ? grouped.leads : grouped.leads.map(withoutStrong);
  return { features, facts, scores, convergences, ...grouped, leads, counters };
}

/** The judgement without the signs of accounts. */
export function withoutSigns({ scores: { first, second, weights }, ...judgement }: Judgement): SettledJudgement {
  return { ...judgement, scores: { first, second, weights } };
}

/** Leads that may be named, in their order. */
export function namedLeads({ leads }: Pick<ScoreLeads, 'leads'>): readonly ScoreLead[] {
  return leads.filter(({ band }) => band !== 'weak');
}

function membersOf({ receivers, gatherers, between, withheld }: Convergence): Account[] {
  const members = new Set([...receivers, ...gatherers, ...between]);
  for (const member of withheld) members.delete(member);
  return [...members];
}

function withoutStrong(lead: ScoreLead): ScoreLead {
  return lead.band === 'strong' ? { ...lead, band: 'second-look' } : lead;
}
