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
import { ANY_MAPPING, anyFile, planFile } from '../support/ingest/any-file.js';
import { cutBytes, describeReading, readChunks, sourceOf } from '../support/reading.js';

const encoder = new TextEncoder();

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
  const { ledger, labels, holders } = draft.finish();
  const quarantine = log.finish();
  const reading = {
    ledger,
    labels,
    holders,
    quarantine,
    sheet: undefined,
    telling: new Set<string>(),
    files: [],
    notes: log.notes(),
  };
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
      fc.asyncProperty(anyFile, sizes, piece, async ({ delimiter, bytes }, cuts, pieceBytes) => {
        const dialect = { ...ANY_MAPPING.dialect, delimiter };
        await expectSame(bytes, cuts, pieceBytes, { ...ANY_MAPPING, dialect });
      }),
      { numRuns: 1000 },
    );
  });

  it('gives up on long records where the Papa reader does', async () => {
    const limits = fc.record({
      maxRecordChars: fc.integer({ min: 20, max: 200 }),
      maxRecordLines: fc.integer({ min: 0, max: 6 }),
      linesAfterRefusal: fc.integer({ min: 0, max: 3 }),
      maxColumns: fc.constant(14),
    });
    await fc.assert(
      fc.asyncProperty(anyFile, sizes, piece, limits, async ({ delimiter, bytes }, cuts, pieceBytes, limit) => {
        const dialect = { ...ANY_MAPPING.dialect, delimiter };
        await expectSame(bytes, cuts, pieceBytes, { ...ANY_MAPPING, dialect }, limit);
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
      encoding: fc.constantFrom('utf-8', 'windows-1252', 'windows-1254', 'iso-8859-9', 'iso-8859-1'),
    });
    await fc.assert(
      fc.asyncProperty(planFile, piece, plans, async ({ delimiter, bytes }, pieceBytes, plan) => {
        const { payer, beneficiary, channel, id, label, missing } = ANY_MAPPING;
        const money = plan.hasAmounts ? { amount: { column: 'amount', currency: { constant: 'EUR' } } } : {};
        const mapping: Mapping = {
          ...{ payer, beneficiary, channel, id, label, missing },
          ...money,
          time: plan.time,
          ...(plan.sequence === undefined ? {} : { sequence: plan.sequence }),
          numbers: { decimalMark: plan.decimalMark },
          accountBlanks: plan.accountBlanks,
          dialect: { ...ANY_MAPPING.dialect, encoding: plan.encoding, delimiter },
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
    const rows = fc.sample(anyFile, { numRuns: 20, seed: 1 });
    for (const { delimiter, bytes } of rows) {
      const options = { mapping: { ...ANY_MAPPING, dialect: { ...ANY_MAPPING.dialect, delimiter } } };
      const papa = await readChunks([bytes], { ...options, reader: 'papa' });
      const plain = await readChunks(cutBytes(bytes, [17]), options);
      expect(describeReading(plain)).toEqual(describeReading(papa));
      expect(typeof plain === 'string' ? plain : plain.files[0]?.reader).toBe('bytes');
    }
  });
});
