import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, shuffle } from '../../src/foundation/index.js';
import {
  type BuiltLedger,
  createLedger,
  type Ledger,
  LedgerBuilder,
  type TransferInput,
} from '../../src/ledger/index.js';
import { transferArbitrary } from '../support/small-ledgers.js';

/** Everything a row says, without where it came from. */
function rowsOf(ledger: Ledger): string[] {
  return Array.from({ length: ledger.rowCount }, (_, row) =>
    JSON.stringify([
      ledger.accounts.key(ledger.columns.payer[row]!),
      ledger.accounts.key(ledger.columns.beneficiary[row]!),
      ledger.columns.timeMs[row],
      ledger.amount(row),
      ledger.columns.currency[row],
      ledger.received(row),
      ledger.columns.receivedCurrency?.[row],
      ledger.channel(row),
      ledger.precisionOf(row),
      ledger.places[ledger.columns.placeFrom?.[row] ?? -1],
      ledger.places[ledger.columns.countryTo?.[row] ?? -1],
      ledger.id(row) ?? '',
    ], (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value)),
  ); // prettier-ignore
}

const rich: fc.Arbitrary<TransferInput> = fc
  .tuple(
    transferArbitrary,
    fc.record(
      {
        amount: fc.constantFrom('1', '1.50', '1.5', '9007199254740993', '9007199254740995'),
        receivedAmount: fc.constantFrom('1', '2', '9007199254740993'),
        receivedCurrency: fc.constantFrom('EUR', 'JPY'),
        channel: fc.constantFrom('cash' as const, 'wire' as const),
        precision: fc.constantFrom('day' as const, 'second' as const),
        placeFrom: fc.constantFrom('x', 'y'),
        countryTo: fc.constantFrom('x', 'z'),
        id: fc.constantFrom('1', '2', 'é', '😀', '\uFFFD'),
        timeMs: fc.constantFrom(-5, 0, 3, 2 ** 40),
      },
      { requiredKeys: [] },
    ),
    fc.integer({ min: 0, max: 4 }),
  )
  .map(([transfer, extra, kind]) => {
    const { amount, ...others } = { ...transfer, ...extra };
    return kind === 0 || amount === undefined ? others : { ...others, amount };
  });

const transfers = fc.array(rich, { maxLength: 20 });

