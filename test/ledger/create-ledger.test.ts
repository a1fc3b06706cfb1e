import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BuildOptions,
  compareAccountKeys,
  createLedger,
  LedgerBuilder,
  type TransferInput,
} from '../../src/ledger/index.js';
import { ledgerOf } from '../support/small-ledgers.js';

const code = (expected: string): Error => expect.objectContaining({ code: expected }) as Error;
const base: TransferInput = { payer: 'a', beneficiary: 'b', timeMs: 1 };

describe('amounts', () => {
  it('are exact beyond 2^53, with the rest of their currency in the same lane', () => {
    const { ledger } = createLedger([
      { ...base, amount: '9007199254740993', currency: 'SAT' },
      { ...base, timeMs: 2, amount: '1', currency: 'SAT' },
      { ...base, timeMs: 3, amount: '12345678901234567890.12', currency: 'BIG' },
      { ...base, timeMs: 4, amount: '5', currency: 'EUR' },
    ]);
    expect([0, 1, 2, 3].map((row) => ledger.amountMinor(row))).toEqual([
      9007199254740993n,
      1n,
      1234567890123456789012n,
      5n,
    ]);
    expect(ledger.currencies.map(({ code: name, lane }) => [name, lane])).toEqual([
      ['BIG', 'wide'],
      ['EUR', 'safe'],
      ['SAT', 'wide'],
    ]);
    expect(ledger.totals([0, 1, 2])).toEqual([
      { minor: 1234567890123456789012n, scale: 2, currency: 'BIG' },
      { minor: 9007199254740994n, scale: 0, currency: 'SAT' },
    ]);
  });

  it('go wide only past the last safe integer, counted at the scale of the currency', () => {
    const lane = (...amounts: string[]): string | undefined =>
      createLedger(amounts.map((amount, i) => ({ ...base, timeMs: i, amount }))).ledger.currencies[0]?.lane;
    expect(lane('9007199254740991')).toBe('safe');
    expect(lane('9007199254740992')).toBe('wide');
    expect(lane('90071992547409.91', '1')).toBe('safe');
    expect(lane('900719925474099', '0.01')).toBe('wide');
  });

  it('have one scale per currency: what its finest amount needs', () => {
    const ledger = ledgerOf('a>b@1 1.5 EUR', 'a>b@2 2.125 EUR', 'a>b@3 7 JPY', 'a>b@4 1.50 USD');
    expect(ledger.currencies.map(({ code: name, scale }) => [name, scale])).toEqual([
      ['EUR', 3],
      ['JPY', 0],
      ['USD', 1],
    ]);
    expect([0, 1, 2, 3].map((row) => ledger.amountMinor(row))).toEqual([1500n, 2125n, 7n, 15n]);
    expect(ledger.columns.amountMinor[0]).toBe(1500);
  });

  it('may be missing', () => {
    const ledger = ledgerOf('a>b@1', 'a>b@2 5 EUR');
    expect([ledger.amount(0), ledger.received(0), ledger.amountMinor(0)]).toEqual([undefined, undefined, undefined]);
    expect(ledger.totals([0, 1])).toEqual([{ minor: 5n, scale: 0, currency: 'EUR' }]);
    expect([ledger.hasAmounts, ledgerOf('a>b@1').hasAmounts]).toEqual([true, false]);
  });

  it('keep the received leg beside the paid one', () => {
    const { ledger } = createLedger([
      { ...base, amount: '100', currency: 'EUR', receivedAmount: '108.5', receivedCurrency: 'USD' },
      { ...base, timeMs: 2, amount: '3', currency: 'EUR' },
      { ...base, timeMs: 3, amount: '5', currency: 'EUR', receivedAmount: '9007199254740995' },
      { ...base, timeMs: 4 },
    ]);
    expect(ledger.received(0)).toEqual({ minor: 1085n, scale: 1, currency: 'USD' });
    expect(ledger.received(1)).toEqual(ledger.amount(1));
    expect(ledger.received(2)).toEqual({ minor: 9007199254740995n, scale: 0, currency: 'EUR' });
    expect(ledger.received(3)).toBeUndefined();
    expect(ledger.amount(0)).toEqual({ minor: 100n, scale: 0, currency: 'EUR' });
  });

  it('are received as paid where wide and not stated', () => {
    const { ledger } = createLedger([
      { ...base, amount: '9007199254740993' },
      { ...base, timeMs: 2, amount: '2', receivedAmount: '1' },
    ]);
    expect(ledger.received(0)?.minor).toBe(9007199254740993n);
    expect(ledger.received(1)?.minor).toBe(1n);
  });

  it.each([
    ['0', 'amount-zero'],
    ['-5', 'amount-negative'],
    ['x', 'amount-unreadable'],
    ['', 'amount-unreadable'],
  ])('must be positive decimals: %j', (amount, fault) => {
    expect(createLedger([{ ...base, amount }])).toMatchObject({ issues: [{ code: fault }], ledger: { rowCount: 0 } });
    expect(createLedger([{ ...base, amount: '1', receivedAmount: amount }]).issues).toMatchObject([
      { code: fault, place: { column: 'receivedAmount' } },
    ]);
  });
});

