import { type Finding } from '../evidence/index.js';
import { type Account, compareText } from '../foundation/index.js';
import { counterpartyCount, type TemporalGraph } from '../graph/index.js';
import { type SettledJudgement } from '../judgement/index.js';
import { FEE_FLOW, type FormedLead } from '../leads/index.js';
import { type DetectorRun } from '../typologies/index.js';
import { type CaseFile, type Lead, type Operator } from './case-file.js';
import { keptHolderNames } from './kept-holder-names.js';
import { listFindings, type PlacedFinding } from './list-findings.js';
import { listConcerns, setConcernsAside } from './protection-concerns.js';
import { mayHavePaid } from './may-have-paid.js';
import { paysRarely } from './pays-rarely.js';
import { type NamingParameters } from './naming-parameters.js';
import { type ProtectedCluster, type Protection, protectPayers } from './protection.js';
import { countUnnamed } from './unnamed-groups.js';

/** What {@link buildCase} puts together. */
export interface CaseParts {
  readonly runs: readonly DetectorRun[];
  /** Undefined where the data cannot be judged; `missing` then says what they lack. */
  readonly judgement: SettledJudgement | undefined;
  readonly missing: readonly string[];
  readonly leads: readonly FormedLead[];
  readonly hubs: ReadonlySet<Account>;
  /** Graph nodes that the user vouches for: never operators, and named nowhere in the case. */
  readonly vouched: ReadonlySet<Account>;
  /** From this score on an account may be collecting, so that whoever pays it stays unnamed. */
  readonly collectingScore: number;
  readonly naming: NamingParameters;
}

/** From graph nodes to what may be shown: the one place in which a case gives accounts their names. */
export function buildCase(graph: TemporalGraph, parts: CaseParts): CaseFile {
  const { runs, judgement, leads, hubs, vouched } = parts;
  const all = runs.flatMap(({ detection }) => (detection.status === 'evaluated' ? detection.findings.items : []));
  const { concerns, findings } = setConcernsAside(all);
  const protection = protectPayers(
    graph,
    leads.map(({ members }) => members.map(({ account }) => account)),
    // Whoever a concern is about pays its subjects, and stays unnamed like everybody who pays a possible collector.
    {
      collecting: [
        ...collecting(parts),
        ...findings.flatMap(subjectsOfPrimary),
        ...concerns.flatMap((one) => one.subjects),
      ],
      vouched,
      naming: parts.naming,
      ...(judgement !== undefined && { paid: paidOutsideLeads(judgement) }),
    },
  );
  const named = leads.map((lead, i) => ({ lead, id: `C${String(i + 1).padStart(3, '0')}` }));
  const placed = placeFindings(runs, named);
  const judged = parts.missing.length > 0 ? [{ typology: 'judgement', missing: parts.missing }] : [];
  return {
    ledger: graph.ledger,
    protection,
    leads: withHolders(
      graph,
      named.map(({ lead, id }, i) => describeLead(graph, { lead, id, group: protection.clusters[i]! })),
    ),
    unnamed: countUnnamed(judgement),
    findings: listFindings(placed, protection),
    protectionConcerns: listConcerns(concerns, protection, parts.naming),
    hubs: listHubs(graph, hubs, protection),
    notEvaluable: [
      ...judged,
      ...runs.flatMap(({ detector, detection }) =>
        detection.status === 'notEvaluable' ? [{ typology: detector.id, missing: detection.missing }] : [],
      ),
    ],
    incomplete: runs.flatMap(({ detector, detection }) =>
      detection.status === 'evaluated' && !detection.findings.complete
        ? [
            `${detector.title}: not looked at in full, stopped by the limit ${detector.id}.${detection.findings.stoppedBy ?? 'unknown'}`,
          ]
        : [],
    ),
    remarks: remarksOf(runs),
  };
}

/** What detectors remark, each once, behind the titles of those who do. */
function remarksOf(runs: readonly DetectorRun[]): string[] {
  const titles = new Map<string, string[]>();
  for (const { detector, detection } of runs) {
    if (detection.status !== 'evaluated') continue;
    for (const remark of detection.remarks) titles.set(remark, [...(titles.get(remark) ?? []), detector.title]);
  }
  return [...titles].map(([remark, who]) => `${who.join('; ')}: ${remark}`);
}

