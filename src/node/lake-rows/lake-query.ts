import { sqlPath, sqlText } from '../../export/index.js';
import { ROW_COLUMNS } from '../../slices/index.js';
import { type Database } from '../duckdb.js';
import {
  NO_WORD,
  NUMBER_COLUMNS,
  OTHER_WORD,
  PIECE_BYTES,
  TEXT_COLUMNS,
  WORD_COLUMNS,
  type WordKind,
} from './column-kinds.js';

/** A text is cut into at most this many, the last of which is the rest of it. */
const MAX_PIECES = 6;
/** Rows at the beginning that are looked at for what is usual. */
const SAMPLE_ROWS = 20_000;
/** At most this many words of a kind get a number, those that are seen most, and none that is longer. */
const MAX_WORDS = 4096;
const MAX_WORD_BYTES = 64;

/** How a file of a lake is asked for its rows. */
export interface LakeQuery {
  /** Gives columns of numbers and bytes only, in the order of the file. */
  readonly sql: string;
  /**
   * Where the columns begin in the answer; those that hold nothing in the whole file are not there. A word is its code and, where that is
   * {@link OTHER_WORD}, its text; a text is its pieces, behind one another.
   */
  readonly places: ReadonlyMap<string, ColumnPlace>;
  /** By code. */
  readonly words: ReadonlyMap<WordKind, readonly Uint8Array[]>;
}

/** Where a column is in an answer. */
export interface ColumnPlace {
  readonly first: number;
  readonly count: number;
}

/**
 * Looks at a file of a lake to ask it for its rows in such a way that they come as numbers, as far as they are few texts or numbers.
 * Whatever the first rows have, all rows are read in full. What is kept is bounded, however many texts there are.
 *
 * @returns or the name of a column that does not hold what it should
 */
export async function queryLake(database: Database, path: string): Promise<LakeQuery | string> {
  const file = `read_parquet(${sqlText(sqlPath(path))})`;
  const wrong = await wrongColumn(database, file);
  if (wrong !== undefined) return wrong;
  const [rows] = await numbersOf(database, `${counted('*')} FROM ${file}`);
  const filled = new Map<string, number>();
  // One by one: of most columns the file itself says that nothing is missing, unless others are read with them.
  for (const { name } of ROW_COLUMNS) {
    filled.set(name, (await numbersOf(database, `${counted(quoted(name))} FROM ${file}`))[0]!);
  }
  const longest = await longestTexts(database, file);
  const selected: string[] = [];
  const places = new Map<string, ColumnPlace>();
  const select = (name: string, parts: readonly string[]): void => {
    // Without any column there are no rows.
    if (filled.get(name) === 0 && name !== 'row') return;
    places.set(name, { first: selected.length, count: parts.length });
    for (const part of parts) selected.push(part);
  };
  for (const name of NUMBER_COLUMNS) select(name, [`coalesce(CAST(${quoted(name)} AS DOUBLE), CAST('NaN' AS DOUBLE))`]);
  for (const [name, kind] of Object.entries(WORD_COLUMNS)) select(name, wordParts(quoted(name), kind));
  TEXT_COLUMNS.forEach((name, i) => {
    select(name, textParts(quoted(name), longest[i]!, filled.get(name) === rows));
  });
  const words = new Map<WordKind, readonly Uint8Array[]>();
  for (const kind of new Set(Object.values(WORD_COLUMNS))) words.set(kind, await nameWords(database, kind, file));
  return { sql: `SELECT ${selected.join(', ')} FROM ${file}`, places, words };
}

/** The name of a column whose type is another than the one that `convert` writes. */
async function wrongColumn(database: Database, file: string): Promise<string | undefined> {
  const columns = ROW_COLUMNS.map(({ name, type }) => {
    const types = type === 'text' ? `'VARCHAR'` : `'TINYINT', 'SMALLINT', 'INTEGER', 'BIGINT'`;
    return `CAST(typeof(${quoted(name)}) IN (${types}) AS DOUBLE)`;
  });
  const isRight = await numbersOf(database, `${columns.join(', ')} FROM ${file} LIMIT 1`);
  return ROW_COLUMNS.find((_, i) => isRight[i] === 0)?.name;
}

