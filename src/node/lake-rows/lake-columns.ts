import { PRECISIONS } from '../../foundation/index.js';
import { type Channel, channelCode, type LedgerBuilder } from '../../ledger/index.js';
import { type SqlChunk } from '../duckdb.js';
import { AccountBatch } from './account-batch.js';
import { AmountBatch } from './amount-batch.js';
import { type TextColumnName, WORD_COLUMNS, type WordColumnName, type WordKind } from './column-kinds.js';
import { type LakeQuery } from './lake-query.js';
import { NumberColumn } from './number-column.js';
import { TextBatch } from './text-batch.js';
import { WordColumn, WordNumbers } from './word-column.js';

/** The columns of a lake's file while a chunk is read. Words stand as the numbers that they have in the ledger being built. */
export interface LakeColumns {
  readonly line: NumberColumn;
  readonly sequence: NumberColumn;
  readonly timeMs: NumberColumn;
  readonly source: WordColumn;
  readonly precision: WordColumn;
  readonly channel: WordColumn;
  readonly payer: AccountBatch;
  readonly beneficiary: AccountBatch;
  readonly paid: AmountBatch;
  readonly currency: WordColumn;
  readonly received: AmountBatch;
  readonly receivedCurrency: WordColumn;
  /** placeFrom, placeTo, countryFrom, countryTo. */
  readonly places: readonly WordColumn[];
  readonly ids: TextBatch;
}

/** @param sources numbers of the files that the lake was made from; other names are -1, as are unknown precisions and channels */
export function lakeColumns(
  query: LakeQuery,
  builder: LedgerBuilder,
  sources: ReadonlyMap<string, number>,
): LakeColumns {
  const numberOf: Readonly<Record<WordKind, (word: string) => number>> = {
    source: (word) => sources.get(word) ?? -1,
    precision: (word) => (PRECISIONS as readonly string[]).indexOf(word),
    channel: (word) => channelCode(word as Channel),
    institution: (word) => builder.accounts.internInstitution(word),
    currency: (word) => builder.currencies.intern(word),
    place: (word) => builder.places.intern(word),
  };
  const kinds = new Map([...query.words].map(([kind, words]) => [kind, new WordNumbers(words, numberOf[kind])]));
  const numbers = (name: string): NumberColumn => new NumberColumn(query.places.get(name));
  const words = (name: WordColumnName): WordColumn =>
    new WordColumn(kinds.get(WORD_COLUMNS[name])!, query.places.get(name));
  const texts = (name: TextColumnName): TextBatch => new TextBatch(query.places.get(name));
  const accounts = (end: 'payer' | 'beneficiary'): AccountBatch =>
    new AccountBatch(
      { institution: words(`${end}Institution`), account: texts(`${end}Account`) },
      { institution: words(`${end}UnitInstitution`), account: texts(`${end}UnitAccount`) },
    );
  return {
    line: numbers('row'),
    sequence: numbers('sequence'),
    timeMs: numbers('timeMs'),
    source: words('source'),
    precision: words('precision'),
    channel: words('channel'),
    payer: accounts('payer'),
    beneficiary: accounts('beneficiary'),
    paid: new AmountBatch(texts('amount')),
    currency: words('currency'),
    received: new AmountBatch(texts('receivedAmount')),
    receivedCurrency: words('receivedCurrency'),
    places: (['placeFrom', 'placeTo', 'countryFrom', 'countryTo'] as const).map(words),
    ids: texts('id'),
  };
}

/** Reads a chunk into all columns. */
export function loadColumns({ places, ...columns }: LakeColumns, chunk: SqlChunk): void {
  for (const column of [...Object.values(columns), ...places]) column.load(chunk);
}
