import { type Mapping } from '../mapping.js';
import { outcomeOf } from '../vocabulary/status-words.js';
import { type ColumnChoice } from './column-choice.js';
import { type ColumnProfile } from './column-profile.js';

/** More different words are no status. */
const MOST_WORDS = 8;

/** Columns that say what became of a transfer: rows that did not move money are left out, and every word decided is named. */
export function findFilters(choice: ColumnChoice): Pick<Mapping, 'only' | 'except'> {
  const only: [string, string[]][] = [];
  const except: [string, string[]][] = [];
  for (const column of choice.free.filter(isStatus)) {
    const words = [...new Set(column.texts)].sort();
    const [moved, stayed, open] = (['moved', 'not-moved', undefined] as const).map((outcome) =>
      words.filter((word) => outcomeIn(column, word) === outcome && (word !== '' || outcome !== undefined)),
    ) as [string[], string[], string[]];
    if (stayed.length === 0 && open.length === 0) continue;
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
  return {
    ...(only.length > 0 && { only: Object.fromEntries(only) }),
    ...(except.length > 0 && { except: Object.fromEntries(except) }),
  };
}

/** Few words, and some of them known, or a column called a status. */
function isStatus({ distinct, filled, looksLikeTimes, concepts }: ColumnProfile): boolean {
  if (distinct.size === 0 || distinct.size > MOST_WORDS || looksLikeTimes) return false;
  if (concepts.has('status'))
    return [...distinct].every((word) => word.length <= 40) && distinct.size < Math.max(2, filled.length);
  return (
    distinct.size > 1 &&
    [...distinct].every((word) => outcomeOf(word) !== undefined && !/^(?:yes|no|true|false)$/i.test(word))
  );
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
  const shown = (words: readonly string[]): string => words.map((word) => `"${word.slice(0, 40)}"`).join(', ');
  const parts = [
    ...(moved.length > 0 ? [`${shown(moved)} is read as moved`] : []),
    ...(stayed.length > 0 ? [`${shown(stayed)} is left out`] : []),
    ...(open.length > 0 ? [`${shown(open)} is not known, and ${leavesOpen ? 'left out' : 'read'}`] : []),
  ];
  return `column ${name.slice(0, 80)} looks like a status: ${parts.join('; ')}`;
}
