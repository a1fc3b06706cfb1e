import { type CaseDocument, type LeadDocument } from '../disclosure/index.js';
import { countryName, digitsOf, formatMinor, toMinor } from '../foundation/index.js';
import { type WholeLead } from './report-data.js';
import { askNextWords, timelineWords } from './words/asked-words.js';
import { countRoles } from './words/role-words.js';

/** Counts what is told of a lead as a whole. O(transfers). */
export function wholeLead(lead: LeadDocument, document: CaseDocument): WholeLead {
  const { operators, transfers } = lead;
  return {
    accounts: operators.length,
    institutions: new Set(
      operators.flatMap(({ accounts }) => accounts.map(({ institution }) => institution)).filter((one) => one !== ''),
    ).size,
    roles: countRoles(operators),
    countries: countriesOf(lead),
    transfers: transfers.from.length,
    sums: sumsOf(lead),
    timeline: timelineWords(lead, document.data.period),
    askNext: askNextWords(lead, document.smallestGroup),
  };
}

function countriesOf({ operators, protectedPayers, corridors }: LeadDocument): string[] {
  const found = new Set<string>();
  for (const { country } of operators) if (country !== null) found.add(country);
  for (const { country } of protectedPayers.byCountry) found.add(country);
  for (const { from, to } of corridors) found.add(from).add(to);
  return [...new Set([...found].map(countryName))];
}

function sumsOf({ currencies, transfers: { amount, currency } }: LeadDocument): { currency: string; amount: string }[] {
  const stated = currencies.map((): string[] => []);
  amount.forEach((text, i) => {
    if (text !== null) stated[currency[i]!]?.push(text);
  });
  return currencies.flatMap((code, i) => {
    const digits = digitsOf(stated[i]!);
    const sum = stated[i]!.reduce((total, text) => total + toMinor(text, digits), 0n);
    return sum === 0n ? [] : [{ currency: code, amount: formatMinor(sum, digits) }];
  });
}
