import { UsageError } from '../foundation/index.js';
import { CHANNELS, INSTITUTION_ACCOUNT_KINDS } from '../ledger/index.js';
import { greatest } from '../structures/index.js';
import { type AmountColumns, CLOCK_FORMATS, IN_AMOUNT, type Mapping, type PartyColumns, valuesOf } from './mapping.js';
import { directionWords, foldWord } from './statements/direction-words.js';
import { CellPattern } from './values/cell-pattern.js';
import { type ColumnRef, columnsIn, isFileValue, UNKNOWN_VALUE, type ValueRef } from './values/value-ref.js';
import { NO_CURRENCY } from './vocabulary/currencies.js';

const KEYS = new Set([
  ...['payer', 'beneficiary', 'ownAccount', 'time', 'amount', 'received', 'direction', 'credit', 'balance', 'only'],
  'balanceTolerance',
  ...['except', 'channel', 'id', 'sequence', 'label', 'numbers', 'missing', 'accounts', 'currencies', 'tokens'],
  ...['accountBlanks', 'dialect', 'columnCount', 'notes'],
]);
/**
 * Checks what the types of a mapping cannot say.
 * @throws UsageError `mapping-invalid` with the first fault, `pattern-refused`
 */
export function checkMapping(mapping: Mapping): void {
  const unknown = Object.keys(mapping).find((key) => !KEYS.has(key));
  require(unknown === undefined, `keys of a mapping (${[...KEYS].join(', ')})`, unknown ?? '');
  checkParties(mapping);
  for (const value of valuesOf(mapping)) checkValue(value);
  const { ownAccount } = mapping;
  if (ownAccount !== undefined && ownAccount !== 'given') checkValue(ownAccount);
  checkMoney(mapping);
  checkDirection(mapping);
  checkWords(mapping);
  const { time, channel, dialect } = mapping;
  if (typeof time === 'object' && 'formats' in time) {
    require(time.formats.length > 0, 'at least one time format', 'none');
    for (const format of time.formats) {
      require(CLOCK_FORMATS.includes(format), `time formats of ${CLOCK_FORMATS.join(' | ')}`, format);
    }
    const { pivot = 70 } = time;
    require(Number.isInteger(pivot) && pivot >= 0 && pivot <= 100, 'a pivot of 0 to 100', `${pivot}`);
  }
  for (const value of Object.values(channel?.values ?? {})) {
    require(CHANNELS.includes(value), `channels of ${CHANNELS.join(' | ')}`, value);
  }
  const { encoding = 'auto', elseEncoding } = dialect ?? {};
  const isElse = elseEncoding === undefined || encoding === 'auto';
  require(isElse, 'elseEncoding without encoding (it is what holds unless UTF-8 is seen)', encoding);
  const delimiter = dialect?.delimiter ?? 'auto';
  const isMark = delimiter.length === 1 && !'"\r\n\ufeff'.includes(delimiter);
  require(isMark || delimiter === 'auto' || delimiter === 'blank', 'a delimiter of one character or blank', delimiter);
  checkSizes(mapping);
  const titleRows = dialect?.titleRows ?? 0;
  require(Number.isInteger(titleRows) && titleRows >= 0 && titleRows <= 1000, 'titleRows of 0 to 1000', `${titleRows}`);
}

function checkParties({ payer = {}, beneficiary = {}, ownAccount }: Mapping): void {
  const open = [payer, beneficiary].filter(({ account }) => account === undefined).length;
  if (ownAccount === undefined) require(open === 0, 'payer.account and beneficiary.account, or ownAccount', 'less');
  else require(open === 1, 'ownAccount in the place of one account', open === 0 ? 'both accounts' : 'no account');
  const constants = [ownAccount, payer.account, beneficiary.account].filter(
    (value) => typeof value === 'object' && 'constant' in value,
  ).length;
  require(constants <= 1, 'an account that differs from row to row', 'constants on both sides');
  for (const party of [payer, beneficiary]) {
    checkStandIns(party);
    const isAlone = party.holderId !== undefined && party.holder === undefined;
    require(!isAlone, 'holder beside holderId (one column may be both)', 'holderId alone');
  }
}

function checkStandIns({ whenMissing = [] }: PartyColumns): void {
  for (const { values } of whenMissing) {
    for (const kind of Object.values(values)) {
      const allowed = `accounts that stand in of ${INSTITUTION_ACCOUNT_KINDS.join(' | ')}`;
      require(INSTITUTION_ACCOUNT_KINDS.includes(kind), allowed, kind);
    }
  }
}

function checkValue(value: ValueRef): void {
  for (const column of columnsIn(value)) checkColumn(column);
  if (typeof value !== 'object') return;
  if (Array.isArray(value)) require(value.length >= 2, 'at least two columns to join', `${value.length}`);
  if ('constant' in value) requireSaid(value.constant);
  if ('constant' in value) require(value.constant.trim() !== '', 'a constant that is not empty', value.constant);
  else if (isFileValue(value)) new CellPattern('fileName' in value ? value.fileName : value.title);
  else if ('pattern' in value) new CellPattern(value.pattern);
}

/**
 * Words of one list, words that rows or currencies are told by, characters of one word, columns of a table. A mapping beyond
 * these is a mistake or an attack.
 */
