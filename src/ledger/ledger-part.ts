import { type Account } from '../foundation/index.js';
import { type ColumnArray, permuteInto } from '../structures/index.js';
import { type LedgerColumns } from './ledger-parts.js';
import { Ledger } from './ledger.js';

/** Some transfers of a ledger as a ledger of their own. */
export interface LedgerPart {
  readonly ledger: Ledger;
  /** By account of the part: its number in the whole; ascending. */
  readonly accounts: Int32Array;
}

/**
 * The ledger of some rows. Times, amounts, places and
 * sources are those of the whole, and so is the order of everything: only numbers of rows and accounts are smaller.
 *
 * O(rows + accounts of the whole); texts are not copied.
 *
 * @param rows of the whole, ascending, each once
 * @param joinHolders whether accounts that stand for the holders of others come along; otherwise each is its own
 */
export function partOfLedger(whole: Ledger, rows: Uint32Array, joinHolders: boolean): LedgerPart {
  const { accounts: directory, columns, currencies, places, sources, precision, sequenced } = whole;
  const unit = joinHolders ? directory.unit : undefined;
  const accounts = accountsOf(whole, rows, unit);
  const numbers = new Int32Array(directory.size);
  accounts.forEach((account, number) => (numbers[account] = number));
  const renumbered = (column: Int32Array): Int32Array => {
    const picked = pick(column, rows, Int32Array);
    for (let row = 0; row < picked.length; row++) picked[row] = numbers[picked[row]!]!;
    return picked;
  };
  const { textIndex } = columns;
  return {
    accounts,
    ledger: new Ledger({
      ...{ currencies, places, sources, precision, sequenced },
      accounts: directory.pick(accounts, unit && accounts.map((account) => numbers[unit[account]!]!)),
      columns: {
        ...pickColumns(columns, rows),
        payer: renumbered(columns.payer),
        beneficiary: renumbered(columns.beneficiary),
        id: columns.id,
        textIndex: columns.id && (textIndex === undefined ? rows : pick(textIndex, rows, Uint32Array)),
      },
      wideAmounts: pickWide(whole.wideAmounts, rows),
      wideReceived: pickWide(whole.wideReceived, rows),
    }),
  };
}

function accountsOf(
  { accounts: { size }, columns }: Ledger,
  rows: Uint32Array,
  unit: Int32Array | undefined,
): Int32Array {
  const isHere = new Uint8Array(size);
  const meet = (account: Account): void => {
    isHere[account] = 1;
    if (unit !== undefined) isHere[unit[account]!] = 1;
  };
  for (const row of rows) {
    meet(columns.payer[row]!);
    meet(columns.beneficiary[row]!);
  }
  let count = 0;
  for (let account = 0; account < size; account++) count += isHere[account]!;
  const accounts = new Int32Array(count);
  let number = 0;
  for (let account = 0; account < size; account++) if (isHere[account] === 1) accounts[number++] = account;
  return accounts;
}

type PlainColumns = Omit<LedgerColumns, 'payer' | 'beneficiary' | 'id' | 'textIndex'>;

function pickColumns(columns: LedgerColumns, rows: Uint32Array): PlainColumns {
  const words = (column: Int32Array | undefined): Int32Array | undefined => column && pick(column, rows, Int32Array);
  return {
    timeMs: pick(columns.timeMs, rows, Float64Array),
    precision: pick(columns.precision, rows, Uint8Array),
    amountMinor: pick(columns.amountMinor, rows, Float64Array),
    currency: pick(columns.currency, rows, Uint16Array),
    receivedMinor: columns.receivedMinor && pick(columns.receivedMinor, rows, Float64Array),
    receivedCurrency: columns.receivedCurrency && pick(columns.receivedCurrency, rows, Uint16Array),
    channel: pick(columns.channel, rows, Uint8Array),
    placeFrom: words(columns.placeFrom),
    placeTo: words(columns.placeTo),
    countryFrom: words(columns.countryFrom),
    countryTo: words(columns.countryTo),
    sourceFile: pick(columns.sourceFile, rows, Uint16Array),
    sourceLine: pick(columns.sourceLine, rows, Uint32Array),
  };
}

function pick<A extends ColumnArray>(column: A, rows: Uint32Array, construct: new (length: number) => A): A {
  return permuteInto(column, rows, new construct(rows.length));
}

/** Amounts beyond what a double holds, by row, as those of a ledger of these rows alone. */
export function pickWide(
  wide: ReadonlyMap<number, bigint>,
  rows: Uint32Array | Int32Array,
): ReadonlyMap<number, bigint> {
  const picked = new Map<number, bigint>();
  if (wide.size === 0) return picked;
  rows.forEach((row, number) => {
    const amount = wide.get(row);
    if (amount !== undefined) picked.set(number, amount);
  });
  return picked;
}
