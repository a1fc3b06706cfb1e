import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFilePart } from '../../src/ingest/file-part.js';
import { type FileParts, type LedgerReading, type Mapping, readLedger } from '../../src/ingest/index.js';
import { type AnyFile, ANY_MAPPING, anyFile, planFile } from '../support/ingest/any-file.js';
import { cutBytes, describeReading, sourceOf } from '../support/reading.js';

const LF = 10;
const BREAK_POINTS = fc.array(fc.nat(1000), { minLength: 1, maxLength: 4 });
const LIMITS = fc.record({
  maxRecordChars: fc.constantFrom(40, 200, 1_000_000),
  maxRecordLines: fc.constantFrom(0, 2, 1000),
  maxColumns: fc.constantFrom(14, 10_000),
  maxQuarantined: fc.constantFrom(0, 3, 1_000_000),
  maxQuarantinedBytes: fc.constantFrom(0, 500, 2000, 1_000_000),
});

/** Starts of lines near some of the thousandths of a file. */
function startsIn(bytes: Uint8Array, thousandths: readonly number[]): number[] {
  const found = thousandths.map((place) => 1 + bytes.indexOf(LF, Math.floor((place / 1000) * bytes.length)));
  return [...new Set(found)].filter((start) => start > 0 && start < bytes.length).sort((a, b) => a - b);
}

/** What has gone between threads, as it arrives there. */
function sent<T>(value: T): T {
  return structuredClone(value);
}

function partsOf(bytes: Uint8Array, starts: readonly number[], reread: number[]): FileParts {
  return {
    byteSize: bytes.length,
    starts,
    readParts: (tasks) =>
      tasks.map(async (task) => {
        const { start, end } = task;
        return sent(await readFilePart(sourceOf([bytes.slice(start, end)]).bytes, sent(task)));
      }),
    bytesFrom: (position) => {
      reread.push(position);
      return sourceOf([bytes.slice(position)]).bytes;
    },
  };
}

interface Outcome {
  readonly reading: object;
  /** Positions from which the file was read again. */
  readonly reread: readonly number[];
  readonly partCount: number;
}

/** Reads a file twice over (under two names), so that the parts meet rows, texts and accounts that are there already. */
async function read(
  bytes: Uint8Array,
  options: object,
  thousandths: readonly number[],
  cuts: number[],
): Promise<Outcome> {
  const reread: number[] = [];
  const starts = startsIn(bytes, thousandths);
  const sources = ['first', 'second'].map((name) => ({
    ...sourceOf(cutBytes(bytes, cuts), name),
    ...(starts.length === 0 ? {} : { parts: () => partsOf(bytes, starts, reread) }),
  }));
  let reading: LedgerReading | string;
  try {
    reading = await readLedger(sources, options as never);
  } catch (error) {
    reading = (error as { code: string }).code;
  }
  return { reading: describeReading(reading), reread, partCount: starts.length };
}

/** @returns what happened when it was read in parts */
async function expectSame(file: AnyFile, mapping: Mapping, thousandths: number[], limits: object): Promise<Outcome> {
  const options = { mapping: { ...mapping, dialect: { ...mapping.dialect, delimiter: file.delimiter } }, ...limits };
  const whole = await read(file.bytes, options, [], [97]);
  const inParts = await read(file.bytes, options, thousandths, [31, 200]);
  expect(inParts.reading).toEqual(whole.reading);
  return inParts;
}

