import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIsoInstant } from '../../src/foundation/index.js';
import { parseInstant } from '../../src/ingest/parse-instant.js';
import { createLedger, Ledger, type TransferInput } from '../../src/ledger/index.js';

const GOOD = { payer: 'a', beneficiary: 'b', time: '2024-01-15', amount: '12.50', currency: 'EUR' };
/** What somebody hands over who has no types. */
const given = (...rows: readonly unknown[]): ReturnType<typeof createLedger> => createLedger(rows as TransferInput[]);

describe('a transfer that cannot be read', () => {
  it.each([
    ['transfer-malformed', null],
    ['transfer-malformed', 'a;b;1'],
    ['account-missing', { ...GOOD, payer: '' }],
    ['account-missing', { ...GOOD, payer: undefined }],
    ['account-missing', { ...GOOD, beneficiary: { institution: 'bank' } }],
    ['account-unreadable', { ...GOOD, payer: 4711 }],
    ['account-unreadable', { ...GOOD, payer: { institution: 7, account: 'a' } }],
    ['time-missing', { ...GOOD, time: undefined }],
    ['time-unreadable', { ...GOOD, time: 'yesterday' }],
    ['time-unreadable', { ...GOOD, time: '2023-02-29' }],
    ['time-unreadable', { ...GOOD, time: new Date(NaN) }],
    ['time-unreadable', { ...GOOD, time: 0.5 }],
    ['time-twice', { ...GOOD, timeMs: 1 }],
    ['precision-unknown', { ...GOOD, precision: 'century' }],
    ['amount-unreadable', { ...GOOD, amount: 12.5 }],
    ['amount-unreadable', { ...GOOD, amount: null }],
    ['amount-zero', { ...GOOD, amount: '0.00' }],
    ['amount-negative', { ...GOOD, amount: '-1' }],
    ['text-unreadable', { ...GOOD, currency: 978 }],
    ['text-unreadable', { ...GOOD, id: {} }],
  ])('is left out and told as %s: %j', (code, row) => {
    const { ledger, issues, issueCount } = given(GOOD, row, GOOD);
    expect(ledger.rowCount).toBe(2);
    expect(issues).toMatchObject([{ code, effect: 'quarantined', place: { file: 'memory', line: 2 } }]);
    expect(issueCount).toBe(1);
  });

  it('is told without any account', () => {
    const { issues } = given(
      { ...GOOD, payer: 'secret-payer', beneficiary: { account: 9 } },
      { ...GOOD, payer: { account: ['secret-payer'] } },
    );
    expect(issues).toHaveLength(2);
    expect(JSON.stringify(issues)).not.toContain('secret-payer');
  });

  it('is counted beyond the issues that are kept', () => {
    const { issues, issueCount } = given(...Array.from({ length: 10_001 }, () => null));
    expect([issues.length, issueCount]).toEqual([10_000, 10_001]);
  });
});

describe('a transfer with a remark', () => {
  it('has the channel other where its word is none, as in files', () => {
    const { ledger, issues } = given({ ...GOOD, channel: 'pigeon' });
    expect(ledger.channel(0)).toBe('other');
    expect(issues).toMatchObject([{ code: 'channel-unknown', effect: 'noted', place: { line: 1, column: 'channel' } }]);
  });
});

