import { countryName } from '../../foundation/index.js';
import { type Role } from '../../leads/index.js';
import type { LeadDocument } from './lead-schema.js';
import { counted, dayInWords, joined, lowerFirst, sameAmountInWords, sumsInWords } from './plain-words.js';

/** A role as it is counted: one, several. */
const COUNTED: Readonly<Record<Role, readonly [one: string, many: string]>> = {
  collector: ['possible collector', 'possible collectors'],
  'pass-through': [
    'possible pass-through account (may be exploited)',
    'possible pass-through accounts (may be exploited)',
  ],
  coordinator: ['possible coordinator (may be exploited)', 'possible coordinators (may be exploited)'],
  'value-transfer': ['possible value-transfer node', 'possible value-transfer nodes'],
  'journey-service': ['possible journey service', 'possible journey services'],
  operator: ['account with no clearer role', 'accounts with no clearer role'],
};
const MOST_NAMED = 3;

/** What a narrative is made from: the document of the lead without it. */
export type ToldLead = Omit<LeadDocument, 'narrative'>;

/**
 * Who, what, when, where, and why, in five sentences made from the numbers of a lead. They claim nothing that its parts do
 * not. `titles`: patterns in words, by id; `hasClock`: whether its first and last are dates.
 */
export function narrate(lead: ToldLead, titles: ReadonlyMap<string, string>, hasClock: boolean): string[] {
  return [who(lead), what(lead, titles), when(lead, hasClock), where(lead), why(lead)];
}

function who({ operators, companions, senders }: ToldLead): string {
  const roles = (Object.keys(COUNTED) as Role[]).flatMap((role) => {
    const count = operators.filter((one) => one.role.role === role).length;
    return count === 0 ? [] : [counted(count, ...COUNTED[role])];
  });
  const rest = companions === 0 ? '' : ` (with ${counted(companions, 'further account')}, counted only)`;
  const verb = operators.length === 1 ? 'was' : 'were';
  const { protectedPayers, alsoPaidBack } = senders;
  const back = alsoPaidBack === 0 ? '' : ` and by ${counted(alsoPaidBack, 'other')} who got something back`;
  return `${joined(roles)}${rest} ${verb} paid by ${counted(protectedPayers, 'protected payer')}${back}.`;
}

function what(
  { paidIn, moved, paidOut, sameAmounts, typologies }: ToldLead,
  titles: ReadonlyMap<string, string>,
): string {
  const known = typologies.map((id) => lowerFirst(titles.get(id) ?? id));
  const more = known.length > MOST_NAMED ? [counted(known.length - MOST_NAMED, 'further pattern')] : [];
  const patterns = joined([...known.slice(0, MOST_NAMED).map((title) => `"${title}"`), ...more]);
  const sums =
    `Exceptional payments into it come to ${sumsInWords(paidIn)}; its accounts moved ${sumsInWords(moved)} among themselves ` +
    `and passed ${sumsInWords(paidOut)} on to others`;
  const first = patterns === '' ? `${sums}.` : `${sums}, consistent with ${patterns}.`;
  return [first, ...sameAmounts.map(sameAmountInWords)].join(' ');
}

function when({ first, last }: ToldLead, hasClock: boolean): string {
  if (!hasClock) return 'Times are not in the data: its transfers are only known in their order.';
  const [start, end] = [dayInWords(first), dayInWords(last)];
  return start === end ? `All of it happened on ${start}.` : `Its transfers run from ${start} to ${end}.`;
}

function where({ operators, protectedPayers: { byCountry }, transfers }: ToldLead): string {
  const places = new Map<string, number>();
  for (const { country } of operators) if (country !== null) places.set(country, (places.get(country) ?? 0) + 1);
  const isTold = places.size > 0 || [...transfers.placeFrom, ...transfers.placeTo].some((place) => place >= 0);
  if (!isTold && byCountry.length === 0) return 'Countries and places are not in the data.';
  const paid = byCountry
    .slice(0, MOST_NAMED)
    .map(({ country, count }) => `${countryName(country)} (${counted(count, 'payer')})`);
  const from =
    paid.length === 0 ? 'No country that at least three payers paid from is known' : `Payers paid from ${joined(paid)}`;
  const at = [...places].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_NAMED);
  if (at.length === 0) return `${from}.`;
  return `${from}; its accounts deal mostly in ${joined(at.map(([country, count]) => `${countryName(country)} (${count})`))}.`;
}

/** The first clause of a part's sentence, without its side and its weight. */
function firstClause(sentence: string): string {
  const [clause = ''] = sentence.replace(/^(?:Speaks against|Lowers): /iu, '').split(/[.;](?: |$)/u);
  return lowerFirst(clause.replace(/ \([+-][\d.]+\)$/u, ''));
}

/** The strongest part on either side. */
function why({ parts, level }: ToldLead): string {
  const strongest = (side: 'for' | 'against'): string | undefined =>
    [...parts].filter((part) => part.side === side).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))[0]
      ?.sentence;
  const [pro, contra] = [strongest('for'), strongest('against')];
  const review = level === 'strong' ? 'It needs review' : 'It needs review as a second look';
  return (
    [
      pro === undefined ? review : `${review}; what speaks most for it: ${firstClause(pro)}`,
      contra === undefined ? 'no part speaks against it' : `what speaks most against it: ${firstClause(contra)}`,
    ].join('; ') + '.'
  );
}
