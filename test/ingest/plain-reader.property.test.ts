import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BlankRecords } from '../../src/ingest/blank-records.js';
import { chooseLayout } from '../../src/ingest/choose-layout.js';
import { type Dialect } from '../../src/ingest/dialect.js';
import { type Mapping, type TimeMapping } from '../../src/ingest/index.js';
import { PapaRecords } from '../../src/ingest/papa-records.js';
import { PlainReader } from '../../src/ingest/plain-reader.js';
import { canReadPlain } from '../../src/ingest/plain-support.js';
import { ReadLog } from '../../src/ingest/read-log.js';
import { RECORD_LIMITS, type RecordLimits } from '../../src/ingest/record-sink.js';
import { RowInterpreter } from '../../src/ingest/row-interpreter.js';
import { decodeText } from '../../src/ingest/text-decoding.js';
import { LedgerBuilder } from '../../src/ledger/index.js';
import { cutBytes, describeReading, readChunks, sourceOf } from '../support/reading.js';

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

const MAPPING = {
  payer: { account: 'from', institution: 'bank', place: 'place' },
  beneficiary: { account: 'to', institution: 'tobank', country: 'place', holder: 'place' },
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
const file = fileOf(row);

/** Times of every format, so that each plan finds some. */
const anyTime = fc.oneof(
  time,
  fc.constantFrom('1', '12', '20220901', '01/09/2022 10:00', '13/01/2022', '01.13.2022 08:15:30Z', '20220931'),
);
const timeOfDay = fc.constantFrom('10:00', '10:00:30', '', '1', '23:59:59.001Z');
const planFile = fileOf(
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

function fileOf(rowOf: fc.Arbitrary<number[][]>): fc.Arbitrary<{ delimiter: string; bytes: Uint8Array }> {
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

/** Reads a file with one of the readers, below the choice between them, so that borders of pieces may lie anywhere. */
async function read(
  bytes: Uint8Array,
  mapping: Mapping,
  readFile: (interpreter: RowInterpreter, dialect: Dialect) => void | Promise<void>,
): Promise<unknown> {
  const { dialect, plan } = chooseLayout({ name: 'f', head: bytes, isWhole: true }, [{ name: 'mapping', mapping }], '');
  if (plan === undefined) return undefined;
  expect(canReadPlain(plan, dialect)).toBe(true);
  const draft = new LedgerBuilder();
  const log = new ReadLog();
  const interpreter = new RowInterpreter(plan, draft, log, log.openFile('f'));
  draft.addSource({ name: 'f', sha256: '' });
  await readFile(interpreter, dialect);
  const { skippedByCode, ...counts } = log.counts(0);
  const { ledger, labels, accountsWithSeveralHolders } = draft.finish();
  const quarantine = log.finish();
  const reading = { ledger, labels, accountsWithSeveralHolders, quarantine, files: [], notes: log.notes() };
  return { ...describeReading(reading), counts, skipped: [...skippedByCode] };
}

/** What the other reader makes of it, and then what the byte reader does, in pieces of any size. */
async function expectSame(
  bytes: Uint8Array,
  cuts: readonly number[],
  pieceBytes: number,
  mapping: Mapping,
  limits: RecordLimits = RECORD_LIMITS,
): Promise<void> {
  const papa = await read(bytes, mapping, async (interpreter, { delimiter, encoding }) => {
    const records =
      delimiter === 'blank'
        ? new BlankRecords(interpreter, limits)
        : new PapaRecords(delimiter, interpreter, { limits });
    for await (const text of decodeText(sourceOf([bytes]).bytes, encoding)) records.push(text);
    records.end();
  });
  const plain = await read(bytes, mapping, (interpreter, dialect) => {
    const reader = new PlainReader(interpreter, dialect, { limits, pieceBytes });
    for (const chunk of cutBytes(bytes, cuts)) reader.push(chunk);
    reader.end();
  });
  expect(plain).toEqual(papa);
}

const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 5 });
const piece = fc.constantFrom(1, 2, 7, 40, 1000);

describe('the byte reader', () => {
  it('gives what the Papa reader gives, whatever the bytes and however they are cut', async () => {
    await fc.assert(
      fc.asyncProperty(file, sizes, piece, async ({ delimiter, bytes }, cuts, pieceBytes) => {
        const dialect = { ...MAPPING.dialect, delimiter };
        await expectSame(bytes, cuts, pieceBytes, { ...MAPPING, dialect });
      }),
      { numRuns: 1000 },
    );
  });

  it('gives up on long records where the Papa reader does', async () => {
    const limits = fc.record({
      maxRecordChars: fc.integer({ min: 20, max: 200 }),
      maxRecordLines: fc.integer({ min: 0, max: 4 }),
      maxColumns: fc.constant(14),
    });
    await fc.assert(
      fc.asyncProperty(file, sizes, piece, limits, async ({ delimiter, bytes }, cuts, pieceBytes, limit) => {
        const dialect = { ...MAPPING.dialect, delimiter };
        await expectSame(bytes, cuts, pieceBytes, { ...MAPPING, dialect }, limit);
      }),
      { numRuns: 700 },
    );
  });

  it('follows every kind of plan that it accepts', async () => {
    const plans = fc.record({
      time: fc.constantFrom<TimeMapping>(
        'file-order',
        { column: 'time', step: 'hour' },
        { column: 'time', formats: ['unix-seconds', 'YYYY-MM-DD'] },
        { column: 'time', formats: ['unix-milliseconds'] },
        { column: 'time', formats: ['DD/MM/YYYY'], zone: '+02:00' },
        { column: 'time', formats: ['MM/DD/YYYY'] },
        { column: 'time', formats: ['YYYYMMDD', 'DD/MM/YYYY'], zone: '-05:30' },
        { column: 'time', timeOfDay: 'id', formats: ['YYYY-MM-DD'] },
      ),
      sequence: fc.constantFrom<'file-order' | 'how' | undefined>('file-order', 'how', undefined),
      decimalMark: fc.constantFrom('.' as const, ',' as const),
      accountBlanks: fc.constantFrom('keep' as const, 'remove' as const),
      hasAmounts: fc.boolean(),
      encoding: fc.constantFrom('utf-8', 'windows-1254', 'iso-8859-9'),
    });
    await fc.assert(
      fc.asyncProperty(planFile, piece, plans, async ({ delimiter, bytes }, pieceBytes, plan) => {
        const { payer, beneficiary, channel, id, label, missing } = MAPPING;
        const money = plan.hasAmounts ? { amount: { column: 'amount', currency: { constant: 'EUR' } } } : {};
        const mapping: Mapping = {
          ...{ payer, beneficiary, channel, id, label, missing },
          ...money,
          time: plan.time,
          ...(plan.sequence === undefined ? {} : { sequence: plan.sequence }),
          numbers: { decimalMark: plan.decimalMark },
          accountBlanks: plan.accountBlanks,
          dialect: { ...MAPPING.dialect, encoding: plan.encoding, delimiter },
        };
        await expectSame(bytes, [33], pieceBytes, mapping);
      }),
      { numRuns: 700 },
    );
  });

  it('reads cells set apart by blanks', async () => {
    const text = fc.constantFrom(
      '1',
      '22',
      'a',
      'b',
      ' ',
      '  ',
      '\t',
      '\n',
      '\n',
      '\r\n',
      '\r',
      '"',
      'é',
      '\u00a0',
      '\u000b',
      '\0',
      '5.5',
    );
    const line = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(99)).map((numbers) => `${numbers.join(' ')}\n`);
    const texts = fc
      .array(fc.oneof(text, line), { maxLength: 60 })
      .map((parts) => encoder.encode(`1 2 3\n${parts.join('')}`));
    const mapping: Mapping = {
      payer: { account: 1 },
      beneficiary: { account: 2 },
      time: { column: 3, formats: ['unix-seconds'] },
      columnCount: 3,
      dialect: { header: false, delimiter: 'blank', encoding: 'utf-8' },
    };
    const limits = fc.constantFrom(RECORD_LIMITS, { maxRecordChars: 12, maxRecordLines: 2, maxColumns: 4 });
    await fc.assert(
      fc.asyncProperty(texts, sizes, piece, limits, (bytes, cuts, pieceBytes, limit) =>
        expectSame(bytes, cuts, pieceBytes, mapping, limit),
      ),
      { numRuns: 700 },
    );
  });

  it('is what readLedger takes for a plain file', async () => {
    const rows = fc.sample(file, { numRuns: 20, seed: 1 });
    for (const { delimiter, bytes } of rows) {
      const options = { mapping: { ...MAPPING, dialect: { ...MAPPING.dialect, delimiter } } };
      const papa = await readChunks([bytes], { ...options, reader: 'papa' });
      const plain = await readChunks(cutBytes(bytes, [17]), options);
      expect(describeReading(plain)).toEqual(describeReading(papa));
      expect(typeof plain === 'string' ? plain : plain.files[0]?.reader).toBe('bytes');
    }
  });
});