describe('times', () => {
  it('are dates, ISO text as precise as it is written, or milliseconds', () => {
    const times = ['2024-01-15', '2024-01-15T10:00Z', '2024-01-15T10:00:05+02:00', '2024-01-15T10:00:05.2501Z'];
    const { ledger } = given(...[...times, new Date(5), 6].map((time) => ({ ...GOOD, time })));
    const rows = [0, 1, 2, 3, 4, 5];
    expect(rows.map((row) => [new Date(ledger.columns.timeMs[row]!).toISOString(), ledger.precisionOf(row)])).toEqual([
      ['1970-01-01T00:00:00.005Z', 'millisecond'],
      ['1970-01-01T00:00:00.006Z', 'millisecond'],
      ['2024-01-15T00:00:00.000Z', 'day'],
      ['2024-01-15T08:00:05.000Z', 'second'],
      ['2024-01-15T10:00:00.000Z', 'minute'],
      ['2024-01-15T10:00:05.250Z', 'millisecond'],
    ]);
  });

  it('are read as the reader of files reads them', () => {
    const parts = fc.tuple(
      fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }),
      fc.constantFrom(10, 16, 19, 23),
      fc.constantFrom('', 'Z', '+02:00', '-0930'),
    );
    fc.assert(
      fc.property(parts, ([date, length, zone]) => {
        const text = date.toISOString().slice(0, length) + (length === 10 ? '' : zone);
        const read = parseIsoInstant(text);
        expect(read).toBeDefined();
        expect(read?.timeMs).toBe(parseInstant(text, ['YYYY-MM-DD'], 0)?.timeMs);
      }),
    );
  });
});

describe('a ledger as values', () => {
  const rich = [
    {
      ...GOOD,
      payer: { institution: 'x', account: 'a' },
      receivedAmount: '10',
      receivedCurrency: 'USD',
      channel: 'cash',
      placeFrom: 'Rome',
      countryTo: 'IT',
      id: 'n1',
    },
    { payer: 'b', beneficiary: 'a', time: '2024-02-01T10:00Z', amount: '123456789012345678901.5', currency: 'BIG' },
    { payer: 'b', beneficiary: 'c', timeMs: 1_700_000_000_000 },
  ];

  it('is iterated in row order, and makes the same ledger again', () => {
    const { ledger } = given(...rich);
    const listed = [...ledger];
    expect(listed).toHaveLength(3);
    expect(listed[1]).toEqual({
      payer: { institution: 'x', account: 'a' },
      beneficiary: { institution: '', account: 'b' },
      timeMs: Date.UTC(2024, 0, 15),
      precision: 'day',
      amount: '12.5',
      currency: 'EUR',
      receivedAmount: '10',
      receivedCurrency: 'USD',
      channel: 'cash',
      placeFrom: 'Rome',
      countryTo: 'IT',
      id: 'n1',
      source: { file: 'memory', line: 1 },
    });
    const again = createLedger(ledger);
    expect(again.issues).toEqual([]);
    const withoutSource = (all: typeof listed): unknown[] => all.map((one) => ({ ...one, source: undefined }));
    expect(withoutSource([...again.ledger])).toEqual(withoutSource(listed));
  });

  it('is JSON, with exact amounts as text', () => {
    const text = JSON.stringify(given(...rich).ledger);
    const parsed = JSON.parse(text) as { transfers: unknown[]; currencies: string[] };
    expect(parsed.currencies).toEqual(['BIG', 'EUR', 'USD']);
    expect(parsed.transfers).toHaveLength(3);
    expect(text).toContain('"123456789012345678901.5"');
  });

  it('crosses to another thread as columns and is the same there', () => {
    const { ledger } = given(...rich, {
      ...GOOD,
      payerHolder: 'h',
      payerHolderId: 'h',
      beneficiaryHolder: 'h',
      beneficiaryHolderId: 'h',
    });
    const copy = Ledger.fromColumns(structuredClone(ledger.toColumns()));
    expect([...copy]).toEqual([...ledger]);
    expect(copy.accounts.unit).toEqual(ledger.accounts.unit);
    const key = { institution: 'x', account: 'a' };
    expect(copy.accounts.find(key)).toBe(ledger.accounts.find(key));
    expect([copy.hasAmounts, copy.precision, copy.sources]).toEqual([true, ledger.precision, ledger.sources]);
  });

  it('is refused as columns that do not belong together', () => {
    const plain = given(...rich).ledger.toColumns();
    const code = expect.objectContaining({ code: 'ledger-columns' }) as Error;
    expect(() => Ledger.fromColumns({ ...plain, format: 2 as 1 })).toThrow(code);
    const columns = { ...plain.columns, beneficiary: plain.columns.beneficiary.subarray(1) };
    expect(() => Ledger.fromColumns({ ...plain, columns })).toThrow(code);
  });
});
