import { sampleBytes } from '../byte-sample.js';
import { sniffDialect } from '../sniff-dialect.js';
import { decodeText } from '../text-decoding.js';
import { type CamtEntry, CamtStatement } from './camt-statement.js';
import { unreadable } from './detect-format.js';
import { STATEMENT_COLUMNS } from './statement-records.js';
import { type Table, type TableItem } from './table.js';
import { XmlNode } from './xml-node.js';
import { XmlWalk } from './xml-walk.js';

const MESSAGES = new Map([
  ['BkToCstmrStmt', 'camt.053'],
  ['BkToCstmrDbtCdtNtfctn', 'camt.054'],
]);
const STATEMENTS = new Set(['Stmt', 'Ntfctn']);

/**
 * Bank to customer statements and notifications (ISO 20022, camt.053 and camt.054, any version: elements are told by their local
 * names). Lines are those on which a transaction begins, or an entry that has none.
 *
 * @param maxRecordChars characters kept of one transaction; a longer one is refused
 */
export async function camtTable(
  chunks: AsyncIterable<Uint8Array>,
  name: string,
  maxRecordChars: number,
): Promise<Table> {
  const sample = await sampleBytes(chunks, 1024);
  const encoding = xmlEncoding(sample.head);
  const reader = new CamtReader(name, maxRecordChars);
  async function* items(): AsyncGenerator<readonly TableItem[]> {
    for await (const text of decodeText(sample.all, encoding)) {
      reader.push(text);
      yield reader.take();
    }
    reader.end();
    yield reader.take();
  }
  return { format: 'camt', name: '', encoding, columns: STATEMENT_COLUMNS, items: items(), notes: () => reader.notes };
}

/** By the byte order mark or zero bytes, else as the XML declaration says, if such an encoding exists. */
function xmlEncoding(head: Uint8Array): string {
  const { dialect, text } = sniffDialect(head, {});
  const declared = /^\s*<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/u.exec(text)?.[1];
  if (dialect.encoding !== 'utf-8' || dialect.bomBytes > 0 || declared === undefined) return dialect.encoding;
  try {
    const { encoding } = new TextDecoder(declared);
    return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  } catch {
    return 'utf-8';
  }
}

/** Turns the elements of a message into items, with no more than one transaction in memory. */
class CamtReader {
  readonly notes: string[] = [];
  readonly #name: string;
  readonly #walk: XmlWalk;
  readonly #maxChars: number;
  /** Names of the elements that are open. */
  readonly #path: string[] = [];
  /** Elements that are kept, from an account, balance or entry inwards. */
  readonly #kept: XmlNode[] = [];
  readonly #items: TableItem[] = [];
  #message = '';
  #statement: CamtStatement | undefined;
  #entry: CamtEntry | undefined;
  #chars = 0;
  #isTooLong = false;

  constructor(name: string, maxChars: number) {
    this.#name = name;
    this.#maxChars = maxChars;
    this.#walk = new XmlWalk(name, {
      open: (element, attributes, line) => {
        this.#open(element, attributes, line);
      },
      text: (text) => {
        this.#text(text);
      },
      close: (element) => {
        this.#close(element);
      },
    });
  }

  push(text: string): void {
    this.#walk.push(text);
  }

  take(): TableItem[] {
    return this.#items.splice(0);
  }

  end(): void {
    this.#walk.end();
    if (this.#message === '') throw this.#noStatement('an XML document without statement');
    if (this.#walk.line <= 2) this.notes.push('the file is one line: line numbers do not tell its entries apart');
  }

  #open(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const parent = this.#path.at(-1) ?? '';
    this.#path.push(name);
    if (this.#kept.length > 0) {
      this.#keep(name, attributes, line);
      return;
    }
    if (parent === 'Document' && !MESSAGES.has(name)) throw this.#noStatement(`ISO 20022 message ${name.slice(0, 60)}`);
    if (MESSAGES.has(name)) {
      this.#message = MESSAGES.get(name)!;
      this.notes.push(`${this.#message}: entries that are not booked are left out as not-moved`);
    } else if (STATEMENTS.has(name) && MESSAGES.has(parent)) {
      this.#statement = new CamtStatement(this.#items);
    } else if (STATEMENTS.has(parent) && this.#statement !== undefined && ['Acct', 'Bal', 'Ntry'].includes(name)) {
      this.#chars = 0;
      this.#isTooLong = false;
      if (name === 'Ntry') this.#entry = this.#statement.entry();
      this.#keep(name, attributes, line);
    }
  }

  #keep(name: string, attributes: Readonly<Record<string, string>>, line: number): void {
    const node = new XmlNode(name, line, attributes);
    const parent = this.#kept.at(-1);
    this.#kept.push(node);
    this.#chars += name.length;
    if (this.#chars > this.#maxChars) this.#isTooLong = true;
    // A transaction is handed on by itself and does not stay with its entry.
    else if (name !== 'TxDtls') parent?.children.push(node);
  }

  #text(text: string): void {
    const node = this.#kept.at(-1);
    if (node === undefined) return;
    this.#chars += text.length;
    if (this.#chars > this.#maxChars) this.#isTooLong = true;
    else node.addText(text);
  }

  #close(name: string): void {
    this.#path.pop();
    const node = this.#kept.pop();
    if (node === undefined) {
      if (STATEMENTS.has(name) && MESSAGES.has(this.#path.at(-1) ?? '')) {
        this.#statement?.end(this.#walk.line);
        this.#statement = undefined;
      }
      return;
    }
    if (name === 'TxDtls' && this.#entry !== undefined) {
      if (this.#isTooLong) {
        this.#refuse(node);
        this.#entry.detailsRefused();
      } else this.#entry.details(node, this.#kept[0]!);
      this.#chars = 0;
      this.#isTooLong = false;
    } else if (this.#kept.length === 0) this.#finish(name, node);
  }

  #finish(name: string, node: XmlNode): void {
    if (name === 'Acct') this.#statement?.account(node);
    else if (name === 'Bal') this.#statement?.balanceGiven(node);
    else if (this.#isTooLong) this.#refuse(node);
    else this.#entry?.end(node);
    if (name === 'Ntry') this.#entry = undefined;
  }

  #refuse(node: XmlNode): void {
    const expected = `a transaction of at most ${this.#maxChars} characters`;
    const fault = { code: 'record-too-long', column: '', expected, received: 'a longer one' };
    this.#items.push({ kind: 'refused', line: node.line, raw: '', fault });
  }

  #noStatement(what: string): Error {
    return unreadable(this.#name, what, 'only camt.053 and camt.054 are read');
  }
}
