import { UsageError } from '../foundation/index.js';
import { CHANNELS } from '../ledger/index.js';
import { CLOCK_FORMATS, type ColumnRef, columnsOf, type Mapping } from './mapping.js';

const KEYS = new Set([
  ...[
    'payer',
    'beneficiary',
    'time',
    'amount',
    'received',
    'direction',
    'credit',
    'channel',
    'id',
    'sequence',
    'label',
  ],
  ...['numbers', 'missing', 'accountBlanks', 'dialect', 'columnCount', 'notes'],
]);

/**
 * Checks what the types of a mapping cannot say.
 * @throws UsageError `mapping-invalid` with the first fault
 */
export function checkMapping(mapping: Mapping): void {
  const unknown = Object.keys(mapping).find((key) => !KEYS.has(key));
  require(unknown === undefined, `keys of a mapping (${[...KEYS].join(', ')})`, unknown ?? '');
  for (const column of columnsOf(mapping)) checkColumn(column);
  checkMoney(mapping);
  const { time, channel, dialect } = mapping;
  if (typeof time === 'object' && 'formats' in time) {
    require(time.formats.length > 0, 'at least one time format', 'none');
    for (const format of time.formats) {
      require(CLOCK_FORMATS.includes(format), `time formats of ${CLOCK_FORMATS.join(' | ')}`, format);
    }
  }
  for (const value of Object.values(channel?.values ?? {})) {
    require(CHANNELS.includes(value), `channels of ${CHANNELS.join(' | ')}`, value);
  }
  const delimiter = dialect?.delimiter ?? 'auto';
  const isMark = delimiter.length === 1 && !'"\r\n\ufeff'.includes(delimiter);
  require(isMark || delimiter === 'auto' || delimiter === 'blank', 'a delimiter of one character or blank', delimiter);
  checkSizes(mapping);
  const titleRows = dialect?.titleRows ?? 0;
  require(Number.isInteger(titleRows) && titleRows >= 0 && titleRows <= 1000, 'titleRows of 0 to 1000', `${titleRows}`);
}

/** Words of one list, characters of one word, columns of a table. A mapping beyond these is a mistake or an attack. */
const MOST_WORDS = 1000;
const MOST_CHARACTERS = 1000;
const MOST_COLUMNS = 10_000;

/** Bounds what a mapping can make a reader do for each record. Texts are compared as they are: no pattern is ever run. */
function checkSizes({ missing, notes, dialect, channel, numbers, columnCount = 1 }: Mapping): void {
  const channels = Object.keys(channel?.values ?? {});
  const lists = {
    missing,
    notes,
    skipPrefixes: dialect?.skipPrefixes,
    footerPrefixes: dialect?.footerPrefixes,
    channels,
  };
  for (const [name, words = []] of Object.entries(lists)) {
    require(words.length <= MOST_WORDS, `at most ${MOST_WORDS} ${name}`, `${words.length}`);
    const longest = Math.max(0, ...words.map((word) => word.length));
    require(longest <= MOST_CHARACTERS, `${name} of at most ${MOST_CHARACTERS} characters`, `${longest}`);
  }
  const signs = numbers?.currencySigns?.length ?? 0;
  require(signs <= MOST_CHARACTERS, `at most ${MOST_CHARACTERS} currency signs`, `${signs}`);
  const isCount = Number.isInteger(columnCount) && columnCount >= 1 && columnCount <= MOST_COLUMNS;
  require(isCount, `a columnCount of 1 to ${MOST_COLUMNS}`, `${columnCount}`);
}

function checkColumn(column: ColumnRef): void {
  if (typeof column === 'number') {
    require(Number.isInteger(column) &&
      column >= 1 &&
      column <= MOST_COLUMNS, `column positions from 1 to ${MOST_COLUMNS}`, `${column}`);
    return;
  }
  const { name, occurrence = 1 } = typeof column === 'string' ? { name: column } : column;
  require(typeof name === 'string' && name.trim() !== '', 'a column name', name);
  require(name.length <= MOST_CHARACTERS, `a column name of at most ${MOST_CHARACTERS} characters`, `${name.length}`);
  require(Number.isInteger(occurrence) && occurrence >= 1, `an occurrence of ${name} from 1`, `${occurrence}`);
}

function checkMoney({ amount, received, direction = 'as-given', credit, numbers = {} }: Mapping): void {
  require(direction === 'as-given' || amount !== undefined, `an amount with direction ${direction}`, 'none');
  require(received === undefined || amount !== undefined, 'an amount beside the received one', 'none');
  require((direction === 'debit-credit') ===
    (credit !== undefined), 'a credit column with direction debit-credit, and only then', direction);
  require(direction !== 'debit-credit' || received === undefined, 'no received amount with debit-credit', 'one');
  const { decimalMark = '.', thousandsMark = '' } = numbers;
  require(thousandsMark.length <= 1 && !/\d/.test(thousandsMark), 'a thousands mark of one character', thousandsMark);
  require(decimalMark !== thousandsMark, 'different marks for decimals and thousands', decimalMark);
}

function require(holds: boolean, expected: string, received: string): void {
  if (!holds) throw new UsageError('mapping-invalid', `Expected ${expected} but received ${received}`);
}
