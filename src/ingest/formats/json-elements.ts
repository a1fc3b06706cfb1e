import { InputError } from '../../foundation/index.js';

/** One element of the table as written. */
export interface JsonElement {
  /** Number of the element, or of the line in NDJSON; 1-based. */
  readonly line: number;
  readonly raw: string;
  /** Longer than a record may be: `raw` is its beginning. */
  readonly isTooLong: boolean;
}

/** Lines by their number, blank ones too. */
export async function* jsonLines(
  texts: AsyncIterable<string>,
  maxChars: number,
): AsyncGenerator<readonly JsonElement[]> {
  let rest = '';
  let line = 0;
  let isTooLong = false;
  const element = (raw: string): JsonElement => {
    const found = { line: ++line, raw: raw.slice(0, maxChars), isTooLong: isTooLong || raw.length > maxChars };
    isTooLong = false;
    return found;
  };
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > maxChars) {
      isTooLong = true;
      rest = rest.slice(0, maxChars);
    }
    yield lines.map(element);
  }
  if (rest !== '') yield [element(rest)];
}

/** Characters of a value beside the table, or of a key. */
const MAX_ASIDE_CHARS = 10_000_000;
const OPENING = '[{';

/**
 * The elements of an array of objects: the file itself, or the one such array among the values of the object that the file is.
 *
 * @throws InputError `json-unreadable` if the text is no such thing, `json-several-tables`
 */
export async function* jsonElements(
  texts: AsyncIterable<string>,
  name: string,
  maxChars: number,
): AsyncGenerator<readonly JsonElement[]> {
  const text = new JsonText(texts, name);
  if (await text.takes('[')) {
    yield* elementsOf(text, maxChars);
    if ((await text.peek()) !== undefined) text.fail('the end behind the array');
    return;
  }
  if (!(await text.takes('{'))) text.fail('an array or an object');
  let table: string | undefined;
  if (await text.takes('}')) return;
  do {
    const key = (await text.value(MAX_ASIDE_CHARS)).raw;
    if (!key.startsWith('"')) text.fail('a key');
    if (!(await text.takes(':'))) text.fail('":"');
    if (!(await text.takes('['))) await text.value(MAX_ASIDE_CHARS);
    else if ((await text.peek()) !== '{') await text.restOfArray();
    else {
      if (table !== undefined) {
        const message = `Expected one array of objects in ${name} but received ${table} and ${key.slice(0, 80)}`;
        throw new InputError('json-several-tables', message);
      }
      table = key.slice(0, 80);
      yield* elementsOf(text, maxChars);
    }
  } while (await text.takes(','));
  if (!(await text.takes('}'))) text.fail('"," or "}"');
  if (table === undefined) text.fail('an array of objects');
}

/** Elements a batch. */
const BATCH = 1000;

/** What stands behind `[`, to the closing bracket. */
async function* elementsOf(text: JsonText, maxChars: number): AsyncGenerator<readonly JsonElement[]> {
  let batch: JsonElement[] = [];
  let line = 0;
  if (await text.takes(']')) return;
  do {
    batch.push({ line: ++line, ...(text.valueAtOnce(maxChars) ?? (await text.value(maxChars))) });
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  } while (text.takesAtOnce(',') ?? (await text.takes(',')));
  if (!(await text.takes(']'))) text.fail('"," or "]"');
  yield batch;
}

/** JSON text that comes in pieces: marks and whole values are taken from its beginning. */
class JsonText {
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
