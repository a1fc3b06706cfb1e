import { InputError } from '../../foundation/index.js';

/** Characters of a value beside the table, or of a key. */
export const MAX_ASIDE_CHARS = 10_000_000;
const OPENING = '[{';

/** JSON text that comes in pieces: marks and whole values are taken from its beginning. */
export class JsonText {
  readonly #texts: AsyncIterator<string>;
  readonly #name: string;
  #buffer = '';
  #at = 0;
  /** Characters before the buffer. */
  #before = 0;
  #isDone = false;

  constructor(texts: AsyncIterable<string>, name: string) {
    this.#texts = texts[Symbol.asyncIterator]();
    this.#name = name;
  }

  /** The next character that is no blank, left where it is; undefined at the end. */
  async peek(): Promise<string | undefined> {
    for (;;) {
      const found = this.#nextMark();
      if (found !== undefined) return found;
      if (!(await this.#more())) return undefined;
    }
  }

  async takes(mark: string): Promise<boolean> {
    if ((await this.peek()) !== mark) return false;
    this.#at++;
    return true;
  }

  /** {@link takes} without waiting; undefined if that depends on what has not been read yet. */
  takesAtOnce(mark: string): boolean | undefined {
    const next = this.#nextMark();
    if (next === undefined) return undefined;
    if (next === mark) this.#at++;
    return next === mark;
  }

  /** {@link value} without waiting; undefined if its end has not been read yet. */
  valueAtOnce(maxChars: number): { raw: string; isTooLong: boolean } | undefined {
    if (this.#nextMark() === undefined) return undefined;
    const scan = new ValueScan();
    const end = scan.find(this.#buffer, this.#at);
    return end < 0 ? undefined : this.#cut(end, maxChars);
  }

  /** Takes a whole value; of one longer than allowed only its beginning is kept. */
  async value(maxChars: number): Promise<{ raw: string; isTooLong: boolean }> {
    if ((await this.peek()) === undefined) this.fail('a value');
    const scan = new ValueScan();
    let head = '';
    let isTooLong = false;
    for (;;) {
      const end = scan.find(this.#buffer, this.#at);
      if (end >= 0) {
        const { raw } = this.#cut(end, Infinity);
        const whole = head + raw;
        return { raw: whole.slice(0, maxChars), isTooLong: isTooLong || whole.length > maxChars };
      }
      head += this.#buffer.slice(this.#at);
      if (head.length > maxChars) {
        isTooLong = true;
        head = head.slice(0, maxChars);
      }
      this.#before += this.#buffer.length;
      this.#buffer = '';
      this.#at = 0;
      if (!(await this.#more())) {
        if (scan.isScalar) return { raw: head, isTooLong };
        this.fail('the end of a value');
      }
    }
  }

  /** Goes behind the `]` of an array that is no table. */
  async restOfArray(): Promise<void> {
    if (await this.takes(']')) return;
    do await this.value(MAX_ASIDE_CHARS);
    while (await this.takes(','));
    if (!(await this.takes(']'))) this.fail('"," or "]"');
  }

  fail(expected: string): never {
    const at = this.#before + this.#at + 1;
    throw new InputError('json-unreadable', `Expected ${expected} in ${this.#name} at character ${at}`);
  }

  #cut(end: number, maxChars: number): { raw: string; isTooLong: boolean } {
    const length = end - this.#at;
    const raw = this.#buffer.slice(this.#at, this.#at + Math.min(length, maxChars));
    this.#at = end;
    return { raw, isTooLong: length > maxChars };
  }

  #nextMark(): string | undefined {
    BLANKS.lastIndex = this.#at;
    BLANKS.exec(this.#buffer);
    this.#at = BLANKS.lastIndex;
    return this.#buffer[this.#at];
  }

  async #more(): Promise<boolean> {
    if (this.#isDone) return false;
    const next = await this.#texts.next();
    if (next.done === true) {
      this.#isDone = true;
      return false;
    }
    this.#before += this.#at;
    this.#buffer = this.#buffer.slice(this.#at) + next.value;
    this.#at = 0;
    return true;
  }
}

const BLANKS = /[ \t\n\r]*/y;
const INSIDE_VALUE = /["{}[\]]/g;
const INSIDE_STRING = /["\\]/g;
const SCALAR_END = /[,\]}\s:]/g;

/** Finds where a value ends, over pieces of text: by brackets and quotes; whether it is well-formed inside is not looked at. */
class ValueScan {
  isScalar = false;
  #depth = 0;
  #inString = false;
  #hasBegun = false;
  #skipsNext = false;

  /** Position behind the value, or -1 if the text ends before. */
  find(text: string, from: number): number {
    let at = from;
    if (!this.#hasBegun) {
      this.#hasBegun = true;
      const first = text[at] ?? '';
      this.isScalar = first !== '"' && !OPENING.includes(first);
    }
    if (this.isScalar) return nextOf(SCALAR_END, text, at);
    if (this.#skipsNext && at < text.length) {
      this.#skipsNext = false;
      at++;
    }
    for (;;) {
      const found = nextOf(this.#inString ? INSIDE_STRING : INSIDE_VALUE, text, at);
      if (found < 0) return -1;
      const mark = text[found]!;
      at = found + 1;
      if (mark === '\\') {
        if (at === text.length) this.#skipsNext = true;
        at++;
      } else if (mark === '"') this.#inString = !this.#inString;
      else if (OPENING.includes(mark)) this.#depth++;
      else this.#depth--;
      if (this.#depth <= 0 && !this.#inString && mark !== '\\') return at;
      if (at >= text.length) return -1;
    }
  }
}

function nextOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}
