import { InputError } from '../../foundation/index.js';
import { JsonText, MAX_ASIDE_CHARS } from './json-text.js';

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
