import { CellPattern } from '../values/cell-pattern.js';
import { MAX_PATTERN_CHARS } from '../values/pattern-syntax.js';
import { type FileValue } from '../values/value-ref.js';
import { isAccount, isIban } from './column-profile.js';
import { conceptsOf } from './header-concepts.js';

/** What is known of a file beside its rows. */
export interface FileBeginning {
  readonly name: string;
  /** Lines above the header, cells joined by blanks. */
  readonly titles: readonly string[];
}

/** Words with digits enough to be a number of an account. */
const NUMBERS = /[\p{L}\p{N}]{6,40}/gu;
/** Words that say what a line is about are kept in the pattern, if they are few. */
const LONGEST_LABEL = 60;

/**
 * Where the account of a statement may be found: a title that names one, else the file's name. The pattern says how the
 * number is built and not what it is, so that it fits other statements of the bank. Undefined if there is none.
 */
export function findOwnAccount({ name, titles }: FileBeginning): FileValue | undefined {
  const title = titlePattern(titles);
  if (title !== undefined) return { title };
  const [found] = numbersIn(name.replace(/\.[^.]*$/u, ''));
  const fileName = found === undefined ? '' : `(${shapeOf(found)})`;
  return found !== undefined && finds(fileName, [name], found) ? { fileName } : undefined;
}

function titlePattern(titles: readonly string[]): string | undefined {
  const lines = titles.map((line) => ({ line, numbers: numbersIn(line) }));
  const iban = lines.find(({ numbers }) => numbers.some(isIban));
  const named = lines.find(({ line, numbers }, i) => {
    const about = conceptsOf(line);
    const above = conceptsOf(titles[i - 1] ?? '');
    const isNamed = about.has('account') || about.has('phone') || (above.has('account') && line.trim() === numbers[0]);
    return numbers.length > 0 && isNamed;
  });
  const found = iban ?? named;
  if (found === undefined) return undefined;
  const number = found.numbers.find(isIban) ?? found.numbers[0]!;
  const label = found.line.slice(0, found.line.indexOf(number));
  const isLabel = label.length <= LONGEST_LABEL && !/\d/.test(label) && conceptsOf(label).has('account');
  const pattern = `${isLabel ? escaped(label) : ''}(${shapeOf(number)})`;
  return finds(pattern, titles, number) ? pattern : undefined;
}

/** Whether the first thing that a pattern finds is what it was made from. */
function finds(pattern: string, texts: readonly string[], number: string): boolean {
  if (pattern.length > MAX_PATTERN_CHARS) return false;
  const made = new CellPattern(pattern);
  return texts.map((text) => made.find(text)).find((found) => found !== undefined) === number;
}

function numbersIn(text: string): string[] {
  const words = text.match(NUMBERS) ?? [];
  return words.filter(
    (word) => isAccount(word) && (word.match(/\d/g) ?? []).length >= 6 && !/^(?:19|20)\d{6}$/.test(word),
  );
}

/** `DE12345` as `[A-Z]{2}\d{5}`. */
function shapeOf(word: string): string {
  const shape = word.replace(/[A-Z]+|[a-z]+|\d+|[^A-Za-z\d]+/g, (run) => {
    const kind = /^\d/.test(run) ? '\\d' : /^[A-Z]/.test(run) ? '[A-Z]' : /^[a-z]/.test(run) ? '[a-z]' : '.';
    return run.length === 1 ? kind : `${kind}{${run.length}}`;
  });
  return shape.length <= LONGEST_LABEL ? shape : `[A-Za-z0-9]{${word.length}}`;
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
