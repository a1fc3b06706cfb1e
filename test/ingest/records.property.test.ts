import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mapping } from '../../src/ingest/index.js';
import { BlankRecords } from '../../src/ingest/blank-records.js';
import { PapaRecords } from '../../src/ingest/papa-records.js';
import { type RecordLimits, type RecordSink } from '../../src/ingest/record-sink.js';
import { decodeText } from '../../src/ingest/text-decoding.js';
import { chunked, faultsOf, readOne, rowsOf, utf8 } from '../support/ingest/reading.js';

const MAPPING: Mapping = {
  payer: { account: 1 },
  beneficiary: { account: 2 },
  time: { column: 3, step: 'day' },
  columnCount: 3,
  dialect: { delimiter: ',', header: false },
};
const LIMITS: RecordLimits = { maxRecordChars: 40, maxRecordLines: 3, maxColumns: 6 };

interface Seen {
  readonly cells: readonly string[] | string;
  readonly line: number;
  readonly raw: string;
}

function collect(): { seen: Seen[]; sink: RecordSink } {
  const seen: Seen[] = [];
  const sink: RecordSink = {
    accept: (cells, line, raw) => seen.push({ cells, line, raw }),
    refuse: (line, raw, { code }) => seen.push({ cells: code, line, raw }),
  };
  return { seen, sink };
}

function records(pieces: readonly string[], delimiter: string, limits: RecordLimits, pieceChars: number): Seen[] {
  const { seen, sink } = collect();
  const reader =
    delimiter === 'blank' ? new BlankRecords(sink, limits) : new PapaRecords(delimiter, sink, { limits, pieceChars });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return seen;
}

/** Text in which quotes, delimiters and line ends are everywhere. */
const messy = fc
  .array(fc.constantFrom('"', '"', ',', ',', '\n', '\n', '\r', '\r\n', ' ', 'a', 'b', '1', '\t', 'é', '🦊', '""'), {
    maxLength: 120,
  })
  .map((parts) => parts.join(''));
const bytes = fc.oneof(
  messy.map(utf8),
  fc.uint8Array({ maxLength: 300 }),
  fc
    .array(fc.constantFrom('a,b,1\n', 'a,b,2\n', '"', 'a,', '\xff', '\ufeff'), { maxLength: 30 })
    .map((parts) => utf8(parts.join(''))),
);

describe('records', () => {
  it('of any bytes reconcile, and both readers tell the same story', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.constantFrom(1, 2, 3, 5, 100), async (content, size) => {
        const limits = { maxRecordChars: 60, maxRecordLines: 4, maxColumns: 8 };
        const slow = await readOne(content, { mapping: MAPPING, reader: 'papa', ...limits }, size);
        const auto = await readOne(content, { mapping: MAPPING, reader: 'auto', ...limits });
        const [file] = slow.files;
        expect(file!.read).toBe(file!.accepted + file!.quarantined + file!.skipped);
        expect(file!.accepted).toBe(slow.ledger.rowCount);
        expect(rowsOf(auto)).toEqual(rowsOf(slow));
        expect(faultsOf(auto)).toEqual(faultsOf(slow));
        expect(auto.notes).toEqual(slow.notes);
        expect({ ...auto.files[0], reader: '' }).toEqual({ ...file, reader: '' });
      }),
      { numRuns: 400, examples: [[utf8('[]'), 1]] },
    );
  });

  it('do not depend on how the text is cut', () => {
    fc.assert(
      fc.property(messy, fc.constantFrom(',', 'blank'), fc.integer({ min: 1, max: 9 }), (text, delimiter, size) => {
        const settled = text.replace(/\r\n?/g, '\n');
        const pieces = settled.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? [];
        const whole = records([settled], delimiter, LIMITS, 1_000_000);
        expect(records(pieces, delimiter, LIMITS, 1)).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });

  it('cover every line once', () => {
    fc.assert(
      fc.property(messy, (text) => {
        const settled = text.replace(/\r\n?/g, '\n');
        const seen = records([settled], ',', { ...LIMITS, maxRecordChars: 1_000 }, 1_000_000);
        const covered = seen.map(({ raw }) => raw).join('\n');
        expect(covered).toBe(settled.endsWith('\n') ? settled.slice(0, -1) : settled);
        let line = 1;
        for (const record of seen) {
          expect(record.line).toBe(line);
          line += record.raw.split('\n').length;
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are those of a second tokeniser wherever the quoting is regular', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', ' ', 'é', "'"), maxLength: 6 });
    const table = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 50 }), (rows, pieceChars) => {
        const written = (text: string): string => (/[",\n ]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
        const text = rows.map((row) => `${row.map(written).join(',')}\n`).join('');
        const limits = { maxRecordChars: 10_000, maxRecordLines: 1000, maxColumns: 100 };
        const ours = records([text], ',', limits, pieceChars).map(({ cells }) => cells);
        expect(ours).toEqual(rows);
        expect(ours).toEqual(parse(text, { relax_column_count: true, skip_empty_lines: false }));
      }),
      { numRuns: 500 },
    );
  });

  it('decode the same whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        async (text, size) => {
          const pieces: string[] = [];
          for await (const piece of decodeText(chunked(utf8(`${text}\r`), size), 'utf-8')) pieces.push(piece);
          const plain = new TextDecoder().decode(utf8(`${text}\r`));
          expect(pieces.join('')).toBe(plain.replace(/\r\n?/g, '\n'));
        },
      ),
    );
  });
});

describe('blank records', () => {
  it('refuse a line that is too long, once', () => {
    const seen = records(
      ['x'.repeat(100), 'xx\na b\n', `${'y'.repeat(41)}\n1 2 3 4 5 6 7\n`, 'z'.repeat(50)],
      'blank',
      LIMITS,
      1,
    );
    expect(seen.map(({ cells, line }) => [cells, line])).toEqual([
      ['record-too-long', 1],
      [['a', 'b'], 2],
      ['record-too-long', 3],
      ['too-many-cells', 4],
      ['record-too-long', 5],
    ]);
  });
});
