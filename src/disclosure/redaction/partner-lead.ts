import { OPERATOR_RULES, ROLE_LABELS } from '../../leads/index.js';
import type { LeadDocument, OperatorDocument } from '../document/lead-schema.js';
import { narrate } from '../document/narrative.js';
import { toOneDecimal, toPartnerCount } from './coarse-counts.js';
import { toTwoDigits } from './coarse-amounts.js';
import { toDay } from './coarse-times.js';
import { orderOperators } from './operator-order.js';
import { redactedParts, redactedReviews, redactedStability } from './lead-words.js';
import { partnerTransfers } from './partner-transfers.js';
import { type RedactionContext, roundedSums } from './redaction-context.js';
import { isCountryCode, knownSentences, knownTypologies, TITLES } from './vocabulary.js';

/** A lead for a partner: pseudonyms, days, two significant digits; every text is one of ours, written from what is left. */
export function partnerLead(lead: LeadDocument, context: RedactionContext): LeadDocument {
  const pseudonyms = lead.operators.map(({ accounts }) => context.pseudonyms.accounts(accounts));
  const order = orderOperators(lead, pseudonyms);
  const { protectedPayers: payers, transfers } = lead;
  const sums = (some: LeadDocument['paidIn']): LeadDocument['paidIn'] => roundedSums(context, some);
  const told = {
    lead: lead.lead,
    level: lead.level,
    score: toOneDecimal(lead.score),
    feeFlow: lead.feeFlow,
    bias: toOneDecimal(lead.bias),
    parts: redactedParts(lead),
    missing: knownSentences(lead.missing),
    reduced: knownSentences(lead.reduced),
    operators: order.from.map((old) => partnerOperator(lead.operators[old]!, pseudonyms[old]!, context)),
    companions: lead.companions,
    senders: { ...lead.senders },
    protectedPayers: {
      count: payers.count,
      ...(payers.places === undefined ? {} : { places: payers.places }),
      needsReview: redactedReviews(lead, (count) => count),
      byCountry: payers.byCountry.filter(({ country }) => isCountryCode(country)).map((one) => ({ ...one })),
      byOperator: order.from.map((old) => payers.byOperator[old] ?? 0),
    },
    transferCount: lead.transferCount,
    paidIn: sums(lead.paidIn),
    moved: sums(lead.moved),
    paidOut: sums(lead.paidOut),
    held: lead.held.map((one) => ({ rule: redactedRule(one.rule), sums: sums(one.sums) })),
    money: lead.money.map((one) => roundedMoney(context, one)),
    sameAmounts: [],
    corridors: lead.corridors
      .filter(({ from, to }) => isCountryCode(from) && isCountryCode(to))
      .map((one) => ({ ...one, sums: sums(one.sums) })),
    first: toDay(lead.first),
    last: toDay(lead.last),
    stability: redactedStability(lead),
    typologies: knownTypologies(lead.typologies),
    findings: lead.findings.map((id) => (/^F\d{5,}$/u.test(id) ? id : 'F00000')),
    ...partnerTransfers(lead, order.to, context),
  };
  return { ...told, narrative: narrate(told, TITLES, transfers.start !== null && told.first !== '') };
}

function partnerOperator(
  operator: OperatorDocument,
  accounts: OperatorDocument['accounts'],
  context: RedactionContext,
): OperatorDocument {
  const { rule, role, runnerUp, country } = operator;
  const labelled = ({ role: name }: OperatorDocument['role']): OperatorDocument['role'] => ({
    role: name,
    label: ROLE_LABELS[name],
    reasons: [],
  });
  return {
    accounts,
    rule,
    ruleText: OPERATOR_RULES[rule],
    score: toOneDecimal(operator.score),
    role: labelled(role),
    runnerUp: runnerUp === null ? null : labelled(runnerUp),
    country: country !== null && isCountryCode(country) ? country : null,
    received: roundedSums(context, operator.received),
    paid: roundedSums(context, operator.paid),
    first: toDay(operator.first),
    last: toDay(operator.last),
    counterparties: toPartnerCount(operator.counterparties),
  };
}

/** A line of money with two significant digits in each part: parts may miss their sums. What is no number is 0. */
function roundedMoney(context: RedactionContext, line: LeadDocument['money'][number]): LeadDocument['money'][number] {
  const part = (amount: string): string => toTwoDigits(amount) ?? '0';
  return {
    currency: context.currencies.label(line.currency),
    exceptional: part(line.exceptional),
    toCounted: part(line.toCounted),
    arrived: part(line.arrived),
    otherIn: part(line.otherIn),
    movedPaid: part(line.movedPaid),
    movedReceived: part(line.movedReceived),
    onward: part(line.onward),
    otherOut: part(line.otherOut),
    inCash: part(line.inCash),
    paidBack: part(line.paidBack),
    toOtherLeads: part(line.toOtherLeads),
    elsewhere: part(line.elsewhere),
  };
}

/** Names of tracing rules are words with dashes. */
function redactedRule(rule: string): string {
  return /^[a-z][a-z-]{1,30}$/u.test(rule) ? rule : 'another rule';
}
