import { type Finding } from '../evidence/index.js';
import { type Account, type Row } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import {
  listingPosition,
  namedLeads,
  type OperatorRule,
  type ScoreLead,
  type ScoreParameters,
  type SettledJudgement,
} from '../judgement/index.js';
import { assignFindings } from './assign-findings.js';
import { communityBorders, type CommunityBorderOptions, type Stability } from './community-border.js';
import { feeFlowFinding } from './fee-flow-finding.js';
import { leadFlow, type LeadFlow } from './lead-flow.js';
import { type LeadReasons } from './lead-parts.js';
import { fittingRoles, leadPosition, type RoleParameters } from './lead-roles.js';
import { type RoleHypothesis } from './role.js';

/** An account of a lead: by which rule, with which score, in which position. */
export interface LeadMember {
  readonly account: Account;
  /** Undefined never happens after protection; kept for a group that was formed without it. */
  readonly rule: OperatorRule | undefined;
  /** Nats. */
  readonly score: number;
  readonly role: RoleHypothesis;
  /** The role that fits second best; undefined where no other fits. */
  readonly runnerUp: RoleHypothesis | undefined;
}

/** A judged group with everything that belongs to it, still in graph nodes: nothing here has a name. */
export interface FormedLead {
  readonly level: 'strong' | 'second-look';
  /** Mean score of its accounts, in nats, places where its money meets left out that would lower it. */
  readonly meanScore: number;
  readonly feeFlow: boolean;
  readonly members: readonly LeadMember[];
  /** Accounts of the group that are too weak for a name, and those beside it that may have merely paid. */
  readonly companions: number;
  readonly reasons: LeadReasons;
  readonly flow: LeadFlow;
  readonly stability: Stability;
  /** Its own flow first, then the findings that are mostly about it. */
  readonly findings: readonly Finding[];
  /** Transfers that prove it: of its flow and of its fired findings, those for context left out. Ascending. */
  readonly rows: readonly Row[];
}

/** What leads are formed of. */
export interface LeadParts {
  readonly judgement: SettledJudgement;
  /** By lead, see `explainLeads`. */
  readonly reasons: ReadonlyMap<ScoreLead, LeadReasons>;
  readonly findings: readonly Finding[];
}

/** How {@link formLeads} works. */
export interface FormLeadsOptions extends CommunityBorderOptions {
  readonly score: ScoreParameters;
  readonly roles: RoleParameters;
}

/**
 * Puts the leads of a judged file together: accounts with their rule, score and role, reasons in parts, the findings that
 * enrich them, the transfers that prove them, and whether their border is a community's. Findings decide nothing here.
 *
 * @returns leads that may be named, in the order of the judgement
 */
export function formLeads(
  graph: TemporalGraph,
  { judgement, reasons, findings }: LeadParts,
  options: FormLeadsOptions,
): FormedLead[] {
  const named = namedLeads(judgement);
  if (named.length === 0) return [];
  const groups = named.map(({ group }) => group);
  const assigned = assignFindings(graph, findings, groups);
  const stability = communityBorders(graph, { accounts: flowAccounts(judgement, findings), leads: groups }, options);
  return named.map((lead, index): FormedLead => {
    const flow = leadFlow(judgement.features, lead.group);
    const inside = new Set(lead.group);
    const receivers = [...new Set(flow.onward.map((row) => graph.beneficiary[row]!))].sort((a, b) => a - b);
    const own = [feeFlowFinding(lead.group, flow, receivers), ...findings.filter((one) => assigned.get(one) === index)];
    const fired = own.filter(({ status, contextOnly }) => status === 'fired' && contextOnly !== true);
    return {
      level: lead.band === 'strong' ? 'strong' : 'second-look',
      meanScore: lead.meanScore,
      feeFlow: lead.feeFlow,
      members: lead.members.map((account) => describeMember(judgement, { account, inside }, options)),
      companions: lead.group.length - lead.members.length + lead.withheld,
      reasons: reasons.get(lead)!,
      flow,
      stability: stability[index]!,
      findings: own,
      rows: [...new Set(fired.flatMap(({ rows }) => rows))].sort((a, b) => a - b),
    };
  });
}

function describeMember(
  { features, facts, scores }: SettledJudgement,
  { account, inside }: { readonly account: Account; readonly inside: ReadonlySet<Account> },
  { score, roles }: FormLeadsOptions,
): LeadMember {
  const [role, runnerUp] = fittingRoles(leadPosition(features, account, inside, facts), {
    facts,
    account,
    values: roles,
  });
  return {
    account,
    rule: listingPosition(features, facts, { account, parameters: score }),
    score: scores.second[account]!,
    role,
    runnerUp,
  };
}

/** Accounts that exceptional money passed through or met at, and those that fired findings are about, not for context. */
function flowAccounts({ facts, features }: SettledJudgement, findings: readonly Finding[]): Set<Account> {
  const proving = findings.filter(({ status, contextOnly }) => status === 'fired' && contextOnly !== true);
  const accounts = new Set(proving.flatMap(({ subjects }) => subjects));
  for (let account = 0; account < features.graph.accountCount; account++) {
    if (facts.gatherer[account] === 1 || facts.feeders[account]! > 0) accounts.add(account);
  }
  return accounts;
}

/** What a group is called in a list of weak ones: nothing but its size and score. */
export interface WeakLead {
  /** Nats. */
  readonly meanScore: number;
  readonly feeFlow: boolean;
  readonly accounts: number;
}
