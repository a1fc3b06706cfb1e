import { type Account, compareText, type Row, UsageError } from '../foundation/index.js';
import { type Finding } from '../evidence/index.js';
import { counterpartyCount, rowsOf, type TemporalGraph } from '../graph/index.js';
import {
  hypothesiseRoles,
  profileAccount,
  type ProtectedCluster,
  type Protection,
  protectPayers,
} from '../roles/index.js';
import { type DetectorRun } from '../typologies/index.js';
import { type CaseFile, type Cluster, type Operator, type Stability } from './case-file.js';
import { formGroups, type FormGroupsOptions } from './form-groups.js';
import { listFindings } from './list-findings.js';
import { listConcerns, setConcernsAside } from './protection-concerns.js';
import { hasMinimumEvidence } from './minimum-evidence.js';
import { selectOperators } from './operators.js';
import { levelOf, type Score, scoreFindings } from './score.js';

/** A group with its evidence, before it has an identifier. */
interface Candidate {
  readonly index: number;
  readonly findings: readonly Finding[];
  readonly score: Score;
  readonly level: ReturnType<typeof levelOf>;
  readonly rows: readonly Row[];
  readonly stability: Stability;
  readonly protectedCluster: ProtectedCluster;
}

/** How {@link buildCase} puts a case together. */
export interface BuildCaseOptions extends FormGroupsOptions {
  /** Graph nodes that the user vouches for: never operators, and named nowhere in the case. Default none. */
  readonly vouched?: ReadonlySet<Account>;
}

/**
 * From findings to a case: picks the operating side, groups it, separates the payers, scores what is left and keeps as
 * leads the groups with a primary indicator and the minimum evidence. Everything else stays in the list of findings.
 */
export function buildCase(
  graph: TemporalGraph,
  runs: readonly DetectorRun[],
  hubs: ReadonlySet<Account>,
  { vouched = new Set(), ...options }: BuildCaseOptions,
): CaseFile {
  const all = runs.flatMap(({ detection }) => (detection.status === 'evaluated' ? detection.findings.items : []));
  const { concerns, findings } = setConcernsAside(all);
  const operators = selectOperators(graph, findings, new Set([...hubs, ...vouched]));
  const groups = formGroups(graph, operators, options);
  const separated = protectPayers(
    graph,
    groups.map(({ members }) => members),
  );
  const groupOfFinding = assignFindings(
    graph,
    findings,
    groups.map(({ members }) => members),
  );
  const findingsOfGroup: Finding[][] = groups.map(() => []);
  for (const [finding, index] of groupOfFinding) findingsOfGroup[index]!.push(finding);
  const candidates = groups.map((group, index): Candidate => {
    const protectedCluster = separated.clusters[index]!;
    const own = findingsOfGroup[index]!;
    const fired = own.filter(({ status }) => status === 'fired');
    const score = scoreFindings(own);
    const rows = [...new Set(fired.flatMap((finding) => finding.rows))].sort((a, b) => a - b);
    const payers = countOutsiders(graph, protectedCluster, rows);
    const sufficient = hasMinimumEvidence({ payers, transfers: rows.length }, score);
    const level = protectedCluster.operators.length === 0 ? 'context' : levelOf(score, sufficient);
    return { index, findings: own, score, level, rows, stability: group.stability, protectedCluster };
  });
  const leads = candidates.filter(({ level }) => level !== 'context').sort(byEvidence(graph));
  // Only operators of leads may be named although they pay another lead: a group that is no lead gives no such licence.
  const primary = findings.filter(({ countClass }) => countClass === 'primary');
  const protection = protectPayers(
    graph,
    leads.map(({ protectedCluster }) => protectedCluster.operators),
    // Whoever a concern is about pays its subjects, and stays unnamed like everybody who pays a possible collector.
    { collecting: [...operators, ...[...primary, ...concerns].flatMap(({ subjects }) => subjects)], vouched },
  );
  const idOfGroup = new Map(leads.map(({ index }, i) => [index, `C${String(i + 1).padStart(3, '0')}`]));
  return {
    ledger: graph.ledger,
    protection,
    clusters: leads.map((lead) => describeCluster(graph, lead, idOfGroup.get(lead.index)!)),
    findings: listFindings(runs, protection, (finding) => {
      const group = groupOfFinding.get(finding);
      return group === undefined ? undefined : idOfGroup.get(group);
    }),
    protectionConcerns: listConcerns(concerns, protection),
    hubs: listHubs(graph, hubs, protection),
    notEvaluable: runs.flatMap(({ detector, detection }) =>
      detection.status === 'notEvaluable' ? [{ typology: detector.id, missing: detection.missing }] : [],
    ),
    incomplete: runs.flatMap(({ detector, detection }) =>
      detection.status === 'evaluated' && !detection.findings.complete
        ? [`${detector.id}: stopped by ${detection.findings.stoppedBy ?? 'a limit'}`]
        : [],
    ),
    remarks: runs.flatMap(({ detector, detection }) =>
      detection.status === 'evaluated' ? detection.remarks.map((remark) => `${detector.id}: ${remark}`) : [],
    ),
  };
}

