import { describe, expect, it } from 'vitest';
import { parseFlatObject } from '../../../src/ingest/formats/json-flat.js';
import { inspectStream, type Mapping } from '../../../src/ingest/index.js';
import { bankFile } from '../../support/ingest/bank-files.js';
import { chunked, faultsOf, readOne, rowsOf, utf16, utf8 } from '../../support/ingest/reading.js';

const NESTED: Mapping = {
  payer: { account: 'from.account', institution: 'from.bank' },
  beneficiary: { account: 'to.account', institution: 'to.bank' },
  amount: { column: 'amount', currency: 'currency' },
  time: { column: 'at', formats: ['YYYY-MM-DD'] },
  numbers: { scientific: true },
};
const FLAT = '{"time":"2024-01-01","payer_account":"a","beneficiary_account":"b","amount":1,"currency":"EUR"}';

async function codeOf(text: string): Promise<string> {
  const error: unknown = await readOne(text, { mapping: 'illicit-flows' }).catch((thrown: unknown) => thrown);
  return error instanceof Error && 'code' in error ? String(error.code) : 'read';
}

describe('a JSON file', () => {
  it('is the one array of objects in it, with every digit as written', async () => {
    const reading = await readOne(bankFile('transfers.json'), { mapping: NESTED });
    expect(rowsOf(reading)).toEqual([
      `AAA/100000000000000000001 | BBB/12345678901234567890 | ${Date.parse('2024-01-02T10:00Z')} second | 1010e-2 EUR | unknown`,
      `AAA/A-2 | BBB/B-2 | ${Date.parse('2024-01-03T10:00Z')} second | 50000e-2 EUR | unknown`,
      `AAA/A-3 | BBB/B-2 | ${Date.parse('2024-01-03T10:00Z')} second | 9999999999999901e-2 EUR | unknown`,
    ]);
    expect(reading.ledger.source(2).line).toBe(3);
    expect(reading.files[0]!.notes.join(' ')).toContain('numbers of elements');
  });

  it('is the same in any pieces and encoding', async () => {
    const whole = rowsOf(await readOne(bankFile('transfers.json'), { mapping: NESTED }));
    for (const size of [1, 3, 64]) {
      expect(rowsOf(await readOne(bankFile('transfers.json'), { mapping: NESTED }, size))).toEqual(whole);
    }
    const wide = utf16(new TextDecoder().decode(bankFile('transfers.json')));
    expect(rowsOf(await readOne(wide, { mapping: NESTED }))).toEqual(whole);
  });

  it('is refused where it is not whole, or where two arrays could be meant', async () => {
    expect(await codeOf(`[${FLAT}]`)).toBe('read');
    expect(await codeOf(`[${FLAT},${FLAT}`)).toBe('json-unreadable');
    expect(await codeOf(`[${FLAT}] x`)).toBe('json-unreadable');
    expect(await codeOf(`[${FLAT.slice(0, 20)}`)).toBe('json-unreadable');
    expect(await codeOf(`{"a":[${FLAT}],"b":[${FLAT}]}`)).toBe('json-several-tables');
    expect(await codeOf('{"a":[1,2],"b":[]}')).toBe('layout-unknown');
    expect(await codeOf('{"a":[1,2],\n"b":[]}')).toBe('json-unreadable');
    expect(await codeOf(`[{"a":1}, ${'['.repeat(100_000)}`)).toBe('json-unreadable');
  });

  it('keeps a bad element from the others', async () => {
    const deep = `{"time":${'{"a":'.repeat(60)}1${'}'.repeat(60)}}`;
    const text = `[${FLAT}, {"time":01}, {"a":1,"a":2}, "text", ${deep}, ${FLAT}]`;
    const reading = await readOne(text, { mapping: 'illicit-flows' });
    expect(faultsOf(reading)).toEqual([2, 3, 4, 5].map((line) => `${line} element-unreadable`));
    expect(reading.files[0]).toMatchObject({ read: 6, accepted: 2, quarantined: 4 });
    const long = `[${FLAT},{"time":"${'x'.repeat(5000)}"}]`;
    expect(faultsOf(await readOne(long, { mapping: 'illicit-flows', maxRecordChars: 1000 }))).toEqual([
      '2 record-too-long',
    ]);
  });

  it('limits the number of its columns', async () => {
    const wide = `{${Array.from({ length: 3000 }, (_, i) => `"k${i}":1`).join()}}`;
    expect(await codeOf(`[${wide}]`)).toBe('json-too-many-keys');
  });
});

describe('NDJSON', () => {
  it('counts its lines, blank ones too', async () => {
    const reading = await readOne(bankFile('transfers.ndjson'), { mapping: 'illicit-flows' });
    expect(reading.files[0]).toMatchObject({ format: 'ndjson', read: 5, accepted: 3, quarantined: 1, skipped: 1 });
    expect(faultsOf(reading)).toEqual(['4 element-unreadable']);
    expect([0, 1, 2].map((row) => reading.ledger.source(row).line)).toEqual([1, 3, 5]);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    expect(await inspectStream(chunked(bankFile('transfers.ndjson'), 50), 'x')).toMatchObject({
      format: 'ndjson',
      preset: 'illicit-flows',
    });
  });

  it('never loses a mapped key in silence that comes late', async () => {
    const mapping: Mapping = {
      ...{ payer: { account: 'a', holder: { name: 'n', optional: true } }, beneficiary: { account: 'b' } },
      time: 'file-order',
    };
    const rows = Array.from({ length: 12_000 }, (_, i) => `{"a":"p${i}","b":"q"}`);
    rows.push('{"a":"z","b":"q","n":"late"}', '{"a":"y","b":"q","other":1}');
    const reading = await readOne(utf8(rows.join('\n')), { mapping });
    expect(reading.quarantine.entries.map(({ line, code }) => [line, code])).toEqual([[12_001, 'column-late']]);
    expect(reading.files[0]!.notes.join(' ')).toContain('not read: other');
    expect(reading.ledger.rowCount).toBe(12_001);
  });
});

describe('one object', () => {
  it('is flat, and Map keys only', () => {
    const { cells } = parseFlatObject(
      '{"a":{"b":1.10,"c":null},"__proto__":{"x":true},"l":[1, {"y":2}],"s":"\\u00e4\\n"}',
    );
    expect([...cells!]).toEqual([
      ['a.b', '1.10'],
      ['a.c', ''],
      ['__proto__.x', 'true'],
      ['l', '[1, {"y":2}]'],
      ['s', 'ä\n'],
    ]);
    for (const bad of [
      '',
      '[]',
      '{',
      '{"a"}',
      '{"a":}',
      '{"a":1,}',
      "{'a':1}",
      '{"a":1} {',
      '{"a":+1}',
      '{"a":"\t"}',
    ]) {
      expect(parseFlatObject(bad).fault).toBeDefined();
    }
  });

  it('agrees with the platform on what is JSON', () => {
    for (const text of [
      '{}',
      '{"a":-0.5e+10}',
      '{"a":"\\"\\\\"}',
      '{"a":[[],{}]}',
      '{"a":1 }',
      '{"a":1e}',
      '{"a":.5}',
      '{"a":"\\x"}',
      '{"a":tru}',
    ]) {
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      expect([text, parseFlatObject(text).fault === undefined]).toEqual([text, isJson]);
    }
  });
});