describe('reading in parts', () => {
  it('gives what reading at one go gives, wherever the parts begin', async () => {
    let inParts = 0;
    let wrongGuesses = 0;
    await fc.assert(
      fc.asyncProperty(anyFile, BREAK_POINTS, LIMITS, async (file, thousandths, limits) => {
        const { partCount, reread } = await expectSame(file, ANY_MAPPING, thousandths, limits);
        if (partCount > 0) inParts++;
        if (reread.length > 0) wrongGuesses++;
      }),
      { numRuns: 700 },
    );
    // Both ways must have been gone often (about 550 and 25 times; the bounds are out of reach of chance).
    expect(inParts - wrongGuesses).toBeGreaterThan(100);
    expect(wrongGuesses).toBeGreaterThan(5);
  });

  it('numbers rows on where the order of the lines stands in for time or sequence', async () => {
    const { payer, beneficiary, id, label } = ANY_MAPPING;
    const mappings = fc.constantFrom<Mapping>(
      { payer, beneficiary, id, label, time: 'file-order', dialect: { header: true, encoding: 'utf-8' } },
      {
        ...ANY_MAPPING,
        time: { column: 'time', formats: ['DD/MM/YYYY', 'unix-seconds'] },
        sequence: 'file-order',
        amount: { column: 'amount', currency: { constant: 'EUR' } },
      },
      { ...ANY_MAPPING, sequence: 'how' },
    );
    await fc.assert(
      fc.asyncProperty(planFile, BREAK_POINTS, mappings, async (file, thousandths, mapping) => {
        await expectSame(file, mapping, thousandths, {});
      }),
      { numRuns: 300 },
    );
  });

  const HEADER = 'time,payer_account,beneficiary_account,amount,currency\n';
  const row = (i: number, payer = `p${i % 5}`): string => `2024-01-0${1 + (i % 9)},${payer},b${i},${i + 1}.5,EUR\n`;
  const utf8 = new TextEncoder();

  async function guesses(text: string, thousandths: number[]): Promise<number> {
    const bytes = utf8.encode(text);
    const options = { mapping: 'illicit-flows' };
    const whole = await read(bytes, options, [], []);
    const inParts = await read(bytes, options, thousandths, []);
    expect(inParts.reading).toEqual(whole.reading);
    return inParts.reread.length;
  }

  it('takes every part of a plain file', async () => {
    const text = HEADER + Array.from({ length: 200 }, (_, i) => row(i)).join('');
    expect(await guesses(text, [100, 400, 700, 990])).toBe(0);
  });

  it('sees through line feeds inside a quoted cell that look like records', async () => {
    const quoted = `2024-01-01,"${Array.from({ length: 50 }, (_, i) => row(i)).join('')}",x,1,EUR\n`;
    const text = HEADER + row(1) + quoted + Array.from({ length: 20 }, (_, i) => row(i)).join('');
    // A guess inside the cell is found out; one behind it holds, and so does the part before it.
    expect(await guesses(text, [500])).toBe(2);
    expect(await guesses(text, [900])).toBe(0);
    expect(await guesses(text, [500, 900])).toBe(2);
  });

  it('goes on behind a part whose last record reaches into the next', async () => {
    const plain = Array.from({ length: 30 }, (_, i) => row(i)).join('');
    const quoted = `2024-01-01,"a\n${'x'.repeat(200)}\nb",x,1,EUR\n`;
    expect(await guesses(HEADER + plain + quoted + plain, [100, 490])).toBe(2);
  });

  it('does not let a quote that never closes hide the rest', async () => {
    const plain = Array.from({ length: 2000 }, (_, i) => row(i)).join('');
    await guesses(`${HEADER}${plain}2024-01-01,"never,b,1,EUR\n${plain}`, [200, 499, 501, 800]);
  });

  it('refuses a file that ends too early', async () => {
    const bytes = utf8.encode(HEADER + row(1) + row(2) + row(3));
    const parts = { ...partsOf(bytes, [HEADER.length], []), byteSize: bytes.length + 1 };
    const source = { ...sourceOf([bytes]), parts: () => parts };
    const reading = readLedger([source], { mapping: 'illicit-flows' });
    await expect(reading).rejects.toMatchObject({ name: 'InputError', code: 'file-changed' });
  });

  it('waits for the hash last, and fails where it does', async () => {
    const bytes = utf8.encode(HEADER + row(1) + row(2));
    const options = { mapping: 'illicit-flows' } as const;
    const late = sourceOf([bytes], 'late');
    const hashed = { ...late, sha256: () => new Promise<string>((resolve) => setTimeout(resolve, 5, 'f00')) };
    const { ledger, files } = await readLedger([hashed, sourceOf([bytes], 'none')], options);
    expect(files.map(({ sha256 }) => sha256)).toEqual(['f00', '']);
    expect(ledger.sources).toEqual([
      { name: 'late', sha256: 'f00' },
      { name: 'none', sha256: '' },
    ]);
    const failing = { ...sourceOf([bytes], 'failing'), sha256: () => Promise.reject(new Error('no hash')) };
    await expect(readLedger([failing, sourceOf([bytes], 'next')], options)).rejects.toThrow('no hash');
  });
});