/**
 * Each finding belongs to the group that has most of its subjects; of several, to the largest, then to the one that was
 * paid first. How accounts are called has no say.
 */
function assignFindings(
  graph: TemporalGraph,
  findings: readonly Finding[],
  groups: readonly (readonly Account[])[],
): ReadonlyMap<Finding, number> {
  const groupOf = new Map(groups.flatMap((members, index) => members.map((member) => [member, index] as const)));
  const firstPaid = groups.map((members) =>
    Math.min(...members.map((member) => rowsOf(graph.in, member)[0] ?? Infinity)),
  );
  const assigned = new Map<Finding, number>();
  for (const finding of findings) {
    const votes = new Map<number, number>();
    for (const subject of finding.subjects) {
      const group = groupOf.get(subject);
      if (group !== undefined) votes.set(group, (votes.get(group) ?? 0) + 1);
    }
    const [winner] = [...votes].sort(
      ([a, forA], [b, forB]) => forB - forA || groups[b]!.length - groups[a]!.length || firstPaid[a]! - firstPaid[b]!,
    );
    if (winner !== undefined) assigned.set(finding, winner[0]);
  }
  return assigned;
}

/** Payers of the group; where nobody only pays in, the counterparties outside it within the given transfers. */
function countOutsiders(
  graph: TemporalGraph,
  { operators, payerCount }: ProtectedCluster,
  rows: readonly Row[],
): number {
  if (payerCount > 0) return payerCount;
  const inside = new Set(operators);
  const outside = new Set<Account>();
  for (const row of rows) {
    if (!inside.has(graph.payer[row]!)) outside.add(graph.payer[row]!);
    if (!inside.has(graph.beneficiary[row]!)) outside.add(graph.beneficiary[row]!);
  }
  return outside.size;
}

/** Highest score first, then more evidence, then earlier; names decide only between clusters alike in all of that. */
function byEvidence(graph: TemporalGraph): (a: Candidate, b: Candidate) => number {
  const firstTime = ({ rows }: Candidate): number => graph.ledger.columns.timeMs[rows[0]!]!;
  return (a, b) =>
    b.score.total - a.score.total || b.rows.length - a.rows.length || firstTime(a) - firstTime(b) || a.index - b.index;
}

function describeCluster(graph: TemporalGraph, candidate: Candidate, id: string): Cluster {
  const { level, score, rows, stability, findings, protectedCluster } = candidate;
  if (level === 'context') throw new UsageError('cluster-level', `Expected ${id} to be a lead`);
  const { ledger } = graph;
  const inside = new Set(protectedCluster.operators);
  const operators = protectedCluster.operators.map((account): Operator => {
    const roles = hypothesiseRoles(profileAccount(graph, account, inside));
    const names = graph.holdersJoined ? ledger.accounts.membersOf(account) : [account];
    return { account, names: names.map((name) => ledger.accounts.key(name)), roles };
  });
  const entering = rows.filter((row) => inside.has(graph.beneficiary[row]!) && !inside.has(graph.payer[row]!));
  const fired = findings.filter(({ status }) => status === 'fired');
  return {
    id,
    level,
    score,
    operators,
    payers: protectedCluster.describePayers(),
    transferCount: rows.length,
    paidIn: ledger.totals(entering),
    firstMs: ledger.columns.timeMs[rows[0]!]!,
    lastMs: ledger.columns.timeMs[rows.at(-1)!]!,
    precision: ledger.precision,
    stability,
    typologies: [...new Set(fired.map(({ typology }) => typology))].sort(compareText),
  };
}

function listHubs(graph: TemporalGraph, hubs: ReadonlySet<Account>, protection: Protection): CaseFile['hubs'] {
  return [...hubs]
    .map((hub) => ({ hub, counterparties: counterpartyCount(graph, hub) }))
    .sort((a, b) => b.counterparties - a.counterparties || a.hub - b.hub)
    .map(({ hub, counterparties }) => ({ names: protection.namesOf(hub), counterparties }));
}
