import { formatInstant, formatMoney } from '../foundation/index.js';
import { type CaseFile, type Lead, type ListedFinding } from '../disclosure/index.js';
import { OPERATOR_RULES, ROLE_LABELS } from '../leads/index.js';
import { jsonArray } from './json-array.js';
import { linesByFile } from './lines-by-file.js';

/** Version of the layout of case.json. Raised when a field changes its meaning or goes. */
export const CASE_FORMAT = 2;

/** What every reader of a case has to know first. */
export const CASE_NOTICE =
  'Leads, not proof. Patterns are consistent with the named typologies and need review by a person. ' +
  'Absence of findings is not absence of smuggling. Not for immigration enforcement against individuals.';

/**
 * The text of case.json in chunks, one finding at a time, so that a case of any size can be written. Amounts are
 * decimal strings; accounts are exact texts (unlike the CSV tables, which guard against spreadsheet formulas).
 * Protected payers appear as numbers only.
 */
export function* caseJsonText(caseFile: CaseFile): Generator<string, void> {
  const { leads, unnamed, findings, protectionConcerns, hubs, notEvaluable, incomplete, remarks, nullCheck } = caseFile;
  yield `{\n"format": ${CASE_FORMAT},\n"notice": ${JSON.stringify(CASE_NOTICE)},\n`;
  yield* jsonArray('leads', leads, leadToJson);
  yield `"unnamed": ${JSON.stringify(unnamed)},\n`;
  yield* jsonArray('findings', findings, (finding) => findingToJson(caseFile, finding));
  yield* jsonArray('protectionConcerns', protectionConcerns, ({ concerned, ...concern }) => ({
    ...concern,
    concerned: concerned ?? null,
  }));
  if (nullCheck !== undefined) yield `"nullCheck": ${JSON.stringify(nullCheck)},\n`;
  yield* jsonArray('hubs', hubs, ({ names, counterparties }) => ({ accounts: names ?? null, counterparties }));
  yield* jsonArray('notEvaluable', notEvaluable, (entry) => entry);
  yield `"incomplete": ${JSON.stringify(incomplete)},\n"remarks": ${JSON.stringify(remarks)}\n}\n`;
}

function leadToJson(lead: Lead): Record<string, unknown> {
  return {
    lead: lead.id,
    level: lead.level,
    score: lead.score,
    feeFlow: lead.feeFlow,
    bias: lead.bias,
    parts: lead.parts,
    missing: lead.missing,
    reduced: lead.reduced,
    operators: lead.operators.map(({ names, rule, score, role }) => ({
      accounts: names,
      rule,
      ruleText: OPERATOR_RULES[rule],
      score,
      role: { ...role, label: ROLE_LABELS[role.role] },
    })),
    companions: lead.companions,
    protectedPayers: lead.payers,
    transfers: lead.transferCount,
    paidIn: lead.paidIn.map((money) => ({ currency: money.currency, amount: formatMoney(money) })),
    first: formatInstant(lead.firstMs, lead.precision),
    last: formatInstant(lead.lastMs, lead.precision),
    stability: lead.stability,
    typologies: lead.typologies,
  };
}

function findingToJson({ ledger }: CaseFile, listed: ListedFinding): Record<string, unknown> {
  const { finding } = listed;
  return {
    finding: listed.id,
    lead: listed.lead ?? null,
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
