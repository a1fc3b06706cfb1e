import { describe, expect, it } from 'vitest';
import { inspectStream } from '../../../src/ingest/index.js';
import { bankFile } from '../../support/ingest/bank-files.js';
import { chunked, faultsOf, readOne, rowsOf, utf16, utf8 } from '../../support/ingest/reading.js';

const single = new TextDecoder().decode(bankFile('camt053-v2-single.xml'));
const OWN = 'DE89370400440532013000';
const DAY = '1709596800000 day';

const read = (text: string | Uint8Array, chunkSize?: number): ReturnType<typeof readOne> =>
  readOne(text, { mapping: 'iso20022' }, chunkSize);

async function codeOf(text: string): Promise<string> {
  const error: unknown = await read(text).catch((thrown: unknown) => thrown);
  return error instanceof Error && 'code' in error ? String(error.code) : 'read';
}

describe('a camt.053 statement', () => {
  it('gives money its direction, by entry and by reversal, and leaves out what has not moved', async () => {
    const reading = await read(single);
    expect(rowsOf(reading).sort()).toEqual([
      `AT611904300234573201 | ${OWN} | ${DAY} | 25025e-2 EUR | wire`,
      `${OWN} | (fees) | ${DAY} | 1500e-2 EUR | internal`,
      `${OWN} | FBNINGLA/0012345678 | ${DAY} | 10000e-2 EUR | wire`,
      `FR1420041010050500013M02606 | ${OWN} | ${DAY} | 2000e-2 EUR | wire`,
    ]);
    expect(faultsOf(reading)).toEqual([]);
    const [file] = reading.files;
    expect(file).toMatchObject({ format: 'camt', read: 5, accepted: 4, quarantined: 0, skipped: 1 });
    expect(file!.notes.join(' ')).toContain('fees');
    expect([...file!.skippedByCode]).toEqual([['not-moved', 1]]);
    expect(reading.notes).toEqual([]);
    const lines = rowsOf(reading).map((_, row) => reading.ledger.source(row).line);
    expect(lines.sort((a, b) => a - b).map((line) => single.split('\n')[line - 1]!.trim())).toEqual([
      ...Array.from({ length: 3 }, () => '<NtryDtls><TxDtls>'),
      '<Ntry>',
    ]);
  });

  it('is the same in any encoding and in any pieces', async () => {
    const whole = rowsOf(await read(single));
    expect(rowsOf(await read(single, 7))).toEqual(whole);
    expect(rowsOf(await read(utf16(single)))).toEqual(whole);
    const latin = single.replace('UTF-8', 'ISO-8859-1').replace('Anna Muster', 'Jörg Muster');
    const bytes = Uint8Array.from(latin, (character) => character.charCodeAt(0));
    expect((await read(bytes)).files[0]!.encoding).toBe('windows-1252');
    expect(rowsOf(await read(bytes))).toEqual(whole);
  });

  it('names a balance that does not add up, and keeps the names of payers out of the quarantine', async () => {
    const reading = await read(single.replace('1155.25', '1155.26'));
    expect(reading.notes.map(({ code, count }) => [code, count])).toEqual([['balance-break', 1]]);
    expect(reading.notes[0]!.examples[0]).toMatchObject({
      expected: 'a closing balance of 1155.26',
      received: '1155.25',
    });
    const spoilt = await read(single.replace('250.25</Amt>', 'x</Amt>'));
    expect(faultsOf(spoilt)).toContain('19 amount-unreadable amount');
    expect(JSON.stringify(spoilt.quarantine.entries)).not.toMatch(/Anna|4711 /u);
  });

  it('is found and named by inspect', async () => {
    const inspection = await inspectStream(chunked(utf8(single), 100), 'x.csv');
    expect(inspection).toMatchObject({ format: 'camt', preset: 'iso20022', layout: 'camt', delimiter: '' });
  });
});

describe('a camt.054 batch', () => {
  const batch = new TextDecoder().decode(bankFile('camt054-v8-batch.xml'));

  it('is one transfer for each of its transactions', async () => {
    const reading = await read(batch);
    expect(rowsOf(reading).sort()).toEqual([
      '80-2-2 | CH9300762011623852957 | 1714545000000 second | 500e-1 CHF | wire',
      'DE89370400440532013000 | CH9300762011623852957 | 1714545000000 second | 255e-1 CHF | wire',
    ]);
    expect(reading.ledger.id(0)).toMatch(/^E-[12]$/u);
    expect(reading.notes).toEqual([]);
  });

  it('says where its transactions do not make its amount, and keeps one without transactions in quarantine', async () => {
    const broken = await read(batch.replace('>50.00<', '>49.00<'));
    expect(broken.notes.map(({ code }) => code)).toEqual(['batch-sum-break']);
    const bare = await read(batch.replace(/<ns2:NtryDtls>[\s\S]*<\/ns2:NtryDtls>/u, ''));
    expect(faultsOf(bare)).toEqual(['12 account-missing payer_account']);
    const noAmount = await read(batch.replace(/<ns2:Amt Ccy="CHF">25\.50<\/ns2:Amt>/u, ''));
    expect(faultsOf(noAmount)).toEqual(['20 amount-missing amount']);
  });

  it('keeps no more than one transaction in memory, and refuses one that is too long by itself', async () => {
    const name = `<ns2:Nm>${'x'.repeat(3000)}</ns2:Nm>`;
    const long = batch.replace('<ns2:Nm>Lea Beispiel</ns2:Nm>', name);
    const reading = await readOne(long, { mapping: 'iso20022', maxRecordChars: 2000 });
    expect(faultsOf(reading)).toEqual(['20 record-too-long']);
    expect(reading.files[0]).toMatchObject({ read: 2, accepted: 1, quarantined: 1 });
  });
});

describe('hostile XML', () => {
  it('is refused with a code', async () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE Document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`;
    expect(await codeOf(single.replace(/^<\?xml.*\?>/u, laughs).replace('Rechnung', '&b;'))).toBe('xml-doctype');
    expect(await codeOf(`<!DOCTYPE x SYSTEM "file:///etc/passwd"><Document/>`)).toBe('xml-doctype');
    expect(await codeOf(single.replace('Rechnung', '&b;'))).toBe('xml-unreadable');
    expect(await codeOf(single.slice(0, 2000))).toBe('xml-unreadable');
    expect(await codeOf(`<Document>${'<a>'.repeat(100)}`)).toBe('format-unreadable');
    expect(await codeOf(`<Document><BkToCstmrStmt>${'<a>'.repeat(100)}`)).toBe('xml-unreadable');
    expect(await codeOf(`<Document><BkToCstmrStmt a="${'x'.repeat(11_000_000)}">`)).toBe('xml-unreadable');
    expect(await codeOf('<Document><CstmrCdtTrfInitn/></Document>')).toBe('format-unreadable');
    expect(await codeOf('<Document></Document>')).toBe('format-unreadable');
    expect(await codeOf(single.replaceAll('Ustrd', '__proto__'))).toBe('read');
  });
});
