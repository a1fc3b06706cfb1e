import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { bookingOrder } from '../../../src/graph/booking-order.js';
import { kthLargest } from '../../../src/trace/whole-ledger/kth-largest.kernel.js';
import { type MoneyEvents, moneyEvents } from '../../../src/trace/whole-ledger/money-events.js';
import { originsOf } from '../../../src/trace/whole-ledger/origins-of.js';
import { PROVENANCE_POLICIES, type ProvenancePolicy } from '../../../src/trace/holdings/tracing-rules.js';
import { traceLots } from '../../../src/trace/whole-ledger/trace-lots.js';
import { traceValue } from '../../../src/trace/provenance/trace-value.js';
import {
  type LedgerProvenance,
  type ProvenanceOptions,
  traceProvenance,
} from '../../../src/trace/whole-ledger/whole-ledger-provenance.js';
import { renamed } from '../../support/small-ledgers.js';
import {
  shareProvenance,
  type UnitBalances,
  unitProvenance,
  type UnitTransfer,
} from '../../support/oracles/unit-provenance.js';

const NAMES = ['a', 'b', 'c', 'd', 'e'];
const SHORTFALLS = ['born-now', 'minimal-opening'] as const;

/** Few accounts, times and amounts; sometimes received as less, as more, or in another currency. */
const transfer: fc.Arbitrary<TransferInput> = fc
  .record({
    payer: fc.constantFrom(...NAMES),
    beneficiary: fc.constantFrom(...NAMES),
    timeMs: fc.nat(5),
    amount: fc.constantFrom('1', '2', '3', '5', '7', '11'),
    currency: fc.constantFrom('EUR', 'EUR', 'EUR', 'USD'),
    received: fc.option(fc.tuple(fc.constantFrom('1', '4', '6'), fc.constantFrom('EUR', 'EUR', 'USD')), { freq: 6 }),
  })
  .map(({ received, ...rest }) =>
    received === null ? rest : { ...rest, receivedAmount: received[0], receivedCurrency: received[1] },
  );
const transfers = fc.array(transfer, { maxLength: 22 });
const policies = fc.constantFrom(...PROVENANCE_POLICIES);
const shortfalls = fc.constantFrom(...SHORTFALLS);

const graphOf = (given: readonly TransferInput[]): TemporalGraph => buildTemporalGraph(createLedger(given).ledger);
const traced = (given: readonly TransferInput[], options: ProvenanceOptions): readonly LedgerProvenance[] =>
  traceProvenance(graphOf(given), options);

/** `account<origin` -> minor units, with the names of the accounts. */
function balancesByName(graph: TemporalGraph, provenance: LedgerProvenance): UnitBalances {
  const name = (node: number): string => (node === provenance.outside ? '-' : graph.ledger.accounts.key(node).account);
  const nodes = Array.from({ length: provenance.outside + 1 }, (_, node) => node);
  return new Map(
    nodes.flatMap((node) =>
      originsOf(provenance, node).map(
        ({ origin, amountMinor }) => [`${name(node)}<${name(origin)}`, Number(amountMinor)] as const,
      ),
    ),
  );
}

/** Money from `account` before the data, as the oracle's transfers; found by trying, one unit at a time. */
function openings(rows: readonly UnitTransfer[], accountCount: number): UnitTransfer[] {
  const needed = new Array<number>(accountCount).fill(0);
  const seen: number[] = [];
  for (;;) {
    const balance = [...needed];
    const short = rows.find(({ from, to, units }) => {
      if (from !== undefined) balance[from]! -= units;
      balance[to]! += units;
      return from !== undefined && balance[from]! < 0;
    });
    if (short === undefined) break;
    needed[short.from!]!++;
  }
  const balance = new Array<number>(accountCount).fill(0);
  for (const { from, origin, to, units } of rows) {
    const left = from === undefined ? -1 : balance[from]! - units;
    if (left < 0 && !seen.includes(origin)) seen.push(origin);
    if (from !== undefined) balance[from] = Math.max(0, left);
    balance[to]! += units;
  }
  const opened = seen.filter((account) => needed[account]! > 0);
  return opened.map((account) => ({ from: undefined, origin: account, to: account, units: needed[account]! }));
}

function unitTransfers({ from, to, quantity }: MoneyEvents): UnitTransfer[] {
  return Array.from(from, (source, event) => ({
    from: source < 0 ? undefined : source,
    origin: source < 0 ? ~source : source,
    to: to[event]!,
    units: quantity[event]!,
  }));
}

