import { InputError, type Precision } from '../foundation/index.js';
import { type Currency, type Ledger, type SourceFile } from '../ledger/index.js';
import { type KeyPair, RowBuilder, rowFromValues } from '../slices/index.js';
import {
  addRows,
  claimedRows,
  isWanted,
  KEPT_ROWS,
  KNOWN_ACCOUNTS,
  mentionedAccounts,
  REDUCED_TABLES,
  reducedViews,
  WITNESSES,
} from './reduce-statements.js';
import { type GrowingPart, type Wanted } from './rounds.js';
import { type SqlDialect } from './sql-dialect.js';
import { type SqlCell, type SqlSession } from './sql-session.js';

/** What a part takes over from its lake, as the manifest of the lake says it. */
export interface LakeWorld {
  readonly sources: readonly SourceFile[];
  readonly currencies: readonly Currency[];
  readonly precision: Precision;
  readonly placeColumns: readonly boolean[];
}

/** What is in the part from the start. */
export interface PartStart {
  /** Texts of accounts: those of the lake that are written so, at any institution, are in the directory, with or without transfers. */
  readonly mentioned: readonly string[];
  /** Files and lines of transfers. */
  readonly places: readonly (readonly [source: string, line: number])[];
}

/** Where a lake lies and what reads it. */
export interface PartOfLakeOptions {
  readonly session: SqlSession;
  readonly dialect: SqlDialect;
  /** Parquet files of the lake. */
  readonly paths: readonly string[];
  readonly world: LakeWorld;
}

/** Some transfers of a lake, each once, kept in a table of the engine: here they are only while a ledger is made of them. */
export class PartOfLake implements GrowingPart {
  readonly #session: SqlSession;
  readonly #world: LakeWorld;

  private constructor({ session, world }: PartOfLakeOptions) {
    this.#session = session;
    this.#world = world;
  }

  /** With some transfers that show what holds for all: the first and the last, one of each channel, one with an id, and so on. */
  static async open(options: PartOfLakeOptions, { mentioned, places }: PartStart): Promise<PartOfLake> {
    const { session, dialect, paths } = options;
    for (const sql of [...reducedViews(dialect, paths), ...REDUCED_TABLES]) await session.run(sql);
    await session.append(
      'mentioned',
      ['text'],
      mapEach(new Set(mentioned), (text) => [text]),
    );
    await session.append('places', ['text', 'number'], places);
    await session.run(mentionedAccounts());
    await session.run(addRows(WITNESSES));
    if (places.length > 0) await session.run(addRows(claimedRows()));
    return new PartOfLake(options);
  }

  async add(wanted: Wanted): Promise<number> {
    const session = this.#session;
    const { payers, receivers, arrivals, instants } = wanted;
    for (const table of ['payers', 'receivers', 'arrivals', 'instants']) await session.run(`DELETE FROM ${table}`);
    await session.append('payers', ['text', 'text'], payers);
    await session.append('receivers', ['text', 'text'], receivers);
    await session.append('arrivals', ['text', 'text', 'number'], arrivals);
    await session.append(
      'instants',
      ['number'],
      mapEach(instants, (timeMs) => [timeMs]),
    );
    await session.run(addRows(isWanted(wanted)));
    let rows = 0;
    for await (const [counts] of session.columns('SELECT CAST(count(*) AS DOUBLE) FROM kept'))
      rows = counts![0] as number;
    return rows;
  }

  /** @throws InputError `lake-unreadable` for rows that are not those of a lake */
  async ledger(): Promise<Ledger> {
    const { sources, placeColumns, currencies, precision } = this.#world;
    const builder = new RowBuilder(sources, placeColumns);
    const places = new Set<string>();
    let sequenced = false;
    for await (const columns of this.#session.columns(KEPT_ROWS)) {
      for (let i = 0; i < columns[0]!.length; i++) {
        const row = rowFromValues(columns.map((column) => column[i]));
        if (typeof row === 'string') throw new InputError('lake-unreadable', `Expected a lake with ${row} in each row`);
        builder.add(row);
        if (row.sequence !== undefined) sequenced = true;
        for (const place of row.places) if (place !== undefined) places.add(place);
      }
    }
    for await (const columns of this.#session.columns(KNOWN_ACCOUNTS)) {
      const [banks, texts, unitBanks, unitTexts] = columns as KnownColumns;
      texts.forEach((text, i) => {
        const unitText = unitTexts[i] ?? null;
        const unit: KeyPair | undefined = unitText === null ? undefined : [unitBanks[i] ?? '', unitText];
        builder.addAccount([banks[i]!, text], unit);
      });
    }
    const world = { sources, placeColumns, currencies, precision, sequenced, places: [...places].sort() };
    return builder.finish({ world }).ledger;
  }
}

type KnownColumns = readonly [
  bank: readonly string[],
  account: readonly string[],
  unitBank: readonly (string | null)[],
  unitAccount: readonly (string | null)[],
];

function* mapEach<T>(values: Iterable<T>, cells: (value: T) => readonly SqlCell[]): Generator<readonly SqlCell[]> {
  for (const value of values) yield cells(value);
}
