import { countryName } from '../../foundation/index.js';
import { OPERATOR_RULES, ROLE_LABELS } from '../../leads/index.js';
import { SMALLEST_GROUP } from '../document/case-format.js';
import type { LeadDocument, OperatorDocument } from '../document/lead-schema.js';
import { counted, joined, sumsInWords } from '../document/plain-words.js';
import { toOneDecimal, toPublicCount } from './coarse-counts.js';
import { toMonth } from './coarse-times.js';
import { redactedParts, redactedReviews, redactedStability } from './lead-words.js';
import { publicSums } from './public-sums.js';
import { type RedactionContext } from './redaction-context.js';
import { bandedCorridors } from './public-corridors.js';
import { isCountryCode, knownSentences, knownTypologies, TITLES } from './vocabulary.js';

/** A lead of fewer than three operators or transfers is not told at all. */
export function isTold({ operators, transferCount }: LeadDocument): boolean {
  return operators.length >= SMALLEST_GROUP && transferCount >= SMALLEST_GROUP;
}

/** A lead for everybody: counts, bands, months. It holds no row for an account, a finding or a transfer. */
export function publicLead(lead: LeadDocument, context: RedactionContext): LeadDocument {
  const { senders, protectedPayers: payers } = lead;
  const operators = likeOperators(lead);
  const told = {
    lead: lead.lead,
    level: lead.level,
    score: toOneDecimal(lead.score),
    feeFlow: lead.feeFlow,
    bias: toOneDecimal(lead.bias),
    parts: redactedParts(lead),
    missing: knownSentences(lead.missing),
    reduced: knownSentences(lead.reduced),
    operators,
    companions: toPublicCount(lead.companions),
    senders: {
      operators: toPublicCount(senders.operators),
      protectedPayers: toPublicCount(senders.protectedPayers),
      alsoPaidBack: toPublicCount(senders.alsoPaidBack),
    },
    protectedPayers: {
      count: toPublicCount(payers.count),
      ...(payers.places === undefined ? {} : { places: toPublicCount(payers.places) }),
      needsReview: redactedReviews(lead, toPublicCount),
      byCountry: payers.byCountry
        .filter(({ country, count }) => isCountryCode(country) && count >= SMALLEST_GROUP)
        .map(({ country, count }) => ({ country, count: toPublicCount(count) })),
      byOperator: operators.map(() => 0),
    },
    transferCount: toPublicCount(lead.transferCount),
    ...publicSums(lead, context),
    held: [],
    money: [],
    sameAmounts: [],
    corridors: bandedCorridors(lead.corridors, context),
    ...monthsOf(lead),
    stability: redactedStability(lead),
    typologies: knownTypologies(lead.typologies),
    findings: [],
    currencies: [],
    channels: [],
    places: [],
    files: [],
    transfers: noTransfers(),
  };
  return { ...told, narrative: narratePublic(told, toPublicCount(lead.operators.length)) };
}

/**
 * Operators as places without a name, where at least three share role and rule, in multiples of three; the others are not told.
 * Nothing of one of them is in it: not even the score, which is that of the lead.
 */
function likeOperators(lead: LeadDocument): OperatorDocument[] {
  const alike = new Map<string, OperatorDocument[]>();
  for (const operator of lead.operators) {
    const key = `${operator.role.role} ${operator.rule}`;
    alike.set(key, [...(alike.get(key) ?? []), operator]);
  }
  let number = 0;
  return [...alike.keys()].sort().flatMap((key) => {
    const group = alike.get(key)!;
    const { rule, role } = group[0]!;
    return Array.from({ length: toPublicCount(group.length) }, () => ({
      accounts: [{ institution: '', account: `${lead.lead} operator ${String(++number)}` }],
      rule,
      ruleText: OPERATOR_RULES[rule],
      score: toOneDecimal(lead.score),
      role: { role: role.role, label: ROLE_LABELS[role.role], reasons: [] },
      runnerUp: null,
      country: null,
      received: [],
      paid: [],
      first: '',
      last: '',
      counterparties: 0,
    }));
  });
}

/** The months of the third transfer and of the third last: those of the first and the last would tell of one transfer. */
function monthsOf({ transfers: { start, seconds } }: LeadDocument): { first: string; last: string } {
  const fromMs = start === null ? Number.NaN : Date.parse(start);
  const sorted = [...seconds].sort((a, b) => a - b);
  const month = (after: number | undefined): string =>
    after === undefined || Number.isNaN(fromMs) ? '' : toMonth(new Date(fromMs + 1000 * after).toISOString());
  return { first: month(sorted.at(SMALLEST_GROUP - 1)), last: month(sorted.at(-SMALLEST_GROUP)) };
}

function noTransfers(): LeadDocument['transfers'] {
  const [from, to, amount, currency, channel] = [[], [], [], [], []];
  const places = { countryFrom: [], countryTo: [], placeFrom: [], placeTo: [] };
  return { start: null, seconds: [], from, to, amount, currency, channel, ...places, file: [], line: [], findings: [] };
}

/** Who, what, when, where and why from what is public. Counts are "at least": they are rounded down. */
function narratePublic(lead: Omit<LeadDocument, 'narrative'>, operators: number): string[] {
  const { senders, paidIn, first, last, protectedPayers, typologies, level } = lead;
  const countries = protectedPayers.byCountry.map(
    ({ country, count }) => `${countryName(country)} (at least ${String(count)})`,
  );
  const patterns = typologies.map((id) => TITLES.get(id)!);
  const payers =
    senders.protectedPayers === 0
      ? 'How many protected payers paid them is not told.'
      : `They were paid by at least ${counted(senders.protectedPayers, 'protected payer')}.`;
  return [
    `At least ${counted(operators, 'account')}. ${payers}`,
    paidIn.length === 0
      ? `Sums are not told. Consistent with: ${patterns.join('; ') || 'no single pattern'}.`
      : `Exceptional payments of at least ${sumsInWords(paidIn)}, and less than ten times as much. Consistent with: ${patterns.join('; ') || 'no single pattern'}.`,
    first === '' || last === '' ? 'Times are not told.' : `Most of it happened from ${first} to ${last}.`,
    countries.length === 0 ? 'Countries are not told.' : `Payers paid from ${joined(countries)}.`,
    `It needs review${level === 'strong' ? '' : ' as a second look'}. A lead is not proof.`,
  ];
}