describe('canonical order', () => {
  it('does not depend on the order of the input, ties and duplicates included', () => {
    fc.assert(
      fc.property(transfers, fc.nat(1000), fc.boolean(), (given, seed, drop) => {
        const options = { duplicates: drop ? ('drop' as const) : ('keep' as const) };
        const straight = createLedger(given, options);
        const other = createLedger(shuffle([...given], createRandom(seed)), options);
        expect(rowsOf(other.ledger)).toEqual(rowsOf(straight.ledger));
        expect(other.ledger.currencies).toEqual(straight.ledger.currencies);
        expect(other.ledger.places).toEqual(straight.ledger.places);
        expect(other.duplicateCount).toBe(straight.duplicateCount);
      }),
      { numRuns: 300 },
    );
  });

  it('runs by time, then payer, then beneficiary', () => {
    fc.assert(
      fc.property(transfers, (given) => {
        const { columns, rowCount } = createLedger(given).ledger;
        for (let row = 1; row < rowCount; row++) {
          const step =
            columns.timeMs[row]! - columns.timeMs[row - 1]! ||
            columns.payer[row]! - columns.payer[row - 1]! ||
            columns.beneficiary[row]! - columns.beneficiary[row - 1]!;
          expect(step).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('counts duplicates like a table of rows; dropping leaves one of each', () => {
    fc.assert(
      fc.property(transfers, (given) => {
        const kept = createLedger(given);
        const rows = rowsOf(kept.ledger);
        const distinct = [...new Set(rows)];
        expect(kept.duplicateCount).toBe(rows.length - distinct.length);
        expect(kept.duplicates).toHaveLength(kept.duplicateCount);
        const dropped = createLedger(given, { duplicates: 'drop' });
        expect(rowsOf(dropped.ledger)).toEqual(distinct);
        expect(dropped.duplicateCount).toBe(kept.duplicateCount);
      }),
    );
  });
});

interface SequencedRow {
  readonly time: number;
  readonly sequence: number | undefined;
  readonly amount: number;
}

function sequenced(rows: readonly SequencedRow[], duplicates: 'keep' | 'drop'): BuiltLedger {
  const builder = new LedgerBuilder();
  const file = builder.addSource({ name: 'f.csv', sha256: '' });
  const a = builder.accounts.intern('', 'a');
  const b = builder.accounts.intern('', 'b');
  const euro = builder.currencies.intern('EUR');
  rows.forEach(({ time, sequence, amount }, i) => {
    builder.appendRow(a, b, time, 5, amount, 0, euro, 0, file, i + 1);
    if (sequence !== undefined) builder.setSequence(sequence);
  });
  return builder.finish({ duplicates });
}

describe('a sequence', () => {
  it('orders rows of one instant before their content does', () => {
    const { ledger } = sequenced(
      [
        { time: 1, sequence: 3, amount: 1 },
        { time: 1, sequence: 1, amount: 9 },
        { time: 0, sequence: 7, amount: 5 },
        { time: 1, sequence: 2, amount: 4 },
      ],
      'keep',
    );
    expect([...ledger.columns.amountMinor]).toEqual([5, 9, 4, 1]);
    expect([...ledger.columns.sourceLine]).toEqual([3, 2, 4, 1]);
  });

  it('does not hide duplicates that it pulls apart', () => {
    const rows = [
      { time: 1, sequence: 1, amount: 5 },
      { time: 1, sequence: 2, amount: 7 },
      { time: 1, sequence: 3, amount: 5 },
      { time: 1, sequence: 4, amount: 7 },
      { time: 2, sequence: 5, amount: 5 },
    ];
    const kept = sequenced(rows, 'keep');
    expect(kept.duplicates.map(({ place, received, effect }) => [place.line, received, effect])).toEqual([
      [3, 'the same as f.csv:1', 'noted'],
      [4, 'the same as f.csv:2', 'noted'],
    ]);
    const dropped = sequenced(rows, 'drop');
    expect([...dropped.ledger.columns.sourceLine]).toEqual([1, 2, 5]);
    expect(dropped.duplicates.map(({ effect }) => effect)).toEqual(['quarantined', 'quarantined']);
  });

  it('finds every duplicate, whatever the sequence', () => {
    const row = fc.record({
      time: fc.nat(2),
      sequence: fc.option(fc.nat(4), { nil: undefined }),
      amount: fc.integer({ min: 1, max: 3 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const distinct = new Set(rows.map(({ time, amount }) => `${time} ${amount}`));
        const { ledger, duplicateCount, duplicates } = sequenced(rows, 'drop');
        expect(ledger.rowCount).toBe(distinct.size);
        expect(duplicateCount).toBe(rows.length - distinct.size);
        expect(duplicates).toHaveLength(duplicateCount);
      }),
    );
  });
});

describe('duplicates', () => {
  it('are described up to a bound, counted and dropped without one', () => {
    const rows = Array.from({ length: 100_003 }, () => ({ time: 1, sequence: undefined, amount: 5 }));
    const built = sequenced(rows, 'drop');
    expect(built.duplicateCount).toBe(100_002);
    expect(built.duplicates).toHaveLength(100_000);
    expect(built.duplicates[0]?.place).toEqual({ file: 'f.csv', line: 2 });
    expect(built.ledger.rowCount).toBe(1);
  });
});

describe('ids', () => {
  it('are the same where absent, before and after the last row that has one', () => {
    const plain = { payer: 'a', beneficiary: 'b', timeMs: 1 };
    const built = createLedger([plain, { ...plain, id: 'x' }, plain]);
    expect(built.duplicateCount).toBe(1);
    expect([0, 1, 2].map((row) => built.ledger.id(row))).toEqual(['', '', 'x']);
    const many = createLedger([{ ...plain, id: 'x' }, ...Array.from({ length: 1023 }, () => plain)]).ledger;
    expect(many.id(1022)).toBe('');
  });

  it('decide ties by their code points', () => {
    const plain = { payer: 'a', beneficiary: 'b', timeMs: 1 };
    const ids = ['\u{1F600}', '\uFFFD', 'b', 'ab', 'a', ''];
    const { ledger } = createLedger(ids.map((id) => ({ ...plain, id })));
    expect(ids.map((_, row) => ledger.id(row))).toEqual([...ids].reverse());
  });
});

describe('two files', () => {
  it('are one ledger, each row with its own source', () => {
    const build = (split: number): Ledger => {
      const builder = new LedgerBuilder();
      const first = builder.addSource({ name: 'one.csv', sha256: 'a' });
      const second = builder.addSource({ name: 'two.csv', sha256: 'b' });
      for (let i = 0; i < 6; i++) {
        const payer = builder.accounts.intern('', `p${(i * 7) % 5}`);
        const beneficiary = builder.accounts.intern('', `q${i % 2}`);
        builder.appendRow(payer, beneficiary, i % 3, 5, NaN, 0, 0, 0, i < split ? first : second, i + 1);
      }
      return builder.finish().ledger;
    };
    expect(rowsOf(build(3))).toEqual(rowsOf(build(6)));
    const lines = Array.from({ length: 6 }, (_, row) => build(3).source(row));
    expect(
      lines
        .filter(({ file }) => file === 'one.csv')
        .map(({ line }) => line)
        .sort(),
    ).toEqual([1, 2, 3]);
    expect(
      lines
        .filter(({ file }) => file === 'two.csv')
        .map(({ line }) => line)
        .sort(),
    ).toEqual([4, 5, 6]);
  });
});
