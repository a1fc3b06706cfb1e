import fc from 'fast-check';
import { type Mapping } from '../../../src/ingest/index.js';

/** A file as generated. */
export interface AnyFile {
  readonly delimiter: string;
  readonly bytes: Uint8Array;
}

const HEADER = [
  'time',
  'bank',
  'from',
  'tobank',
  'to',
  'got',
  'gotcur',
  'amount',
  'cur',
  'how',
  'label',
  'place',
  'id',
];

/** A mapping that reads every kind of column. */
export const ANY_MAPPING = {
  payer: { account: 'from', institution: 'bank', place: 'place' },
  beneficiary: { account: 'to', institution: 'tobank', country: 'place', holder: 'place', holderId: 'tobank' },
  time: { column: 'time', formats: ['YYYY-MM-DD', 'unix-seconds'] },
  amount: { column: 'amount', currency: 'cur' },
  received: { column: 'got', currency: 'gotcur' },
  channel: { column: 'how', values: { cash: 'cash', wire: 'wire' } },
  id: 'id',
  label: 'label',
  missing: ['null', '-', '0'],
  dialect: { header: true, encoding: 'utf-8', skipPrefixes: ['#'], footerPrefixes: ['Total'] },
} satisfies Mapping;

const encoder = new TextEncoder();
const nasty = fc.constantFrom(
  '"',
  '""',
  '"""',
  ',',
  ';',
  '\t',
  '|',
  '\r',
  '\n',
  '\r\n',
  ' ',
  '  ',
  'a',
  'é',
  '€',
  '𝔸',
  '\u00a0',
  '\ufeff',
  '\0',
  '\u000b',
  '1',
  '0',
  '.',
  '-',
  '#',
  'null',
  'Total',
  'x'.repeat(300),
  '\u2009',
  '\u0085',
);
const broken = fc.constantFrom([0xff], [0xc3], [0xe2, 0x82], [0xf0, 0x9f], [0xa0], [0xc2, 0xa0], [0xed, 0xa0, 0x80]);

/** Bytes of nasty pieces, some of them no UTF-8. */
const nastyBytes = fc
  .array(fc.oneof({ weight: 9, arbitrary: nasty.map((text) => [...encoder.encode(text)]) }, broken), { maxLength: 12 })
  .map((pieces) => pieces.flat());

const account = fc.constantFrom(
  'A1',
  'b2',
  '007',
  '7',
  '8000EBD30',
  'DE89370400440532013000',
  'null',
  '',
  ' A1',
  'x y',
  'É',
  '-',
  'NULL',
);
const time = fc.constantFrom(
  '2022/09/01 00:20',
  '2022-09-01',
  '2022-09-01T10:00:00Z',
  '2022-09-01 10:00:05.250',
  '2022.09.01 23:59:59',
  '2022-02-30',
  '2022-02-29',
  '2024-02-29',
  '1662000000',
  '2022-09/01',
  '2022-09-01 24:00',
  '2022-09-01 10:60',
  '2022-09-01 1:00',
  '',
  '2022-09-01 10:00+02:00',
  '0000-01-01',
  '9999-12-31',
  '-5',
  '12345678901234',
  '2022-09-01 10:00:05.2509',
  '2022-00-10',
  '2022-09-01 10:00:60',
  '2022-09-01X10:00',
  '2022-9-1',
  '2022-09-01 10:00Z',
);
const amount = fc.oneof(
  fc.constantFrom(
    '1',
    '12.50',
    '0.01',
    '0',
    '0.00',
    '-5',
    '+5',
    '1e3',
    '1.',
    '.5',
    '1.2.3',
    '1,5',
    '00012.300',
    '123456789.12',
    '999999999999999',
    '9999999999999999',
    '99999999999999.9',
    '1234567890123.45',
    '12345678901234567890.12',
    '10',
    '100',
    '',
    ' 5',
    '100000000',
    '1000000000',
    '10000000000',
    '123456789',
    '1234567890',
    '12345678.90',
    '1.10000000000000',
    '0.000001',
    '5\u00a0',
  ),
  fc.nat().map((n) => (n / 100).toFixed(2)),
);
const word = fc.constantFrom(
  'US Dollar',
  'Euro',
  'XBT',
  '',
  'null',
  ' Euro',
  'Eur€',
  'cash',
  'wire',
  'WIRE',
  'cheque',
  '1',
  '0',
);
const cell = (plain: fc.Arbitrary<string>): fc.Arbitrary<number[]> =>
  fc.oneof(
    { weight: 16, arbitrary: plain.map((text) => [...encoder.encode(text)]) },
    { weight: 3, arbitrary: plain.map((text) => [...encoder.encode(`"${text}"`)]) },
    { weight: 1, arbitrary: nastyBytes },
  );