describe('accounts', () => {
  it('are pairs of institution and account, in code-unit order', () => {
    const key = (institution: string, account: string): { institution: string; account: string } => ({
      institution,
      account,
    });
    const { ledger } = createLedger([
      { payer: key('B', '1'), beneficiary: key('A', '2'), timeMs: 1 },
      { payer: key('', 'z'), beneficiary: key('A', '02'), timeMs: 2 },
      { payer: key('A', '10'), beneficiary: key('A1', '0'), timeMs: 3 },
    ]);
    const keys = Array.from({ length: ledger.accounts.size }, (_, account) => ledger.accounts.key(account));
    expect(keys).toEqual([key('', 'z'), key('A', '02'), key('A', '10'), key('A', '2'), key('A1', '0'), key('B', '1')]);
    keys.forEach((known, account) => {
      expect(ledger.accounts.find(known)).toBe(account);
    });
    expect(ledger.accounts.find(key('A', ''))).toBeUndefined();
    expect(ledger.accounts.find(key('A1', '02'))).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'toString', ' ', '\uFEFFa'])('may be called %j', (name) => {
    const ledger = ledgerOf(`a>b@1`);
    const hostile = createLedger([{ payer: name, beneficiary: 'a', timeMs: 1 }]).ledger;
    expect(hostile.accounts.find({ institution: '', account: name })).toBe(hostile.columns.payer[0]);
    expect(hostile.accounts.key(hostile.columns.payer[0]!).account).toBe(name);
    expect(hostile.columns.payer[0]).not.toBe(hostile.columns.beneficiary[0]);
    expect(ledger.accounts.find({ institution: '', account: name })).toBeUndefined();
  });

  it('are in code-unit order, however long, alike or far from ASCII they are', () => {
    const name = fc.oneof(
      fc.string({ unit: fc.constantFrom('a', 'b', '\0', 'é', '\uFFFD', '😀'), maxLength: 4 }),
      fc.nat(30).map((i) => `${'x'.repeat(26)}${i}`),
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            name,
            name.filter((text) => text !== ''),
          ),
          { minLength: 1, maxLength: 30 },
        ),
        (pairs) => {
          const keys = pairs.map(([institution, account]) => ({ institution, account }));
          const { ledger } = createLedger(keys.map((payer) => ({ payer, beneficiary: payer, timeMs: 1 })));
          const distinct = new Map(keys.map((key) => [JSON.stringify(key), key]));
          const expected = [...distinct.values()].sort(compareAccountKeys);
          expect(Array.from({ length: ledger.accounts.size }, (_, account) => ledger.accounts.key(account))).toEqual(
            expected,
          );
          expected.forEach((key, account) => {
            expect(ledger.accounts.find(key)).toBe(account);
          });
        },
      ),
    );
  });

  const ann = { payerHolder: 'Ann', payerHolderId: '1990-05-01' };
  const units = (transfers: readonly TransferInput[], options: BuildOptions = {}): number[] => [
    ...createLedger(transfers, options).ledger.accounts.unit,
  ];

  it('of one name and one second identifier form a unit', () => {
    const { ledger, holders } = createLedger([
      { ...base, payer: 'a2', beneficiary: 'b', ...ann },
      { ...base, payer: 'c', beneficiary: 'a1', beneficiaryHolder: 'Ann', beneficiaryHolderId: '1990-05-01' },
    ]);
    expect([...ledger.accounts.unit]).toEqual([0, 0, 2, 3]);
    expect([0, 1, 2].map((unit) => ledger.accounts.membersOf(unit))).toEqual([[0, 1], [], [2]]);
    expect(holders).toEqual({ joined: 2, sameNameApart: 0, severalNames: 0 });
  });

  it('of one name alone stay apart, unless the name is to be enough', () => {
    const strangers = [
      { ...base, payer: 'a1', payerHolder: 'Ann' },
      { ...base, payer: 'a2', payerHolder: 'Ann' },
      { ...base, payer: 'a3', ...ann },
      { ...base, payer: 'a4', ...ann, payerHolderId: '1971-02-03' },
      { ...base, payer: 'a5', payerHolderId: '1990-05-01' },
    ];
    expect(units(strangers)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(createLedger(strangers).holders).toEqual({ joined: 0, sameNameApart: 4, severalNames: 0 });
    expect(units(strangers, { sameHolder: 'name' })).toEqual([0, 0, 0, 0, 4, 5]);
    expect(createLedger(strangers, { sameHolder: 'name' }).holders).toEqual({
      joined: 4,
      sameNameApart: 0,
      severalNames: 0,
    });
  });

  it('with holders of several names are nobody’s, and with several identifiers join nobody', () => {
    const { ledger, holders } = createLedger([
      { ...base, payer: 'a1', ...ann },
      { ...base, payer: 'a2', ...ann },
      { ...base, payer: 'a2', ...ann, payerHolder: 'Bea' },
      { ...base, payer: 'a2', ...ann },
      { ...base, payer: 'a3', ...ann },
      { ...base, payer: 'a3', ...ann, payerHolderId: '2' },
    ]);
    expect([...ledger.accounts.unit]).toEqual([0, 1, 2, 3]);
    expect(holders).toEqual({ joined: 0, sameNameApart: 2, severalNames: 1 });
  });

  it('keep names of holders only when asked', () => {
    const transfers = [{ ...base, payer: 'a1', ...ann }];
    const named = (options: BuildOptions): (string | undefined)[] => {
      const { accounts } = createLedger(transfers, options).ledger;
      return [accounts.holderName(0), accounts.holderName(1)];
    };
    expect(named({})).toEqual([undefined, undefined]);
    expect(named({ keepNames: true })).toEqual(['Ann', undefined]);
  });
});

