import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MinorBigints } from '../../../src/trace/holdings/arithmetic.js';
import { holdingOfRule } from '../../../src/trace/holdings/holding-of-rule.js';
import { LaneBook } from '../../../src/trace/holdings/lane-book.js';
import { leastOpening } from '../../../src/trace/holdings/least-opening.js';
import { LineHolding } from '../../../src/trace/holdings/line-holding.js';
import { type Lot } from '../../../src/trace/holdings/lot.js';
import { leastOpeningUnits, matchUnits } from '../../support/oracles/fifo-units.js';
import { type UnitBalances, unitProvenance, type UnitTransfer } from '../../support/oracles/unit-provenance.js';

const ACCOUNTS = 4;
const sorted = (balances: UnitBalances): [string, number][] => [...balances].sort(([a], [b]) => (a < b ? -1 : 1));
const lotOf = (origin: number, amount: bigint): Lot<bigint> => ({ origin, asserted: false, birth: 0, hops: 0, amount });

describe('a book of lanes in BigInts', () => {
  const transfers: fc.Arbitrary<UnitTransfer[]> = fc.array(
    fc
      .record({
        from: fc.option(fc.nat(ACCOUNTS - 1), { nil: undefined, freq: 4 }),
        origin: fc.nat(ACCOUNTS - 1),
        to: fc.nat(ACCOUNTS - 1),
        units: fc.integer({ min: 1, max: 9 }),
      })
      .filter(({ from, to }) => from !== to)
      .map((one) => ({ ...one, origin: one.from ?? one.origin })),
    { maxLength: 25 },
  );
  const policies = ['fifo', 'lifo', 'least-recently-born', 'most-recently-born'] as const;

  it.each(policies)('moves lots by %s as single units of money move, lots joined or not', (policy) => {
    fc.assert(
      fc.property(transfers, fc.boolean(), (given, joins) => {
        const arithmetic = new MinorBigints();
        const holding = holdingOfRule(policy, arithmetic, { joins });
        const book = new LaneBook(ACCOUNTS, { arithmetic, holding, origin: (lane) => lane, shortfall: 'born' });
        given.forEach(({ from, origin, to, units }, birth) => {
          const amount = BigInt(units);
          const born = { ...lotOf(origin, amount), birth };
          book.credit(to, from === undefined ? [born] : book.debit(from, amount, birth));
          book.certify();
        });
        const found = new Map<string, number>();
        for (let account = 0; account < ACCOUNTS; account++) {
          for (const { origin, amount } of book.lots(account)) {
            const key = `${account}<${origin}`;
            found.set(key, (found.get(key) ?? 0) + Number(amount));
          }
        }
        expect(sorted(found)).toEqual(sorted(unitProvenance(given, policy)));
      }),
      { numRuns: 400 },
    );
  });
});

describe('a line of lots', () => {
  /** Credits are positive, debits negative; the place of an event is its time. */
  const statement = fc.array(
    fc.integer({ min: -9, max: 9 }).filter((units) => units !== 0),
    { maxLength: 20 },
  );
  const events = (changes: readonly number[], sign: 1 | -1): { timeMs: number; units: number }[] =>
    changes.flatMap((change, timeMs) => (sign * change > 0 ? [{ timeMs, units: Math.abs(change) }] : []));

  it('gives the oldest money that is not stale, and loses nothing', () => {
    fc.assert(
      fc.property(statement, fc.constantFrom(0, 1, 3, Infinity), (changes, maxAgeMs) => {
        const line = new LineHolding(new MinorBigints(), 'first', false);
        const credits = events(changes, 1);
        const found = new Map<string, number>();
        let [credit, debit, put, taken] = [0, 0, 0, 0];
        changes.forEach((change, now) => {
          if (change > 0) {
            line.put(lotOf(credit++, BigInt(change)));
            put += change;
            return;
          }
          const before = line.balance;
          line.passOver(({ origin }) => now - credits[origin]!.timeMs > maxAgeMs);
          put -= Number(before - line.balance);
          const asked = BigInt(-change);
          for (const { origin, amount } of line.take(asked < line.balance ? asked : line.balance)) {
            found.set(`${origin}>${debit}`, (found.get(`${origin}>${debit}`) ?? 0) + Number(amount));
            taken += Number(amount);
          }
          debit++;
        });
        expect(found).toEqual(new Map(matchUnits(credits, events(changes, -1), false, { maxAgeMs })));
        const left = line.lots().reduce((sum, { amount }) => sum + amount, 0n);
        expect([left, put - taken]).toEqual([line.balance, Number(left)]);
      }),
      { numRuns: 400 },
    );
  });

  it('never gives more than it has', () => {
    const line = new LineHolding(new MinorBigints(), 'last', true);
    line.put(lotOf(1, 5n));
    expect(() => line.take(6n)).toThrow(expect.objectContaining({ code: 'lots-short' }));
  });

  it('has as its least opening balance what the debits lack', () => {
    fc.assert(
      fc.property(statement, (changes) => {
        const units = leastOpeningUnits(events(changes, 1), events(changes, -1), false);
        expect(leastOpening(changes.map(BigInt), new MinorBigints())).toBe(BigInt(units));
      }),
    );
  });
});
