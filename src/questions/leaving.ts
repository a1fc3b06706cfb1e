import { countryName } from '../foundation/index.js';
import { type AskedLead, nameOf, type AskedOperator, askedOperator, type Sum } from './asked-case.js';
import { groupBy } from './group-by.js';
import { institutionsOf, type Passage, type ReadLead, sumsOf } from './passages.js';
import { countedOrFew, dayWords, listed, money } from './plain-words.js';

/** Names of operators that one sentence lists. */
const MOST_NAMES = 5;

/** Money that leaves a lead from the accounts of one institution, in cash or otherwise. */
export interface Leaving {
  /** Usually one; several where a holder's accounts lie at several and which of them paid is not told. */
  readonly institutions: readonly string[];
  readonly how: 'cash' | 'other';
  /** Operators that paid, in the order of the lead. */
  readonly operators: readonly AskedOperator[];
  /** Null for fewer transfers than the smallest group; then nothing else is told of them either. */
  readonly transfers: number | null;
  readonly sums: readonly Sum[];
  /** Places and countries that at least as many transfers went to as the smallest group, fullest first. */
  readonly destinations: readonly { readonly place: string; readonly transfers: number }[];
  readonly sentence: string;
}

/**
 * Where money of a lead leaves to other accounts or to cash: by institution of the last operator, which holds the next step.
 * Payments to protected payers are left out, as nobody has to be asked about them. O(transfers).
 */
export function leavingOf(read: ReadLead, smallestGroup: number): Leaving[] {
  const howOf = ({ index }: Passage): Leaving['how'] =>
    read.lead.channels[read.lead.transfers.channel[index]!] === 'cash' ? 'cash' : 'other';
  const leavers = read.passages.filter(({ kind, to }) => kind === 'out' && to !== -1);
  const groups = groupBy(leavers, (one) => JSON.stringify([institutionsOf(read.lead, one.from), howOf(one)]));
  return [...groups]
    .sort(([a, one], [b, two]) => two.length - one.length || (a < b ? -1 : 1))
    .map(([, passages]) => {
      const [first] = passages as [Passage, ...Passage[]];
      const institutions = institutionsOf(read.lead, first.from);
      return leaving(read, { institutions, how: howOf(first), passages, smallestGroup });
    });
}

interface LeavingParts {
  readonly institutions: readonly string[];
  readonly how: 'cash' | 'other';
  readonly passages: readonly Passage[];
  readonly smallestGroup: number;
}

function leaving(read: ReadLead, { institutions, how, passages, smallestGroup }: LeavingParts): Leaving {
  const isTold = passages.length >= smallestGroup;
  const payers = [...new Set(passages.map(({ from }) => from))].sort((a, b) => a - b);
  const operators = payers.map((one) => askedOperator(read.lead, one));
  const transfers = isTold ? passages.length : null;
  const sums = isTold ? sumsOf(read, passages) : [];
  const destinations = isTold ? destinationsOf(read.lead, passages, smallestGroup) : [];
  const names = operators.slice(0, MOST_NAMES).map(nameOf);
  const more = operators.length > MOST_NAMES ? [`${operators.length - MOST_NAMES} more`] : [];
  const what = isTold ? `, ${money(sums)}${periodOf(passages)}` : '';
  const where =
    destinations.length === 0
      ? ''
      : ` Told of where to: ${listed(destinations.map(({ place, transfers: n }) => `${place} (${n})`))}.`;
  const asked = how === 'cash' ? 'who took out the cash, and where' : 'who holds the accounts that were paid';
  const sentence =
    `Ask ${institutionWords(institutions)} ${asked}: ${countedOrFew(transfers, how === 'cash' ? 'payment' : 'transfer')}` +
    `${what}, from ${listed([...names, ...more])}.${where}`;
  return { institutions, how, operators, transfers, sums, destinations, sentence };
}

/** Institutions in words. */
export function institutionWords(institutions: readonly string[]): string {
  const told = institutions.filter((name) => name !== '');
  return told.length === 0 ? 'the institution, which the data do not name,' : told.join(' or ');
}

function destinationsOf(
  { places, transfers }: AskedLead,
  passages: readonly Passage[],
  smallestGroup: number,
): Leaving['destinations'] {
  const counts = new Map<string, number>();
  for (const { index } of passages) {
    const told = [places[transfers.placeTo[index]!], countryName(places[transfers.countryTo[index]!] ?? '')];
    const place = [...new Set(told)].filter((one) => one !== undefined && one !== '').join(', ');
    if (place !== '') counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count >= smallestGroup)
    .sort(([a, one], [b, two]) => two - one || (a < b ? -1 : 1))
    .map(([place, count]) => ({ place, transfers: count }));
}

function periodOf(passages: readonly Passage[]): string {
  const [first, last] = [passages[0]!.timeMs, passages.at(-1)!.timeMs];
  if (first === null || last === null) return '';
  const [a, b] = [dayWords(first), dayWords(last)];
  return a === b ? ` on ${a}` : ` between ${a} and ${b}`;
}
