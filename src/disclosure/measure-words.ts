import { type Measure } from '../evidence/index.js';

/** Measures whose name does not say it, in words. The others are read as their name is written. */
const WORDS: ReadonlyMap<string, string> = new Map([
  ['activeDaysSinceFirstSeen', 'active since first seen'],
  ['balanceLeft', 'share left on the account'],
  ['between', 'accounts in between'],
  ['bunching', 'deposits just under a threshold to each just over it'],
  ['burstsApart', 'bursts that lie apart'],
  ['chance', 'chance of it by accident'],
  ['chanceAmongAllTested', 'the same, allowing for all that was tested'],
  ['commonReceivers', 'receivers in common'],
  ['coverage', 'share of payments on the route'],
  ['credits', 'payments in'],
  ['cyclesOnTheseAccounts', 'ways round these accounts'],
  ['depositsInWindow', 'deposits within the window'],
  ['distinctCounterparties', 'different counterparties'],
  ['distinctPayers', 'different payers'],
  ['distinctReceivers', 'different receivers'],
  ['earlyShare', 'share received early'],
  ['elsewhereShare', 'share taken out elsewhere'],
  ['estimatedCommission', 'share kept as a possible commission'],
  ['familiesInSeveralBursts', 'share of families in several bursts'],
  ['feeders', 'feeding accounts'],
  ['fewestSenders', 'senders of the account with fewest'],
  ['fewestWiresAfterCash', 'wires after cash, fewest of a customer'],
  ['firstToLastBurstDays', 'first to last burst'],
  ['gamma', 'agreement with the order of the route, 1 = complete'],
  ['giniOfFamilies', 'inequality of what families pay (Gini), 0 = none'],
  ['heldShare', 'share of the time that money was held'],
  ['highBandDeposits', 'deposits just over the threshold'],
  ['highestMeanBalance', 'highest mean share kept'],
  ['highestMedianDwellHours', 'longest median stay of money'],
  ['lowBandDeposits', 'deposits just under the threshold'],
  ['lowestOutRatio', 'lowest share that left again'],
  ['lowestShare', 'lowest share sent on'],
  ['medianDwellHours', 'median stay of money'],
  ['medianLagDays', 'median hold'],
  ['longestLagDays', 'longest hold'],
  ['longestStayHours', 'longest from cash to cheque'],
  ['shortestLagDays', 'shortest hold'],
  ['medianRatio', 'median rest to first part'],
  ['months', 'months in which it holds'],
  ['mostPayments', 'payments of the family with most'],
  ['netShare', 'share that does not cancel out'],
  ['onwardPayments', 'payments on'],
  ['otherCounterpartyOverlap', 'share of other counterparties in common'],
  ['outRatio', 'share that left again'],
  ['pairsOfCashAndCheque', 'pairs of cash and cheque'],
  ['p90DwellHours', 'stay of nine tenths of the money'],
  ['passedShare', 'share passed on'],
  ['payerOverlap', 'share of payers in common'],
  ['placeConcentration', 'share of the commonest place'],
  ['placesIn', 'places of payment in'],
  ['placesOut', 'places of payment out'],
  ['positionsOccurring', 'positions of the route that occur'],
  ['quietDays', 'quiet since'],
  ['receiverOverlap', 'share of receivers in common'],
  ['releases', 'payments after a hold'],
  ['wholeReleases', 'of them, whole sums'],
  ['runSpanHours', 'time span of the whole run'],
  ['shareOfLargestAbroad', 'share of all payments out that the largest receivers abroad get'],
  ['shareOfAllCounterparties', 'share of all its counterparties'],
  ['shortestLastGapDays', 'shortest gap at the end'],
  ['spanDays', 'time span'],
  ['spanHours', 'time span'],
  ['targets', 'accounts that are fed'],
  ['unlinkedCustomers', 'customers without a link'],
  ['unlinkedSenders', 'senders without a link'],
  ['weeklyPeaksOfPayments', 'days of the week that payments keep to'],
  ['windowsInRun', 'windows in a row'],
]);

/** Measures that had to stay at or below their threshold; the others had to reach it. */
const AT_MOST: ReadonlySet<string> = new Set([
  'balanceLeft',
  'chance',
  'chanceAmongAllTested',
  'estimatedCommission',
  'familiesInSeveralBursts',
  'giniOfFamilies',
  'highestMeanBalance',
  'highestMedianDwellHours',
  'longestGapDays',
  'longestLagDays',
  'longestStayHours',
  'medianDwellHours',
  'netShare',
  'otherCounterpartyOverlap',
  'payerOverlap',
  'placeConcentration',
  'spanHours',
]);

/** Measures whose threshold decides how much a finding is worth, not whether it holds. */
const WEIGHS_ONLY: ReadonlySet<string> = new Set(['otherClients']);

/** What a measure is called in words: `medianGapDays` is a "median gap". */
export function wordsOfMeasure({ name, unit }: Pick<Measure, 'name' | 'unit'>): string {
  const known = WORDS.get(name);
  if (known !== undefined) return known;
  const words = spaced.get(name) ?? name.replaceAll(CAPITAL, (letter) => ` ${letter.toLowerCase()}`);
  spaced.set(name, words);
  return words.endsWith(` ${unit}`) ? words.slice(0, -unit.length - 1) : words;
}

/** Where a word begins in a name. */
const CAPITAL = /(?<=[a-z0-9])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])/gu;
/** Names as words, once asked for: a case has a hundred thousand measures of a few dozen names. */
const spaced = new Map<string, string>();

/** How a measure had to stand to its threshold; undefined where it did not have to. */
export function boundOfMeasure({ name, threshold }: Measure): 'atLeast' | 'atMost' | undefined {
  if (threshold === undefined || WEIGHS_ONLY.has(name)) return undefined;
  return AT_MOST.has(name) ? 'atMost' : 'atLeast';
}

/** `senders 7 (at least 5)`, `length 12 hours (at most 24)`, `share passed on 93 %`. */
export function formatMeasure(measure: Measure): string {
  const { value, unit, currency, threshold } = measure;
  const figure = (one: number): string => (unit === 'share' ? `${rounded(100 * one)} %` : rounded(one));
  const shown = typeof value === 'number' ? figure(value) : value;
  const after = unit === 'hours' || unit === 'days' ? ` ${unit}` : '';
  const money = unit === 'money' ? `${currency ?? ''} ` : '';
  const bound = boundOfMeasure(measure);
  const side = bound === 'atMost' ? 'at most' : 'at least';
  const against = bound === undefined || threshold === undefined ? '' : ` (${side} ${figure(threshold)})`;
  return `${wordsOfMeasure(measure)} ${money}${shown}${after}${against}`;
}

/** Two decimals, or as many as it takes not to make a whole number of what is none. */
function rounded(value: number): string {
  if (Number.isInteger(value)) return String(value);
  for (const decimals of [2, 4, 6]) {
    const shorter = Number(value.toFixed(decimals));
    if (shorter === value || !Number.isInteger(shorter)) return String(shorter);
  }
  return String(value);
}
