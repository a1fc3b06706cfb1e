import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeLine, encodeLine, linesOf, rowFromLine, rowToLine } from '../../src/engine/index.js';
import { type SliceRow } from '../../src/slices/index.js';
import { hostileTexts } from '../support/hostile-lines.js';

const fields = fc.array(fc.option(fc.oneof(hostileTexts, fc.string({ unit: 'grapheme' })), { nil: undefined }), {
  minLength: 1,
});

it('gives every field back, whatever is in it, from one line', () => {
  fc.assert(
    fc.property(fields, (written) => {
      const line = encodeLine(written);
      expect(line).not.toMatch(/[\n\r]/u);
      expect(line.split('\t')).toHaveLength(written.length);
      expect(decodeLine(line)).toEqual(written);
    }),
  );
});

it('tells a field that is not given from the two characters that say so, and from an empty one', () => {
  expect(encodeLine([undefined, '\\N', ''])).toBe('\\N\t\\\\N\t');
  expect(decodeLine('\\N\t\\\\N\t')).toEqual([undefined, '\\N', '']);
  expect(decodeLine('a\\q')).toBeUndefined();
  expect(decodeLine('a\\')).toBeUndefined();
});

it('gives lines back however their bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fields), fc.integer({ min: 1, max: 9 }), async (rows, size) => {
      const lines = rows.map(encodeLine);
      const bytes = new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
      const chunks = async function* (): AsyncGenerator<Uint8Array> {
        for (let i = 0; i < bytes.length; i += size) yield await Promise.resolve(bytes.subarray(i, i + size));
      };
      const read: string[] = [];
      for await (const line of linesOf(chunks())) read.push(line);
      expect(read).toEqual(lines);
    }),
    { numRuns: 30 },
  );
});

it('gives a row back with hostile text in every place, and says which field is broken', () => {
  const row: SliceRow = {
    ...{ source: 'a\tb.csv', row: 7, sequence: undefined, timeMs: -5, precision: 3 },
    payer: ['bank\n1', '\\N'],
    beneficiary: ['', 'tab\there\r\n\\'],
    ...{ payerUnit: ['\\', '\t'], beneficiaryUnit: undefined },
    ...{ amount: '12.50', currency: 'EUR', receivedAmount: undefined, receivedCurrency: undefined, channel: 1 },
    ...{ places: ['x\ty', undefined, '', undefined], id: '\\t' },
    ...{ bits: 255, payerPayers: 3, beneficiaryPayers: 0 },
  };
  const line = rowToLine('star:3', row);
  expect(rowFromLine(line)).toEqual({ part: 'star:3', row });
  expect(rowFromLine(line.replace('\t7\t', '\tseven\t'))).toBe('row');
  expect(rowFromLine(`${line}\tmore`)).toMatch(/fields/u);
});
