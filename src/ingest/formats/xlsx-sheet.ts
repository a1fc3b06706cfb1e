import { rawOfCells, type SpoiltCell, type TableItem } from './table.js';
import { numberOfCell, textOfSerial } from './xlsx-numbers.js';
import { textsOf, type Workbook } from './xlsx-parts.js';
import { XmlWalk } from './xml-walk.js';
import { type ZipArchive } from './zip-archive.js';

/** Columns of the widest sheet. */
const MAX_COLUMNS = 16_384;

/** Reads the rows of one sheet; formulas are not run, what stands as their value is read. */
export class SheetReader {
  hiddenRows = 0;
  formulas = 0;
  readonly #workbook: Workbook;
  readonly #items: TableItem[] = [];
  #row = 0;
  #cells: string[] = [];
  #spoilt: SpoiltCell[] = [];
  #column = 0;
  #type = 'n';
  #style = 0;
  #text = '';
  #isInValue = false;
  #hasFormula = false;
  #phonetic = 0;
  #isInData = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  /** @throws InputError what archive and XML throw */
  *read(archive: ZipArchive, part: string, name: string): Generator<readonly TableItem[]> {
    const xml = new XmlWalk(`${name} (${part})`, {
      open: (element, attributes) => {
        this.#open(element, attributes);
      },
      text: (text) => {
        if (this.#isInValue) this.#text += text;
      },
      close: (element) => {
        this.#close(element);
      },
    });
    for (const text of textsOf(archive, part)) {
      xml.push(text);
      if (this.#items.length > 0) yield this.#items.splice(0);
    }
    xml.end();
    yield this.#items.splice(0);
  }

  #open(element: string, attributes: Readonly<Record<string, string>>): void {
    if (element === 'sheetData') this.#isInData = true;
    if (!this.#isInData) return;
    switch (element) {
      case 'row':
        this.#row = positive(attributes['r']) ?? this.#row + 1;
        if (['1', 'true'].includes(attributes['hidden'] ?? '')) this.hiddenRows++;
        this.#cells = [];
        this.#spoilt = [];
        this.#column = 0;
        return;
      case 'c':
        this.#column = columnOf(attributes['r']) ?? this.#column + 1;
        this.#type = attributes['t'] ?? 'n';
        this.#style = positive(attributes['s']) ?? 0;
        this.#text = '';
        this.#hasFormula = false;
        return;
      case 'f':
        this.#hasFormula = true;
        this.formulas++;
        return;
      case 'rPh':
        this.#phonetic++;
        return;
      case 'v':
      case 't':
        this.#isInValue = this.#phonetic === 0;
    }
  }

  #close(element: string): void {
    if (!this.#isInData) return;
    this.#isInValue = false;
    if (element === 'rPh') this.#phonetic--;
    else if (element === 'c') this.#endCell();
    else if (element === 'row') this.#endRow();
    else if (element === 'sheetData') this.#isInData = false;
  }

  #endCell(): void {
    if (this.#column > MAX_COLUMNS) return;
    while (this.#cells.length < this.#column) this.#cells.push('');
    this.#cells[this.#column - 1] = this.#meaning();
  }

  #meaning(): string {
    const text = this.#text;
    switch (this.#type) {
      case 's':
        return (
          this.#workbook.strings[Number(text)] ?? this.#spoil('cell-unreadable', 'a shared text that exists', text)
        );
      case 'b':
        return text === '1' ? 'TRUE' : 'FALSE';
      case 'e':
        return this.#spoil('cell-error', 'a value', text);
      case 'n':
        return this.#number(text.trim());
      default:
        return text;
    }
  }

  #number(stored: string): string {
    if (stored === '') {
      return this.#hasFormula ? this.#spoil('formula-without-value', 'a formula with its value stored', '') : '';
    }
    const { looks, from1904 } = this.#workbook;
    const look = looks[this.#style] ?? 'number';
    const moment = look === 'number' ? undefined : textOfSerial(stored, look, from1904);
    if (moment !== undefined) return moment;
    const { text, hasLostDigits } = numberOfCell(stored);
    return hasLostDigits ? this.#spoil('number-lost-digits', 'a number of at most 15 digits, or text', text) : text;
  }

  #spoil(code: string, expected: string, text: string): string {
    this.#spoilt.push({ cell: this.#column - 1, code, expected });
    return text;
  }

  #endRow(): void {
    const cells = this.#cells;
    while (cells.length > 0 && cells.at(-1)!.trim() === '' && this.#spoilt.at(-1)?.cell !== cells.length - 1)
      cells.pop();
    const spoilt = this.#spoilt.length === 0 ? {} : { spoilt: this.#spoilt };
    this.#items.push({ kind: 'record', line: this.#row, cells, raw: rawOfCells(cells), ...spoilt });
  }
}

function positive(text: string | undefined): number | undefined {
  const value = Number(text ?? '');
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

/** Number of the column in a reference such as `AB12`, from 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/u.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (let i = 0; i < letters.length; i++) column = column * 26 + letters.charCodeAt(i) - 64;
  return column;
}