const MOST_WORDS = 1000;
const MOST_TELLING_WORDS = 10_000;
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
    const longest = greatest(
      words.map((word) => word.length),
      0,
    );
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
  requireSaid(name);
  require(name.length <= MOST_CHARACTERS, `a column name of at most ${MOST_CHARACTERS} characters`, `${name.length}`);
  require(Number.isInteger(occurrence) && occurrence >= 1, `an occurrence of ${name} from 1`, `${occurrence}`);
}

function checkMoney({
  amount,
  received,
  direction = 'as-given',
  credit,
  balance,
  numbers = {},
  ...rest
}: Mapping): void {
  const named = typeof direction === 'string' ? direction : 'by words';
  require(named === 'as-given' || amount !== undefined, `an amount with direction ${named}`, 'none');
  require(received === undefined || amount !== undefined, 'an amount beside the received one', 'none');
  require(balance === undefined || amount !== undefined, 'an amount beside the balance', 'none');
  const { balanceTolerance = 0 } = rest;
  require(balanceTolerance >= 0 &&
    balanceTolerance <= 1e6, 'a balanceTolerance of 0 to 1000000', `${balanceTolerance}`);
  require((named === 'debit-credit') ===
    (credit !== undefined), 'a credit column with direction debit-credit, and only then', named);
  const oneSum = named === 'debit-credit' || named === 'by words';
  require(!oneSum || received === undefined, `no received amount with direction ${named}`, 'one');
  for (const sum of [amount, received].filter((s) => s !== undefined)) checkUnits(sum, named);
  const { decimalMark = '.', thousandsMark = '' } = numbers;
  require(thousandsMark.length <= 1 && !/\d/.test(thousandsMark), 'a thousands mark of one character', thousandsMark);
  const { zero = 'quarantine' } = numbers;
  require(['quarantine', 'leave-out'].includes(zero), 'numbers.zero of quarantine | leave-out', zero);
  require(decimalMark !== thousandsMark, 'different marks for decimals and thousands', decimalMark);
  const confirmed = rest.currencies?.includes(NO_CURRENCY) === true;
  for (const { currency } of [amount, received].filter((sum) => sum !== undefined)) {
    if (currency === IN_AMOUNT || typeof currency !== 'object' || !('constant' in currency)) continue;
    const advice = `a currency (for amounts without one, confirm it by "currencies": ["${NO_CURRENCY}"])`;
    require(currency.constant.toUpperCase() !== NO_CURRENCY || confirmed, advice, currency.constant);
  }
}

function checkUnits(
  { column, orColumn, rawUnits = false, decimals, whenNoCurrency, currency }: AmountColumns,
  direction: string,
): void {
  const isEither = [column, orColumn].some((value) => typeof value === 'object' && 'orColumn' in value);
  require(!isEither, 'orColumn beside the column of an amount', 'orColumn within it');
  const oneColumn = orColumn === undefined || direction === 'as-given';
  require(oneColumn, 'orColumn with direction as-given (credit is the second column of a statement)', direction);
  require(!rawUnits || decimals === undefined, 'rawUnits or decimals, not both', 'both');
  if (whenNoCurrency === undefined) return;
  const isColumn = currency !== IN_AMOUNT && !(typeof currency === 'object' && 'constant' in currency);
  require(isColumn, 'whenNoCurrency beside a column of currencies', 'no such column');
  require(whenNoCurrency.trim() !== '' &&
    whenNoCurrency.length <= 100, 'whenNoCurrency of 1 to 100 characters', whenNoCurrency);
  requireSaid(whenNoCurrency);
}

function checkDirection({ direction }: Mapping): void {
  if (typeof direction !== 'object') return;
  const words = directionWords(direction);
  require([...words.values()].includes(true) && [...words.values()].includes(false), 'words both out and in', 'less');
  const incoming = new Set((direction.in ?? []).map(foldWord));
  const both = (direction.out ?? []).find((word) => incoming.has(foldWord(word)));
  require(both === undefined, 'a word of one direction', both ?? '');
}

function checkWords({ only = {}, except = {}, currencies = [], tokens, accounts = {} }: Mapping): void {
  const { placeholders = [] } = accounts;
  const lists = [...Object.values(only), ...Object.values(except), currencies];
  if (placeholders !== 'usual') lists.push(placeholders);
  for (const { length } of lists) {
    require(length <= MOST_TELLING_WORDS, `at most ${MOST_TELLING_WORDS} words`, `${length}`);
  }
  for (const [key, list] of Object.entries(only)) require(list.length > 0, `words that count in only.${key}`, 'none');
  require(typeof tokens !== 'string' || tokens.trim() !== '', 'a reason why any text is a currency', '');
}

/** A proposal that nobody has completed is not read. */
function requireSaid(text: string): void {
  const advice = `every ${UNKNOWN_VALUE} of a proposal to be replaced by a column, or by {"constant": "..."}`;
  require(text.trim() !== UNKNOWN_VALUE, advice, UNKNOWN_VALUE);
}

function require(holds: boolean, expected: string, received: string): void {
  if (!holds) throw new UsageError('mapping-invalid', `Expected ${expected} but received ${received}`);
}
