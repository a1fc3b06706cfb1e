import { formatInstant, formatMoney } from '../foundation/index.js';
import { type CaseFile, type Cluster, type ListedFinding } from '../clusters/index.js';
import { ROLE_LABELS } from '../roles/index.js';
import { jsonArray } from './json-array.js';
import { linesByFile } from './lines-by-file.js';

/** Version of the layout of clusters.json. Raised when a field changes its meaning or goes. */
export const CASE_FORMAT = 1;

/** What every reader of a case has to know first. */
export const CASE_NOTICE =
  'Leads, not proof. Patterns are consistent with the named typologies and need review by a person. ' +
  'Absence of findings is not absence of smuggling. Not for immigration enforcement against individuals.';

/**
 * The text of clusters.json in chunks, one finding at a time, so that a case of any size can be written. Amounts are
 * decimal strings; accounts are exact texts (unlike the CSV tables, which guard against spreadsheet formulas).
 * Protected payers appear as numbers only.
 */
export function* caseJsonText(caseFile: CaseFile): Generator<string, void> {
  const { clusters, findings, protectionConcerns, hubs, notEvaluable, incomplete, remarks } = caseFile;
  yield `{\n"format": ${CASE_FORMAT},\n"notice": ${JSON.stringify(CASE_NOTICE)},\n`;
  yield* jsonArray('clusters', clusters, clusterToJson);
  yield* jsonArray('findings', findings, (finding) => findingToJson(caseFile, finding));
  yield* jsonArray('protectionConcerns', protectionConcerns, ({ concerned, ...concern }) => ({
    ...concern,
    concerned: concerned ?? null,
  }));
  yield* jsonArray('hubs', hubs, ({ names, counterparties }) => ({ accounts: names ?? null, counterparties }));
  yield* jsonArray('notEvaluable', notEvaluable, (entry) => entry);
  yield `"incomplete": ${JSON.stringify(incomplete)},\n"remarks": ${JSON.stringify(remarks)}\n}\n`;
}

function clusterToJson(cluster: Cluster): Record<string, unknown> {
  return {
    cluster: cluster.id,
    level: cluster.level,
    score: cluster.score,
    operators: cluster.operators.map(({ names, roles }) => ({
      accounts: names,
      roles: roles.map((hypothesis) => ({ ...hypothesis, label: ROLE_LABELS[hypothesis.role] })),
    })),
    protectedPayers: cluster.payers,
    transfers: cluster.transferCount,
    paidIn: cluster.paidIn.map((money) => ({ currency: money.currency, amount: formatMoney(money) })),
    first: formatInstant(cluster.firstMs, cluster.precision),
    last: formatInstant(cluster.lastMs, cluster.precision),
    stability: cluster.stability,
    typologies: cluster.typologies,
  };
}

function findingToJson({ ledger }: CaseFile, listed: ListedFinding): Record<string, unknown> {
  const { finding } = listed;
  return {
    finding: listed.id,
    cluster: listed.cluster ?? null,
    typology: finding.typology,
    version: finding.version,
    status: finding.status,
    countClass: finding.countClass,
    family: finding.family,
    strength: finding.strength,
    sentence: listed.sentence,
    accounts: listed.accounts,
    unnamedSubjects: listed.unnamedSubjects,
    payers: finding.payers.length,
    receivers: finding.receivers.length,
    measured: finding.measured,
    alternatives: finding.alternatives,
    evidence: linesByFile(ledger, finding.rows),
  };
}