describe('rows', () => {
  it('know their place, channel, precision, id and source', () => {
    const { ledger } = createLedger([
      { ...base, timeMs: 9, id: 'late' },
      {
        ...base,
        channel: 'cash',
        precision: 'day',
        placeFrom: 'Izmir',
        placeTo: 'Athens',
        countryFrom: 'TR',
        countryTo: 'GR',
      },
    ]);
    const { placeFrom, placeTo, countryFrom, countryTo } = ledger.columns;
    const places = [placeFrom, placeTo, countryFrom, countryTo];
    expect(places.map((column) => ledger.places[column?.[0] ?? -1])).toEqual(['Izmir', 'Athens', 'TR', 'GR']);
    expect(places.map((column) => column?.[1])).toEqual([-1, -1, -1, -1]);
    expect(ledger.places).toEqual(['Athens', 'GR', 'Izmir', 'TR']);
    expect([ledger.channel(0), ledger.channel(1)]).toEqual(['cash', 'unknown']);
    expect([ledger.precisionOf(0), ledger.precisionOf(1), ledger.precision]).toEqual(['day', 'millisecond', 'day']);
    expect(ledger.id(1)).toBe('late');
    expect(ledger.id(0)).toBe('');
    expect([ledger.source(0), ledger.source(1)]).toEqual([
      { file: 'memory', line: 2 },
      { file: 'memory', line: 1 },
    ]);
    expect(() => ledger.source(2)).toThrow(code('row-range'));
    expect(() => ledger.source(-1)).toThrow(code('row-range'));
  });

  it('have no id column where no row has an id', () => {
    const ledger = ledgerOf('a>b@1');
    expect(ledger.id(0)).toBeUndefined();
    expect(ledger.columns.placeFrom).toBeUndefined();
    expect(ledger.hasTime).toBe(true);
    expect(createLedger([{ ...base, precision: 'order' }]).ledger.hasTime).toBe(false);
  });

  it.each([0.5, NaN, 2 ** 53])('refuse the time %s', (timeMs) => {
    expect(createLedger([{ ...base, timeMs }])).toMatchObject({
      issues: [{ code: 'time-unreadable' }],
      ledger: { rowCount: 0 },
    });
  });

  it('may be none', () => {
    const { ledger, duplicates, labels } = createLedger([]);
    expect([ledger.rowCount, ledger.accounts.size, duplicates.length, labels]).toEqual([0, 0, 0, undefined]);
  });
});

describe('LedgerBuilder', () => {
  it('finishes once', () => {
    const builder = new LedgerBuilder();
    builder.finish();
    expect(() => builder.finish()).toThrow(code('builder-finished'));
  });

  it('keeps labels apart from the ledger, in row order', () => {
    const builder = new LedgerBuilder();
    const file = builder.addSource({ name: 'f.csv', sha256: '' });
    const a = builder.accounts.intern('', 'a');
    for (const [line, time, label] of [
      [1, 30, undefined],
      [2, 20, 'planted'],
      [3, 10, 'ordinary'],
      [4, 40, undefined],
    ] as const) {
      builder.appendRow(a, a, time, 5, NaN, 0, 0, 0, file, line);
      if (label !== undefined) builder.setLabel(label);
    }
    const { ledger, labels } = builder.finish();
    expect([...labels!.label].map((label) => labels!.texts[label])).toEqual([
      'ordinary',
      'planted',
      undefined,
      undefined,
    ]);
    expect(JSON.stringify(ledger)).not.toContain('planted');
  });
});
