import { type Mapping } from '../mapping.js';
import { outcomeOf } from '../vocabulary/status-words.js';
import { type ColumnChoice } from './column-choice.js';
import { type ColumnProfile } from './column-profile.js';

/** More different words are no status; in a column that is called one, more words are none that could be printed. */
const MOST_WORDS = 8;
const MOST_NAMED_WORDS = 20;
const LONGEST_WORD = 40;

/**
 * Columns that say what became of a transfer: rows that did not move money are left out, and every word decided is named.
 * Where more words are unknown than known the column may be about something else, and is left to a doubt.
 */
export function findFilters(choice: ColumnChoice): Pick<Mapping, 'only' | 'except'> {
  const only: [string, string[]][] = [];
  const except: [string, string[]][] = [];
  for (const column of choice.free.filter(isStatus)) {
    const words = [...new Set(column.texts)].sort();
    const [moved, stayed, open] = (['moved', 'not-moved', undefined] as const).map((outcome) =>
      words.filter((word) => outcomeIn(column, word) === outcome && (word !== '' || outcome !== undefined)),
    ) as [string[], string[], string[]];
    if (open.length > moved.length + stayed.length) continue;
    // Words of a column that is called a status are kept to, since others may come behind the sample.
    if (stayed.length === 0 && open.length === 0 && !column.concepts.has('status')) continue;
    const key = choice.refTo(column);
    if (typeof key !== 'string') continue;
    // Rows that say nothing are not left out for it.
    const isSilent = words.includes('') && !moved.includes('');
    if (moved.length > 0 && !isSilent) only.push([key, moved]);
    else if (stayed.length > 0) except.push([key, stayed]);
    else continue;
    choice.take(column);
    const leavesOpen = moved.length > 0 && !isSilent;
    choice.doubts.push(describe(column.name, { moved, stayed, open }, leavesOpen));
  }
  const unread = choice.free.filter((column) => isCalledStatus(column) && !column.looksLikeAmounts);
  choice.doubts.push(...unread.map(describeUnread));
  return {
    ...(only.length > 0 && { only: Object.fromEntries(only) }),
    ...(except.length > 0 && { except: Object.fromEntries(except) }),
  };
}

/** Few words, all of them known, or a column called a status with some that are known or said again. */
function isStatus(column: ColumnProfile): boolean {
  const { distinct, filled, looksLikeTimes } = column;
  if (distinct.size === 0 || looksLikeTimes) return false;
  if (isCalledStatus(column)) {
    const isKnown = [...distinct].some((word) => outcomeIn(column, word) !== undefined);
    return hasShownWords(column) && (isKnown || distinct.size < Math.max(2, filled.length));
  }
  return (
    distinct.size > 1 &&
    distinct.size <= MOST_WORDS &&
    [...distinct].every((word) => outcomeOf(word) !== undefined && !/^(?:yes|no|true|false)$/i.test(word))
  );
}

function isCalledStatus({ concepts, looksLikeTimes }: ColumnProfile): boolean {
  return concepts.has('status') && !looksLikeTimes;
}

function hasShownWords({ distinct }: ColumnProfile): boolean {
  return distinct.size <= MOST_NAMED_WORDS && [...distinct].every((word) => word.length <= LONGEST_WORD);
}

/** Says that rows which moved nothing may be among those that are read. */
function describeUnread({ name, distinct }: ColumnProfile): string {
  const called = `column ${name.slice(0, 80)} is called a status, and of its ${distinct.size} different words`;
  return `${called} none was taken for one: all rows are read; say in only or except which of them moved money`;
}

function outcomeIn({ name }: ColumnProfile, word: string): ReturnType<typeof outcomeOf> {
  if (/^is_?error$/i.test(name.trim())) return word === '0' ? 'moved' : word === '1' ? 'not-moved' : undefined;
  return outcomeOf(word);
}

function describe(
  name: string,
  { moved, stayed, open }: Readonly<Record<'moved' | 'stayed' | 'open', readonly string[]>>,
  leavesOpen: boolean,
): string {
  const shown = (words: readonly string[]): string =>
    words.map((word) => `"${word.slice(0, LONGEST_WORD)}"`).join(', ');
  const parts = [
    ...(moved.length > 0 ? [`${shown(moved)} is read as moved`] : []),
    ...(stayed.length > 0 ? [`${shown(stayed)} is left out`] : []),
    ...(open.length > 0 ? [`${shown(open)} is not known, and ${leavesOpen ? 'left out' : 'read'}`] : []),
  ];
  return `column ${name.slice(0, 80)} looks like a status: ${parts.join('; ')}`;
}
