import { type Guess, guessTimeFormat } from '../guess-formats.js';
import { type ClockFormat, type TimeMapping } from '../mapping.js';
import { type ColumnChoice, UNKNOWN_VALUE } from './column-choice.js';
import { type ColumnProfile, holdsTimesOfDay } from './column-profile.js';

/** When the transfers were made: what is called a date and holds dates; booked before valued, whole times before days. */
export function findTime(choice: ColumnChoice, titles: readonly string[]): TimeMapping {
  const dates = choice.about(['date'], ['aside', 'balance']).filter(({ looksLikeTimes }) => looksLikeTimes);
  const values = choice.about(['valueDate'], ['aside']).filter(({ looksLikeTimes }) => looksLikeTimes);
  const own = dates.filter(({ concepts }) => !concepts.has('valueDate'));
  const [column] = [...(own.length > 0 ? own : [...dates, ...values])].sort((a, b) => rank(a) - rank(b));
  if (column === undefined) {
    choice.leaveOpen(
      'the time',
      choice.free.filter(({ looksLikeTimes, concepts }) => looksLikeTimes || concepts.has('date')),
    );
    return { column: UNKNOWN_VALUE, formats: ['YYYY-MM-DD'], zone: '+00:00' };
  }
  const guess = formatOf(column, choice, titles);
  choice.doubts.push(...guess.doubts);
  const ref = choice.take(column)!;
  const isClock = guess.value.startsWith('unix');
  const hasClock = isClock || column.filled.some((text) => /\d:\d\d/.test(text));
  const [ofDay] = hasClock ? [] : choice.free.filter(holdsTimesOfDay);
  const timeOfDay = choice.take(ofDay);
  if (!isClock && !column.filled.some((text) => /(?:Z|[+-]\d\d:?\d\d)$/.test(text))) {
    choice.doubts.push('times without a zone of their own are taken for UTC (time.zone)');
  }
  return { column: ref, ...(timeOfDay !== undefined && { timeOfDay }), formats: [guess.value], zone: '+00:00' };
}

const SLASHED = /(?<!\d)\d{1,2}([-/.])\d{1,2}\1\d{4}(?!\d)/g;

/** Where a column does not show whether the day stands first, other dates of the file may. */
function formatOf({ filled }: ColumnProfile, choice: ColumnChoice, titles: readonly string[]): Guess<ClockFormat> {
  const guess = guessTimeFormat(filled)!;
  if (guess.value !== 'auto-date') return guess;
  const others = choice.free.filter(({ looksLikeTimes }) => looksLikeTimes).flatMap((column) => column.filled);
  const dates = [...titles, ...others].flatMap((text) => text.match(SLASHED) ?? []);
  const wider = guessTimeFormat([...filled, ...dates]);
  if (wider === undefined || wider.value === 'auto-date') return guess;
  return { value: wider.value, doubts: [`${wider.doubts.join('; ')}, which stands elsewhere in the file`] };
}

/** Less is better: words of the moment of booking, a time of the day, and few empty cells. */
function rank({ name, filled, texts }: ColumnProfile): number {
  const isUnix = filled.every((text) => /^\d{9,13}(?:\.\d+)?$/.test(text));
  const hasClock = filled.some((text) => /\d:\d\d/.test(text));
  const isFinal = /complet|book|buch|post/i.test(name);
  return (isFinal ? -4 : 0) + (hasClock ? -2 : 0) + (isUnix ? 1 : 0) + (filled.length < texts.length / 2 ? 5 : 0);
}
