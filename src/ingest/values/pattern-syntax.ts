import { UsageError } from '../../foundation/index.js';

/** A parsed pattern. `test` answers for one code point. */
export type PatternNode =
  | { readonly kind: 'one'; readonly test: (codePoint: number) => boolean }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly options: readonly PatternNode[] }
  | { readonly kind: 'group'; readonly number: number; readonly inner: PatternNode }
  | {
      readonly kind: 'repeat';
      readonly inner: PatternNode;
      readonly least: number;
      /** Infinity = without end. */
      readonly most: number;
      readonly lazy: boolean;
    };

/** A longer pattern is refused. */
export const MAX_PATTERN_CHARS = 200;
const MAX_REPEAT = 100;

/** Parses the part of JavaScript's regular expressions that can be matched in linear time; see {@link parsePattern}. */
class PatternParser {
  readonly #source: string;
  #at = 0;
  #groups = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): PatternNode {
    const node = this.#choice();
    if (this.#at < this.#source.length) throw this.#refusal('a closing bracket without an opening one');
    return node;
  }

  #choice(): PatternNode {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return options.length === 1 ? options[0]! : { kind: 'choice', options };
  }

  #sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source[this.#at]!)) parts.push(this.#repeated());
    return { kind: 'sequence', parts };
  }

  #repeated(): PatternNode {
    const inner = this.#atom();
    const bounds = this.#bounds();
    if (bounds === undefined) return inner;
    const [least, most] = bounds;
    if (inner.kind === 'edge') throw this.#refusal('a repeated ^ or $');
    if (most > 1 && canBeEmpty(inner)) throw this.#refusal('a repetition of what may be empty');
    if (most > 1 && hasEndless(inner)) throw this.#refusal('a repetition inside a repetition');
    return { kind: 'repeat', inner, least, most, lazy: this.#take('?') };
  }

  #bounds(): [number, number] | undefined {
    if (this.#take('*')) return [0, Infinity];
    if (this.#take('+')) return [1, Infinity];
    if (this.#take('?')) return [0, 1];
    const match = /^\{(\d{1,4})(?:(,)(\d{0,4}))?\}/.exec(this.#source.slice(this.#at, this.#at + 12));
    if (match === null) return undefined;
    this.#at += match[0].length;
    const least = Number(match[1]);
    const most = match[2] === undefined ? least : match[3] === '' ? Infinity : Number(match[3]);
    if (least > MAX_REPEAT || (most > MAX_REPEAT && most !== Infinity)) {
      throw this.#refusal(`more than ${MAX_REPEAT} repetitions`);
    }
    if (most < least) throw this.#refusal('a repetition that ends before it begins');
    return [least, most];
  }

  #atom(): PatternNode {
    const char = String.fromCodePoint(this.#source.codePointAt(this.#at)!);
    this.#at += char.length;
    switch (char) {
      case '(':
        return this.#group();
      case '[':
        return { kind: 'one', test: this.#class() };
      case '.':
        return { kind: 'one', test: (code) => code !== 10 && code !== 13 && code !== 0x2028 && code !== 0x2029 };
      case '^':
        return { kind: 'edge', edge: 'start' };
      case '$':
        return { kind: 'edge', edge: 'end' };
      case '\\':
        return { kind: 'one', test: this.#escape() };
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
        throw this.#refusal(`${char} that stands alone (write \\${char} for the character itself)`);
      default:
        return { kind: 'one', test: isOne(char) };
    }
  }

  #group(): PatternNode {
    let number = 0;
    if (this.#take('?')) {
      if (!this.#take(':')) throw this.#refusal('a group other than (…) and (?:…)');
    } else number = ++this.#groups;
    const inner = this.#choice();
    if (!this.#take(')')) throw this.#refusal('a bracket that is not closed');
    return { kind: 'group', number, inner };
  }

  #class(): (code: number) => boolean {
    const negated = this.#take('^');
    const tests: ((code: number) => boolean)[] = [];
    while (!this.#take(']')) {
      if (this.#at >= this.#source.length) throw this.#refusal('a class that is not closed');
      const [from, test] = this.#classMember();
      const isRange = this.#source[this.#at] === '-' && this.#source[this.#at + 1] !== ']';
      if (!isRange) {
        tests.push(test);
        continue;
      }
      this.#at++;
      const [to] = this.#classMember();
      if (from === undefined || to === undefined || to < from) throw this.#refusal('a range that runs backwards');
      tests.push((code) => code >= from && code <= to);
    }
    return (code) => tests.some((test) => test(code)) !== negated;
  }

  /** One member of a class: its code point if it is a single character, and its test. */
  #classMember(): [number | undefined, (code: number) => boolean] {
    const code = this.#source.codePointAt(this.#at);
    if (code === undefined) throw this.#refusal('a class that is not closed');
    const char = String.fromCodePoint(code);
    this.#at += char.length;
    if (char !== '\\') return [code, isOne(char)];
    const next = this.#source[this.#at] ?? '';
    const test = this.#escape();
    return [/[dDwWsStnr]/.test(next) ? undefined : next.charCodeAt(0), test];
  }

  #escape(): (code: number) => boolean {
    const char = this.#source[this.#at++] ?? '';
    const known = ESCAPES.get(char);
    if (known !== undefined) return known;
    if (char === '' || /[A-Za-z0-9]/.test(char)) throw this.#refusal(`the escape \\${char}`);
    return isOne(char);
  }

  #take(char: string): boolean {
    if (this.#source[this.#at] !== char) return false;
    this.#at++;
    return true;
  }

  #refusal(what: string): UsageError {
    return patternRefused(this.#source, what);
  }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isWord = (code: number): boolean => isDigit(code) || code === 0x5f || isLetter(code);
const isLetter = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
const isBlank = (code: number): boolean => String.fromCodePoint(code).trim() === '';

const ESCAPES = new Map<string, (code: number) => boolean>([
  ['d', isDigit],
  ['D', (code) => !isDigit(code)],
  ['w', isWord],
  ['W', (code) => !isWord(code)],
  ['s', isBlank],
  ['S', (code) => !isBlank(code)],
  ['t', (code) => code === 9],
  ['n', (code) => code === 10],
  ['r', (code) => code === 13],
]);

function isOne(char: string): (code: number) => boolean {
  const wanted = char.codePointAt(0);
  return (code) => code === wanted;
}

function canBeEmpty(node: PatternNode): boolean {
  switch (node.kind) {
    case 'one':
      return false;
    case 'edge':
      return true;
    case 'sequence':
      return node.parts.every(canBeEmpty);
    case 'choice':
      return node.options.some(canBeEmpty);
    case 'group':
      return canBeEmpty(node.inner);
    case 'repeat':
      return node.least === 0 || canBeEmpty(node.inner);
  }
}

function hasEndless(node: PatternNode): boolean {
  switch (node.kind) {
    case 'one':
    case 'edge':
      return false;
    case 'sequence':
      return node.parts.some(hasEndless);
    case 'choice':
      return node.options.some(hasEndless);
    case 'group':
      return hasEndless(node.inner);
    case 'repeat':
      return node.most === Infinity || hasEndless(node.inner);
  }
}

export function patternRefused(source: string, what: string): UsageError {
  const shown = source.length > 60 ? `${source.slice(0, 60)}…` : source;
  return new UsageError(
    'pattern-refused',
    `Expected a pattern of characters, classes, groups, | and repetitions but received ${what} in ${shown}`,
  );
}

/**
 * Parses a pattern: the syntax of JavaScript's regular expressions without look-around, back references, named groups,
 * flags, `\b` and repetitions inside repetitions.
 *
 * @throws UsageError `pattern-refused` for anything else, and for more than 200 characters
 */
export function parsePattern(source: string): PatternNode {
  if (source.length > MAX_PATTERN_CHARS) throw patternRefused(source, `more than ${MAX_PATTERN_CHARS} characters`);
  if (source === '') throw patternRefused(source, 'nothing');
  return new PatternParser(source).parse();
}