const lineEnd = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', '\n\n').map((text) => [...encoder.encode(text)]);
const DELIMITERS = [',', ';', '\t', '|'] as const;

const goodRow = fc.tuple(
  fc.constantFrom('2022/09/01 00:20', '2022/09/01 00:21'),
  fc.constantFrom('01', '1', ''),
  fc.constantFrom('A', 'B', 'C'),
  fc.constantFrom('01', '2'),
  fc.constantFrom('A', 'B', 'D'),
  fc.constantFrom('5.10', '7'),
  fc.constantFrom('Euro', 'Yen'),
  fc.constantFrom('5.10', '6.5'),
  fc.constantFrom('Euro', 'Yen'),
  fc.constantFrom('cash', 'wire', ''),
  fc.constantFrom('0', '1', ''),
  fc.constantFrom('Rome', ''),
  fc.constantFrom('i1', 'i2', ''),
);
const row = fc.oneof(
  { weight: 3, arbitrary: goodRow.map((texts) => texts.map((text) => [...encoder.encode(text)])) },
  {
    weight: 3,
    arbitrary: fc.tuple(
      cell(time),
      cell(account),
      cell(account),
      cell(account),
      cell(account),
      cell(amount),
      cell(word),
      cell(amount),
      cell(word),
      cell(word),
      cell(word),
      cell(word),
      cell(word),
    ),
  },
  { weight: 1, arbitrary: fc.array(nastyBytes, { maxLength: 15 }) },
);

/** A file: a header, then rows of the plainest and of the nastiest kind. */
export const anyFile = fileOf(row);

/** Times of every format, so that each plan finds some. */
const anyTime = fc.oneof(
  time,
  fc.constantFrom('1', '12', '20220901', '01/09/2022 10:00', '13/01/2022', '01.13.2022 08:15:30Z', '20220931'),
);
const timeOfDay = fc.constantFrom('10:00', '10:00:30', '', '1', '23:59:59.001Z');
/** As {@link anyFile}, with times of every format. */
export const planFile = fileOf(
  fc.tuple(
    cell(anyTime),
    ...Array.from({ length: 4 }, () => cell(account)),
    cell(amount),
    cell(word),
    cell(fc.oneof(amount, fc.constant('1,25'))),
    cell(word),
    cell(fc.constantFrom('1', '2', '3', 'wire', '-1')),
    cell(word),
    cell(word),
    cell(timeOfDay),
  ),
);

function fileOf(rowOf: fc.Arbitrary<number[][]>): fc.Arbitrary<AnyFile> {
  const rows = fc.array(fc.tuple(rowOf, lineEnd), { maxLength: 30 });
  return fc.tuple(fc.constantFrom(...DELIMITERS), rows, fc.boolean()).map(([delimiter, given, bom]) => {
    const bytes = [...(bom ? [0xef, 0xbb, 0xbf] : []), ...encoder.encode(HEADER.join(delimiter)), 10];
    for (const [cells, end] of given) {
      cells.forEach((texts, i) => bytes.push(...(i > 0 ? [delimiter.charCodeAt(0)] : []), ...texts));
      bytes.push(...end);
    }
    return { delimiter, bytes: Uint8Array.from(bytes) };
  });
}
