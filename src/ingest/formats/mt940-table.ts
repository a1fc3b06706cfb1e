import { sampleBytes } from '../byte-sample.js';
import { isUtf8, sniffDialect } from '../sniff-dialect.js';
import { decodeText } from '../text-decoding.js';
import { type Mt940Line, parseBalance, parseLine, parseOwnAccount } from './mt940-line.js';
import { parsePurpose } from './mt940-purpose.js';
import { RunningBalance } from './running-balance.js';
import { NOBODY, recordOf, STATEMENT_COLUMNS, type StatementParty } from './statement-records.js';
import { type Table, type TableItem } from './table.js';

/** Bytes by which the encoding is found. */
const SAMPLE_BYTES = 65_536;
/** Lines of one field; the standard knows six, banks write more. */
const MAX_FIELD_LINES = 200;
const MAX_LINE_CHARS = 10_000;

/**
 * Customer statements of SWIFT: MT940 and MT942, with message blocks or bare. Every field :61: is a record; its line is where it
 * begins.
 *
 * @param given encoding that the mapping names; without one UTF-8, or windows-1252 where the bytes are not that
 */
export async function mt940Table(chunks: AsyncIterable<Uint8Array>, given: string | undefined): Promise<Table> {
  const { head, all } = await sampleBytes(chunks, SAMPLE_BYTES);
  const hint = given === undefined || given === 'auto' ? undefined : given;
  const found = sniffDialect(head, hint === undefined ? {} : { encoding: hint }).dialect.encoding;
  const isGuess = hint === undefined && found === 'utf-8' && !isUtf8(head);
  const encoding = isGuess ? 'windows-1252' : found;
  const reader = new Mt940Reader();
  if (isGuess) reader.notes.push('not valid UTF-8: read as windows-1252, which is a guess; see dialect.encoding');
  async function* items(): AsyncGenerator<readonly TableItem[]> {
    let rest = '';
    for await (const text of decodeText(all, encoding)) {
      const lines = (rest + text).split('\n');
      rest = (lines.pop() ?? '').slice(0, MAX_LINE_CHARS);
      for (const line of lines) reader.line(line);
      yield reader.take();
    }
    if (rest !== '') reader.line(rest);
    reader.end();
    yield reader.take();
  }
  return { format: 'mt940', name: '', encoding, columns: STATEMENT_COLUMNS, items: items(), notes: () => reader.notes };
}

interface Field {
  readonly tag: string;
  readonly at: number;
  readonly lines: string[];
}

/** Turns lines into fields and fields into items. A statement ends where the next begins. */
class Mt940Reader {
  readonly notes: string[] = [];
  readonly #items: TableItem[] = [];
  #lineNumber = 0;
  #field: Field | undefined;
  #own: StatementParty = NOBODY;
  #currency = '';
  #balance = new RunningBalance();
  /** A statement line that waits for its field :86:. */
  #pending: { readonly line: Mt940Line; readonly at: number } | undefined;
  #unplaced = 0;

  line(text: string): void {
    this.#lineNumber++;
    const line = text
      .slice(0, MAX_LINE_CHARS)
      .replace(/^\ufeff/u, '')
      .replace(/^\{1:.*\{4:/u, '')
      .trimEnd();
    const tag = /^:(\d{2}[A-Z]?):/u.exec(line);
    if (tag !== null) {
      this.#endField();
      this.#field = { tag: tag[1]!, at: this.#lineNumber, lines: [line.slice(tag[0].length)] };
    } else if (/^-(?:\}.*)?$/u.test(line)) this.#endField();
    else if (this.#field === undefined) {
      if (line !== '' && !/^(?:\{|\$|\d{3}$|\x01|\x03)/u.test(line)) this.#unplaced++;
    } else if (this.#field.lines.length < MAX_FIELD_LINES) this.#field.lines.push(line);
  }

  end(): void {
    this.#endField();
    this.#endStatement();
    if (this.#unplaced > 0) this.notes.push(`${this.#unplaced} lines belong to no field and were not read`);
  }

  take(): TableItem[] {
    return this.#items.splice(0);
  }

  #endField(): void {
    const field = this.#field;
    this.#field = undefined;
    if (field === undefined) return;
    const [first = ''] = field.lines;
    switch (field.tag) {
      case '20':
        this.#endStatement();
        return;
      case '25':
      case '25P':
        this.#own = parseOwnAccount(field.lines);
        return;
      case '60F':
      case '60M':
      case '62F':
      case '62M':
        this.#takeBalance(field.tag, first);
        return;
      case '34F':
        this.#currency ||= /^[A-Z]{3}/u.exec(first)?.[0] ?? '';
        return;
      case '61':
        this.#flush([]);
        this.#takeLine(first, field);
        return;
      case '86':
        if (this.#pending !== undefined) this.#flush(field.lines);
        return;
    }
  }

  #takeBalance(tag: string, text: string): void {
    this.#flush([]);
    const balance = parseBalance(text);
    if (balance === undefined) return;
    if (tag.startsWith('60')) {
      this.#currency = balance.currency;
      this.#balance.opening = balance;
    } else this.#balance.closing = balance;
  }

  #takeLine(text: string, { at }: Field): void {
    const line = parseLine(text);
    if (line !== undefined) {
      this.#pending = { line, at };
      return;
    }
    const expected = 'date, C or D, amount with a comma, type';
    const fault = { code: 'statement-line-unreadable', column: ':61:', expected, received: 'another line' };
    this.#items.push({ kind: 'refused', line: at, raw: `:61:${text}`, fault });
  }

  /** Hands on the statement line that waits, with what its field :86: says. */
  #flush(purposeLines: readonly string[]): void {
    const { line, at } = this.#pending ?? {};
    this.#pending = undefined;
    if (line === undefined || at === undefined) return;
    if (line.isExpected) {
      this.#items.push({ kind: 'left-out', code: 'not-moved' });
      return;
    }
    const said = parsePurpose(purposeLines);
    this.#balance.move(line.amount, line.arrives);
    this.#items.push(
      recordOf({
        line: at,
        bookingTime: line.entryDate,
        valueDate: line.valueDate,
        own: this.#own,
        other: said.other,
        arrives: line.arrives,
        amount: line.amount,
        currency: this.#currency,
        channel: said.channel || line.channel,
        reference: said.reference || line.reference,
        purpose: said.purpose,
      }),
    );
  }

  #endStatement(): void {
    this.#flush([]);
    const remark = this.#balance.check(this.#lineNumber);
    if (remark !== undefined) this.#items.push(remark);
    this.#own = NOBODY;
    this.#currency = '';
    this.#balance = new RunningBalance();
  }
}