function prefix({ from, to, quantity, row, exact }: MoneyEvents, length: number): MoneyEvents {
  const [f, t, q, r] = [from, to, quantity, row].map((column) => column.subarray(0, length));
  return { from: f as Int32Array, to: t as Int32Array, quantity: q as Float64Array, row: r as Int32Array, exact };
}

const sorted = (balances: UnitBalances): [string, number][] => [...balances].sort(([a], [b]) => (a < b ? -1 : 1));

describe('the kernels, after every event', () => {
  it('agree with single units of money; lots are positive and add up', () => {
    fc.assert(
      fc.property(transfers, policies, (given, policy) => {
        const graph = graphOf(given);
        const accountCount = graph.accountCount + 1;
        const ranks = Int32Array.from({ length: accountCount }, (_, account) => account);
        graph.ledger.currencies.forEach((_, currency) => {
          const all = moneyEvents(graph, currency, bookingOrder(graph));
          for (let length = 0; length <= all.from.length; length++) {
            const events = prefix(all, length);
            const units = unitTransfers(events);
            const { starts, birth, quantity } = traceLots(events, policy, ranks, 100);
            const found = new Map<string, number>();
            for (let account = 0; account < accountCount; account++) {
              for (let at = starts[account]!; at < starts[account + 1]!; at++) {
                expect(Number(quantity[at])).toBeGreaterThan(0);
                const origin = policy === 'pro-rata' ? birth[at]! : units[birth[at]!]!.origin;
                const key = `${account}<${origin}`;
                found.set(key, (found.get(key) ?? 0) + Number(quantity[at]));
              }
            }
            const expected =
              policy === 'pro-rata' ? shareProvenance(units, (a, b) => a - b) : unitProvenance(units, policy);
            expect(sorted(found)).toEqual(sorted(expected));
          }
        });
      }),
      { numRuns: 400 },
    );
  });

  it('split products at the limit of doubles as whole numbers do', () => {
    // One hub that holds two origins pays once, so that quantity times share comes close to 2^53 from both sides.
    const large = fc.integer({ min: 60_000_000, max: 120_000_000 });
    fc.assert(
      fc.property(large, large, large, (first, second, paid) => {
        const events: MoneyEvents = {
          from: Int32Array.of(0, 1, 2),
          to: Int32Array.of(2, 2, 3),
          quantity: Float64Array.of(first, second, paid),
          row: Int32Array.of(0, 1, 2),
          exact: undefined,
        };
        const { starts, birth, quantity } = traceLots(events, 'pro-rata', Int32Array.of(0, 1, 2, 3), 9);
        const expected = shareProvenance(unitTransfers(events), (a, b) => a - b);
        for (let at = starts[3]!; at < starts[4]!; at++) expect(quantity[at]).toBe(expected.get(`3<${birth[at]}`));
        expect(starts[4]! - starts[3]!).toBe(2);
      }),
      { numRuns: 2000 },
    );
  });

  it('select the k-th largest', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { minLength: 1, maxLength: 40 }), fc.nat(), (values, seed) => {
        const k = 1 + (seed % values.length);
        const expected = [...values].sort((a, b) => b - a)[k - 1];
        expect(kthLargest(Float64Array.from([...values, 99]), values.length, k)).toBe(expected);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the provenance of a whole ledger', () => {
  it('starts from the least opening balances, older than everything', () => {
    fc.assert(
      fc.property(transfers, fc.constantFrom(...PROVENANCE_POLICIES.slice(0, 4)), (given, policy) => {
        const graph = graphOf(given);
        for (const provenance of traceProvenance(graph, { policy })) {
          const events = unitTransfers(moneyEvents(graph, provenance.currency, bookingOrder(graph)));
          const all = [...openings(events, graph.accountCount + 1), ...events];
          const expected = unitProvenance(all, policy as Exclude<ProvenancePolicy, 'pro-rata'>);
          const found = new Map(
            Array.from({ length: provenance.outside + 1 }, (_, account) =>
              originsOf(provenance, account).map(
                ({ origin, amountMinor }) => [`${account}<${origin}`, Number(amountMinor)] as const,
              ),
            ).flat(),
          );
          expect(sorted(found)).toEqual(sorted(expected));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('conserves money by account and by origin', () => {
    fc.assert(
      fc.property(transfers, policies, shortfalls, (given, policy, shortfall) => {
        for (const provenance of traced(given, { policy, shortfall })) {
          const { outside, balanceMinor, bornMinor } = provenance;
          const byOrigin = new Array<bigint>(outside + 1).fill(0n);
          for (let account = 0; account <= outside; account++) {
            const shares = originsOf(provenance, account);
            for (const { origin, amountMinor } of shares) byOrigin[origin]! += amountMinor;
            const sum = shares.reduce((total, { amountMinor }) => total + amountMinor, 0n);
            expect(sum).toBe(BigInt(balanceMinor[account]!));
          }
          expect(byOrigin).toEqual(Array.from(bornMinor, BigInt));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('gives the same on BigInts as on doubles', () => {
    // One account pays itself more than doubles can hold: that moves nothing, and makes the currency wide.
    const wide = (currency: string): TransferInput => ({
      payer: 'a',
      beneficiary: 'a',
      timeMs: 0,
      amount: '9007199254740993',
      currency,
    });
    fc.assert(
      fc.property(transfers, policies, shortfalls, (given, policy, shortfall) => {
        const both = [
          ...given,
          { payer: 'a', beneficiary: 'b', timeMs: 9, amount: '1', currency: 'EUR' },
          { payer: 'a', beneficiary: 'b', timeMs: 9, amount: '1', currency: 'USD' },
        ];
        const safe = graphOf(both);
        const beyond = graphOf([...both, wide('EUR'), wide('USD')]);
        const expected = traceProvenance(safe, { policy, shortfall });
        traceProvenance(beyond, { policy, shortfall }).forEach((provenance, at) => {
          expect(provenance.amountMinor).toBeInstanceOf(Array);
          expect(balancesByName(beyond, provenance)).toEqual(balancesByName(safe, expected[at]!));
        });
      }),
      { numRuns: 300 },
    );
  });

  it('turns to BigInts where only the sums are beyond doubles', () => {
    const half = '6000000000000000';
    const provenance = traced(
      [
        { payer: 'a', beneficiary: 'c', timeMs: 1, amount: half },
        { payer: 'b', beneficiary: 'c', timeMs: 2, amount: half },
        { payer: 'c', beneficiary: 'd', timeMs: 3, amount: '6000000000000001' },
      ],
      { policy: 'pro-rata' },
    )[0]!;
    expect(originsOf(provenance, 3)).toEqual([
      { origin: 0, amountMinor: 3_000_000_000_000_001n },
      { origin: 1, amountMinor: 3_000_000_000_000_000n },
    ]);
    expect(provenance.balanceMinor[2]).toBe(5_999_999_999_999_999n);
  });
});

describe('beside the engine for claims', () => {
  // Money of an account that only pays is all that leaves it: what an origin is here, a claim is there.
  const payersOnly = ['p', 'q'];
  const simple: fc.Arbitrary<TransferInput> = fc.record({
    payer: fc.constantFrom(...NAMES.slice(0, 4), ...payersOnly),
    beneficiary: fc.constantFrom(...NAMES.slice(0, 4)),
    timeMs: fc.nat(6),
    amount: fc.constantFrom('1', '2', '3', '5', '7', '11'),
  });

  it('gives every account the same money of each payer', () => {
    const rules = fc.constantFrom(...PROVENANCE_POLICIES);
    fc.assert(
      fc.property(fc.array(simple, { maxLength: 20 }), rules, shortfalls, (given, policy, shortfall) => {
        // Claimed money is born with the claim, opening balances before it: by birth the two differ, and mean to.
        fc.pre(!policy.endsWith('born') || shortfall === 'born-now');
        const graph = graphOf(given);
        const [provenance] = traceProvenance(graph, { policy, shortfall });
        for (const name of payersOnly) {
          const origin = graph.ledger.accounts.find({ institution: '', account: name });
          if (origin === undefined) continue;
          const { ends } = traceValue(graph, { accounts: [origin] }, { rule: policy, shortfall, checkTies: false });
          for (let account = 0; account < graph.accountCount; account++) {
            const end = ends.find((one) => one.state === 'held' && one.account === account);
            const exact = end === undefined ? 0 : Number(end.amount.numerator) / Number(end.amount.denominator);
            const share = originsOf(provenance!, account).find((one) => one.origin === origin);
            // Whole units may be off by one for every payment that was rounded.
            const off = Math.abs(Number(share?.amountMinor ?? 0n) - exact);
            expect(off).toBeLessThanOrEqual(policy === 'pro-rata' ? given.length : 0);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('laws', () => {
  const laws = (check: (given: TransferInput[], options: ProvenanceOptions) => void): void => {
    fc.assert(
      fc.property(transfers, policies, shortfalls, (given, policy, shortfall) => {
        check(given, { policy, shortfall });
      }),
      { numRuns: 200 },
    );
  };
  const byName = (given: readonly TransferInput[], options: ProvenanceOptions): [string, number][][] => {
    const graph = graphOf(given);
    return traceProvenance(graph, options).map((provenance) => sorted(balancesByName(graph, provenance)));
  };

  it('shifts of time, order of rows and repetition change nothing', () => {
    laws((given, options) => {
      const expected = byName(given, options);
      expect(byName([...given].reverse(), options)).toEqual(expected);
      expect(
        byName(
          given.map((one) => ({ ...one, timeMs: one.timeMs + 86_400_000 })),
          options,
        ),
      ).toEqual(expected);
    });
  });

  it('strangers change nothing', () => {
    laws((given, options) => {
      const strangers = [
        { payer: 'x', beneficiary: 'y', timeMs: 2, amount: '9', currency: 'EUR' },
        { payer: 'y', beneficiary: 'x', timeMs: 3, amount: '4', currency: 'USD' },
      ];
      const own = (all: [string, number][][]): [string, number][] =>
        all.flat().filter(([key]) => !/[xy]/.test(key) && key !== '');
      expect(own(byName([...given, ...strangers], options))).toEqual(own(byName(given, options)));
    });
  });

  it('new names rename the result where no two transfers share an instant', () => {
    const names = new Map(NAMES.map((name, at) => [name, NAMES[(at * 2 + 3) % NAMES.length]!]));
    laws((given, options) => {
      const apart = given.map((one, at) => ({ ...one, timeMs: at }));
      const rename = (key: string): string => key.replace(/[a-e]/g, (name) => names.get(name)!);
      const expected = byName(apart, options).map((all) =>
        sorted(new Map(all.map(([key, units]) => [rename(key), units]))),
      );
      expect(byName(renamed(apart, names), options)).toEqual(expected);
    });
  });

  it('larger units scale every result that is not rounded', () => {
    laws((given, options) => {
      const scale = (text: string | undefined): string => String(1000 * Number(text));
      const scaled = given.map((one) => ({
        ...one,
        amount: scale(one.amount),
        ...(one.receivedAmount !== undefined && { receivedAmount: scale(one.receivedAmount) }),
      }));
      if (options.policy === 'pro-rata') return;
      expect(byName(scaled, options)).toEqual(
        byName(given, options).map((all) => all.map(([key, units]) => [key, 1000 * units])),
      );
    });
  });

  it('pro rata does not depend on the order of credits within one instant', () => {
    // All transfers of an instant go to accounts that pay nothing in it: only credits tie.
    const given = fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 9 }), fc.nat(5)), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(given, (rows) => {
        const graph = graphOf(
          rows
            .map(([payer, beneficiary, amount, step]) => ({
              payer: NAMES[step % 2 === 0 ? payer % 2 : 2 + (payer % 3)]!,
              beneficiary: NAMES[step % 2 === 0 ? 2 + (beneficiary % 3) : beneficiary % 2]!,
              timeMs: step,
              amount: String(amount),
            }))
            // One debit an account and instant: two debits of one balance are no credits that tie.
            .filter((one, at, all) => all.findIndex((x) => x.payer === one.payer && x.timeMs === one.timeMs) === at),
        );
        if (!graph.ledger.hasAmounts) return;
        const order = bookingOrder(graph);
        const reversed = bookingOrder(graph, { reversed: true });
        const ranks = Int32Array.from({ length: graph.accountCount + 1 }, (_, account) => account);
        const lots = (rowsInOrder: Int32Array): unknown => {
          const { starts, birth, quantity } = traceLots(moneyEvents(graph, 0, rowsInOrder), 'pro-rata', ranks, 100);
          return [starts, birth, quantity];
        };
        expect(lots(reversed)).toEqual(lots(order));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the limit of origins', () => {
  it('keeps the largest, merges the rest, says so, and loses nothing', () => {
    const payers = Array.from({ length: 9 }, (_, i): TransferInput => {
      return { payer: `p${i}`, beneficiary: 'hub', timeMs: i, amount: String(10 + i) };
    });
    const given = [...payers, { payer: 'hub', beneficiary: 'next', timeMs: 20, amount: '63' }];
    const [provenance] = traced(given, { policy: 'pro-rata', mostOrigins: 3 });
    expect(provenance!.merged).toBe(true);
    const hub = originsOf(provenance!, 0);
    expect(hub.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)).toBe(126n - 63n);
    expect(hub.map(({ origin }) => origin)).toContain(-1);
    expect(hub.filter(({ origin }) => origin >= 0)).toHaveLength(3);
    expect(traced(given, { policy: 'pro-rata', mostOrigins: 9 })[0]!.merged).toBe(false);
  });

  it('conserves money whatever the limit', () => {
    fc.assert(
      fc.property(transfers, fc.integer({ min: 1, max: 4 }), (given, mostOrigins) => {
        for (const provenance of traced(given, { policy: 'pro-rata', mostOrigins })) {
          for (let account = 0; account <= provenance.outside; account++) {
            const shares = originsOf(provenance, account);
            expect(shares.filter(({ origin }) => origin >= 0).length).toBeLessThanOrEqual(mostOrigins);
            const sum = shares.reduce((total, { amountMinor }) => total + amountMinor, 0n);
            expect(sum).toBe(BigInt(provenance.balanceMinor[account]!));
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('hostile ledgers', () => {
  it('a hub with 100,000 transfers at one instant, under every policy', () => {
    const builder: TransferInput[] = Array.from({ length: 100_000 }, (_, i) =>
      i % 2 === 0
        ? { payer: `p${i % 977}`, beneficiary: 'hub', timeMs: 0, amount: '3' }
        : { payer: 'hub', beneficiary: `q${i % 991}`, timeMs: 0, amount: '2' },
    );
    const graph = graphOf(builder);
    for (const policy of PROVENANCE_POLICIES) {
      const [provenance] = traceProvenance(graph, { policy, mostOrigins: 32 });
      const total = Array.from(provenance!.amountMinor, BigInt).reduce((sum, amount) => sum + amount, 0n);
      expect(total).toBe(Array.from(provenance!.bornMinor, BigInt).reduce((sum, amount) => sum + amount, 0n));
    }
  });

  it('a chain of 10,000 hops ends with its first payer', () => {
    const chain = Array.from({ length: 10_000 }, (_, i): TransferInput => {
      return { payer: `n${i}`, beneficiary: `n${i + 1}`, timeMs: i, amount: '5' };
    });
    const graph = graphOf(chain);
    const node = (name: string): number => graph.ledger.accounts.find({ institution: '', account: name })!;
    for (const policy of PROVENANCE_POLICIES) {
      const [provenance] = traceProvenance(graph, { policy });
      expect(originsOf(provenance!, node('n10000'))).toEqual([{ origin: node('n0'), amountMinor: 5n }]);
    }
  });

  it('only transfers to oneself: nothing moves; no amounts: no result', () => {
    const self = [{ payer: 'a', beneficiary: 'a', timeMs: 0, amount: '5' }];
    expect(traced(self, {})[0]).toMatchObject({ lotMoves: 0, amountMinor: new Float64Array(0) });
    expect(traced([{ payer: 'a', beneficiary: 'b', timeMs: 0 }], {})).toEqual([]);
    expect(traced([], {})).toEqual([]);
  });

  it('refuses what it does not know', () => {
    const graph = graphOf([{ payer: 'a', beneficiary: 'b', timeMs: 0, amount: '5', currency: 'EUR' }]);
    const code = (options: object): unknown => {
      try {
        return traceProvenance(graph, options);
      } catch (error) {
        return (error as { code: string }).code;
      }
    };
    expect(code({ policy: 'poison' })).toBe('provenance-policy');
    expect(code({ shortfall: 'none' })).toBe('provenance-shortfall');
    expect(code({ currency: 'USD' })).toBe('unknown-currency');
    expect(code({ mostOrigins: 0 })).toBe('option-range');
    expect(code({ polcy: 'fifo' })).toBe('unknown-option');
    expect(code({ currency: 'EUR' })).toHaveLength(1);
    expect(() => originsOf(traceProvenance(graph)[0]!, 3)).toThrow('up to 2');
    expect(originsOf(traceProvenance(graph)[0]!, 1)).toEqual([{ origin: 0, amountMinor: 5n }]);
  });
});
