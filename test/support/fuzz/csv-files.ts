import { createRandom, randomInteger, type RandomSource } from '../../../src/foundation/index.js';
import { type Mapping } from '../../../src/ingest/index.js';

/** A random delimited file whose quoting is regular, so that every reader must agree on its records. */
export interface FuzzedCsv {
  readonly bytes: Uint8Array;
  readonly delimiter: string;
  readonly mapping: Mapping;
}

const COLUMNS = ['day', 'payer', 'beneficiary', 'amount', 'note'];
const DELIMITERS = [',', ';', '\t', '|'];
const LINE_ENDS = ['\n', '\r\n', '\r'];
const DAYS = ['2024-01-02', '2024-02-29', '2023-02-29', '1999-12-31', '2024-13-01', '2024-04-31', 'soon', ''];
const AMOUNTS = [
  '1',
  '12.50',
  '0.01',
  '007.10',
  '123456789.12',
  '0',
  '0.00',
  '-5',
  'ten',
  '',
  '1.2.3',
  '90071992547409.91',
];
const ACCOUNTS = [
  'A1',
  'b-2',
  'Zoë 3',
  '汉字7',
  '🦊x',
  'x,y',
  'x;y',
  'x|y',
  'x\ty',
  'say "no"',
  'two\nlines',
  '',
  '  ',
];
const NOTES = [
  '',
  'plain',
  'é',
  '𝔸',
  'a"b',
  'ends"',
  '"',
  '""',
  ',',
  ';',
  '\t',
  '|',
  '\n',
  '\r\n',
  '\n\n',
  ' ',
  '\u00a0',
  "'",
  '#',
  '\u2028',
];

/** The file of a seed: same seed, same bytes. */
export function fuzzedCsv(seed: number): FuzzedCsv {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T => items[randomInteger(random, items.length)]!;
  const delimiter = pick(DELIMITERS);
  const ends = randomInteger(random, 4) === 0 ? LINE_ENDS : [pick(LINE_ENDS)];
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => writtenCell(cell, delimiter, random)).join(delimiter) + pick(ends);
  let text = randomInteger(random, 4) === 0 ? '\ufeff' : '';
  for (let i = randomInteger(random, 3); i > 1; i--) text += pick(ends);
  text += line(COLUMNS);
  for (let i = randomInteger(random, 25); i > 0; i--) text += randomLine(random, pick, line, delimiter);
  if (randomInteger(random, 3) === 0) text = text.replace(/(?:\r\n|\r|\n)$/u, '');
  return { bytes: new TextEncoder().encode(text), delimiter, mapping: mappingFor(delimiter, random) };
}

function randomLine(
  random: RandomSource,
  pick: <T>(items: readonly T[]) => T,
  line: (cells: readonly string[]) => string,
  delimiter: string,
): string {
  // Half of the lines read well, so that good and bad ones lie beside each other.
  const isGood = randomInteger(random, 2) === 0;
  const notes = Array.from({ length: randomInteger(random, 4) }, () => pick(NOTES)).join('');
  const cells = [
    pick(isGood ? DAYS.slice(0, 2) : DAYS),
    pick(isGood ? ACCOUNTS.slice(0, 11) : ACCOUNTS),
    pick(isGood ? ACCOUNTS.slice(0, 11) : ACCOUNTS),
    pick(isGood ? AMOUNTS.slice(0, 5) : AMOUNTS),
    notes,
  ];
  const kind = randomInteger(random, 12);
  if (kind === 0) return line(cells.slice(0, 1 + randomInteger(random, 4)));
  if (kind === 1) return line([...cells, pick(NOTES)]);
  if (kind === 2) return line(['']);
  return kind === 3 ? line(delimiter === '\t' ? [' '] : ['', '', '', '', '']) : line(cells);
}

/** Quoted where it must be, and now and then where it need not. */
function writtenCell(cell: string, delimiter: string, random: RandomSource): string {
  const mustQuote = cell.startsWith('"') || cell.includes(delimiter) || /[\r\n]/u.test(cell);
  return mustQuote || randomInteger(random, 4) === 0 ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function mappingFor(delimiter: string, random: RandomSource): Mapping {
  return {
    payer: { account: 'payer' },
    beneficiary: { account: 'beneficiary' },
    amount: { column: 'amount', currency: { constant: 'EUR' } },
    time: { column: 'day', formats: ['YYYY-MM-DD'] },
    dialect: { delimiter, header: true, ...(randomInteger(random, 2) === 0 ? { encoding: 'utf-8' } : {}) },
  };
}