/** Who may have merely paid, where no lead says who is an operator. */
function paidOutsideLeads({ features, facts }: SettledJudgement): (account: Account) => boolean {
  const [paid, rarely] = [mayHavePaid(features, facts), paysRarely(features)];
  return (account) => paid(account) || rarely(account);
}

/** Accounts that money may be collected on, in a lead or not. */
function collecting({ judgement, collectingScore }: CaseParts): Account[] {
  const accounts: Account[] = [];
  judgement?.scores.second.forEach((score, account) => {
    if (score >= collectingScore) accounts.push(account);
  });
  return accounts;
}

function subjectsOfPrimary({ countClass, subjects }: Finding): readonly Account[] {
  return countClass === 'primary' ? subjects : [];
}

/** Every finding with its detector and lead: those of leads first, in the order of the leads and then of the registry. */
function placeFindings(
  runs: readonly DetectorRun[],
  leads: readonly { readonly lead: FormedLead; readonly id: string }[],
): PlacedFinding[] {
  const leadOf = new Map(leads.flatMap(({ lead, id }) => lead.findings.map((finding) => [finding, id] as const)));
  const detected = runs.flatMap(({ detector, detection }) =>
    detection.status === 'evaluated' && detector.countClass !== 'welfare'
      ? detection.findings.items.map((finding) => ({ detector, finding }))
      : [],
  );
  const flows = leads.map(({ lead }) => ({ detector: FEE_FLOW, finding: lead.findings[0]! }));
  const placed = [...flows, ...detected].map((entry) => ({ ...entry, lead: leadOf.get(entry.finding) }));
  const last = '\uffff';
  return placed.sort((a, b) => compareText(a.lead ?? last, b.lead ?? last));
}

function describeLead(
  graph: TemporalGraph,
  { lead, id, group }: { readonly lead: FormedLead; readonly id: string; readonly group: ProtectedCluster },
): Lead {
  const { ledger } = graph;
  const { level, meanScore, feeFlow, reasons, flow, stability, findings, rows } = lead;
  const shown = new Set(group.operators);
  const operators = lead.members.flatMap(({ account, rule, score, role, runnerUp }): Operator[] => {
    if (!shown.has(account) || rule === undefined) return [];
    const names = accountsOf(graph, account);
    return [{ account, names: names.map((name) => ledger.accounts.key(name)), rule, score, role, runnerUp }];
  });
  const fired = findings.filter(({ status, typology }) => status === 'fired' && typology !== FEE_FLOW.id);
  return {
    id,
    level,
    score: meanScore,
    feeFlow,
    ...reasons,
    operators,
    companions: lead.companions,
    payers: group.describePayers(),
    transferCount: rows.length,
    paidIn: ledger.totals(flow.paidIn),
    firstMs: ledger.columns.timeMs[rows[0]!]!,
    lastMs: ledger.columns.timeMs[rows.at(-1)!]!,
    precision: ledger.precision,
    stability,
    typologies: [...new Set(fired.map(({ typology }) => typology))].sort(compareText),
  };
}

/** Accounts of an operator, all of its holder where holders are joined. */
function accountsOf(graph: TemporalGraph, account: Account): readonly Account[] {
  return graph.holdersJoined ? graph.ledger.accounts.membersOf(account) : [account];
}

/** Names of the holders of operators, where the user had the ledger keep them. */
function withHolders(graph: TemporalGraph, leads: readonly Lead[]): readonly Lead[] {
  const listed = leads.flatMap(({ operators }) => operators.flatMap(({ account }) => accountsOf(graph, account)));
  const names = keptHolderNames(graph.ledger.accounts, new Set(listed));
  if (names === undefined) return leads;
  return leads.map((lead) => ({
    ...lead,
    operators: lead.operators.map((operator) => {
      const own = accountsOf(graph, operator.account).map((account) => names.get(account));
      return { ...operator, holders: [...new Set(own.filter((name) => name !== undefined))] };
    }),
  }));
}

function listHubs(graph: TemporalGraph, hubs: ReadonlySet<Account>, protection: Protection): CaseFile['hubs'] {
  return [...hubs]
    .map((hub) => ({ hub, counterparties: counterpartyCount(graph, hub) }))
    .sort((a, b) => b.counterparties - a.counterparties || a.hub - b.hub)
    .map(({ hub, counterparties }) => ({ names: protection.namesOf(hub), counterparties }));
}