/** Bytes of the longest text of each of {@link TEXT_COLUMNS} in the first rows. */
async function longestTexts(database: Database, file: string): Promise<number[]> {
  const lengths = TEXT_COLUMNS.map((name) => `strlen(${quoted(name)}) AS ${quoted(name)}`);
  const first = `SELECT ${lengths.join(', ')} FROM ${file} LIMIT ${SAMPLE_ROWS}`;
  const longest = TEXT_COLUMNS.map((name) => `CAST(coalesce(max(${quoted(name)}), 0) AS DOUBLE)`);
  return numbersOf(database, `${longest.join(', ')} FROM (${first})`);
}

/** Makes an enumeration of the words of a kind that the first rows have most: the words in the order of their codes. */
async function nameWords(database: Database, kind: WordKind, file: string): Promise<Uint8Array[]> {
  const columns = Object.entries(WORD_COLUMNS).flatMap(([name, ofKind]) => (ofKind === kind ? [quoted(name)] : []));
  // Long ones fall away before rows are kept, which DuckDB does to cut them off.
  const short = columns.map((column) => `CASE WHEN strlen(${column}) <= ${MAX_WORD_BYTES} THEN ${column} END`);
  const first = `SELECT [${short.join(', ')}] AS words FROM ${file} LIMIT ${SAMPLE_ROWS}`;
  await database.run(
    `CREATE TYPE ${typeOf(kind)} AS ENUM (SELECT word FROM (SELECT unnest(words) AS word FROM (${first}))
     WHERE word IS NOT NULL GROUP BY word ORDER BY count(*) DESC, word LIMIT ${MAX_WORDS})`,
  );
  const words: Uint8Array[] = [];
  const inOrder = `SELECT encode(word) FROM (SELECT unnest(enum_range(CAST(NULL AS ${typeOf(kind)}))) AS word)`;
  for await (const chunk of database.chunks(inOrder)) {
    const bytes = chunk.bytes(0);
    for (let row = 0; row < chunk.rowCount; row++) words.push(Uint8Array.from(bytes(row)!));
  }
  return words;
}

function wordParts(column: string, kind: WordKind): string[] {
  const word = `TRY_CAST(${column} AS ${typeOf(kind)})`;
  const missing = `CASE WHEN ${column} IS NULL THEN ${NO_WORD} ELSE ${OTHER_WORD} END`;
  return [
    `coalesce(CAST(enum_code(${word}) AS DOUBLE), ${missing})`,
    `CASE WHEN ${word} IS NULL THEN encode(${column}) END`,
  ];
}

function textParts(column: string, longest: number, isFull: boolean): string[] {
  const count = Math.min(Math.max(Math.ceil(longest / PIECE_BYTES), 1), MAX_PIECES);
  return Array.from({ length: count }, (_, i) => {
    const [from, to] = [i * PIECE_BYTES + 1, i === count - 1 ? '' : (i + 1) * PIECE_BYTES];
    const piece = count === 1 ? `encode(${column})` : `encode(${column})[${from}:${to}]`;
    return isFull ? piece : `coalesce(${piece}, CAST('${i === 0 ? '\\xFF' : ''}' AS BLOB))`;
  });
}

/** The one row of a query, if there is one; only numbers. */
async function numbersOf(database: Database, select: string): Promise<number[]> {
  for await (const columns of database.columns(`SELECT ${select}`)) return columns.map(([value]) => value as number);
  return [];
}

function counted(column: string): string {
  return `CAST(count(${column}) AS DOUBLE)`;
}

/** Name of the enumeration of a kind. */
function typeOf(kind: WordKind): string {
  return `words_of_${kind}`;
}

function quoted(name: string): string {
  return `"${name}"`;
}
