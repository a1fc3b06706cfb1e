import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mapping } from '../../src/ingest/index.js';
import { type QuarantinedRecord } from '../../src/ingest/quarantine.js';
import { readChunks } from '../support/reading.js';

const HEADER = 'id,time,from,bank,name,born,to,town,amount,currency,kind,status,memo,other';
const MAPPING: Mapping = {
  payer: { account: 'from', institution: 'bank', holder: 'name', holderId: 'born' },
  beneficiary: { account: 'to', place: 'town' },
  time: { column: 'time', formats: ['YYYY-MM-DD'] },
  amount: { column: 'amount', currency: 'currency' },
  channel: { column: 'kind', values: { CASH: 'cash' } },
  only: { status: ['PAID'] },
  ...{ id: 'id', label: 'memo' },
};
const UNSHOWN = '[not shown: see the file]';

/** What is quarantined of lines behind the header, by either reader. */
async function quarantined(
  lines: readonly string[],
  reader: 'bytes' | 'papa',
  mapping = MAPPING,
): Promise<readonly QuarantinedRecord[]> {
  const bytes = new TextEncoder().encode([HEADER, ...lines, ''].join('\n'));
  const reading = await readChunks([bytes], { mapping, reader });
  if (typeof reading === 'string') throw new Error(reading);
  return reading.quarantine.entries;
}

describe.each(['bytes', 'papa'] as const)('a record that was not read, by the reader %s,', (reader) => {
  it('is shown by the shapes of its cells of money, time and kind; of the others, that they are filled', async () => {
    const line = 'T1,2024-13-01, A1 ,B,Amina Haddad,1990-05-01,"C,1",Rome,5,EUR,CASH,PAID,for Eva,x';
    const [only] = await quarantined([line], reader);
    const hidden = '[hidden]';
    const shown = [hidden, '9999-99-99', ...Array<string>(6).fill(hidden), '9', 'AAA', 'AAAA', 'AAAA', hidden, hidden];
    expect(only).toMatchObject({ line: 2, code: 'time-unreadable', received: '9999-99-99', raw: shown.join(' | ') });
  });

  it('is not shown where its cells cannot be told apart', async () => {
    const entries = await quarantined(['T1,2024-01-01,A1,B,Haddad, Amina,C1', '"T2,2024'], reader);
    expect(entries.map(({ code, raw }) => [code, raw])).toEqual([
      ['cell-count', UNSHOWN],
      ['unclosed-quote', UNSHOWN],
    ]);
  });

  it('is not told of by its fault either, where that is with an account', async () => {
    const lines = [
      'T1,2024-01-01,1.2E+15,B,,,C1,,5,EUR,CASH,PAID,,',
      'T1,2024-01-01,A\uFFFD,B,,,C1,,5,EUR,CASH,PAID,,',
    ];
    const entries = await quarantined(lines, reader);
    expect(entries.map(({ code, received }) => [code, received])).toEqual([
      ['account-spoilt', '[hidden]'],
      ['replacement-character', '[hidden]'],
    ]);
  });

  it('hides a cell too long to be a sum', async () => {
    const long = '5'.repeat(65);
    const [first] = await quarantined([`T1,x,A1,B,,,C1,,${long},EUR,CASH,PAID,,`], reader);
    expect(first!.raw).toBe(
      '[hidden] | a | [hidden] | [hidden] |  |  | [hidden] |  | [hidden] | AAA | AAAA | AAAA |  | ',
    );
  });
});

describe('a cell', () => {
  it('is hidden if it is of a party as well, or if only a part of it is mapped', async () => {
    const mapping: Mapping = {
      ...MAPPING,
      channel: { column: 'bank', values: {} },
      time: { column: { column: 'memo', pattern: '\\d{4}-\\d{2}-\\d{2}' }, formats: ['YYYY-MM-DD'] },
    };
    const line = 'T1,x,A1,Eva Roe,,,C1,,5,EUR,,PAID,2024-13-01 to Eva,';
    const [second] = await quarantined([line], 'papa', mapping);
    expect(second).toMatchObject({ code: 'time-unreadable', received: '[hidden]' });
    expect(second!.raw).toBe(
      `[hidden] | [hidden] | [hidden] | [hidden] |  |  | [hidden] |  | 9 | AAA |  | AAAA | [hidden] | `,
    );
  });
});

describe('no record that was not read', () => {
  it('shows a letter or a digit of the file, wherever an account stands in it', async () => {
    const cell = fc.oneof(
      fc.stringMatching(/^[0-9A-Za-z"', .-]{0,20}$/u),
      fc.constantFrom('DE89370400440532013000', '8457472100', 'Žižek', '١٢٣٤٥', '李小龍', '\u{1D400}va', 'ǅ', '①²'),
    );
    const row = fc.tuple(...Array.from({ length: HEADER.split(',').length }, () => cell));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 5 }), async (rows) => {
        const lines = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        for (const reader of ['bytes', 'papa'] as const) {
          for (const { raw, received } of await quarantined(lines, reader)) {
            for (const shown of [raw, received]) {
              const ownWords = shown.replaceAll('[hidden]', '').replaceAll(UNSHOWN, '');
              expect(ownWords).not.toMatch(/(?![aA9])[\p{L}\p{N}\p{M}]/u);
            }
          }
        }
      }),
    );
  });
});
