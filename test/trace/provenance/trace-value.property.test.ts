import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addFractions,
  formatFraction,
  type Fraction,
  multiplyFractions,
  fraction,
  ZERO,
} from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { compositionOf, traceValue, type TraceOptions, type ValueTrace } from '../../../src/trace/index.js';
import { ClaimRun } from '../../../src/trace/provenance/claim-run.js';
import { Rationals } from '../../../src/trace/holdings/arithmetic.js';
import { PROVENANCE_POLICIES } from '../../../src/trace/holdings/tracing-rules.js';
import { traceSettings } from '../../../src/trace/provenance/trace-options.js';
import { followedLanes, planTrace } from '../../../src/trace/provenance/trace-plan.js';

const RULES = [
  'fifo',
  'lifo',
  'pro-rata',
  'lowest-intermediate-balance',
  'taint-first',
  'least-recently-born',
  'most-recently-born',
] as const;

const transfer: fc.Arbitrary<TransferInput> = fc.record({
  payer: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  beneficiary: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  timeMs: fc.integer({ min: 0, max: 6 }),
  amount: fc.constantFrom('1', '2.5', '10', '0.125'),
  currency: fc.constantFrom('EUR', 'USD'),
  channel: fc.constantFrom('wire' as const, 'wire' as const, 'wire' as const, 'cash' as const, 'crypto' as const),
});

/** A transfer that changes the currency, or costs a fee, now and then. */
const exchanging = fc
  .tuple(transfer, fc.constantFrom(undefined, undefined, '3', '0.1'))
  .map(([one, receivedAmount]): TransferInput =>
    receivedAmount === undefined
      ? one
      : { ...one, receivedAmount, receivedCurrency: one.payer === 'a' ? 'EUR' : 'USD' },
  );

const ledgers = fc.array(exchanging, { minLength: 1, maxLength: 16 });
const limits = fc.constantFrom<TraceOptions>(
  {},
  { maxHops: 2 },
  { maxWaitMs: 1, minShare: 0.1 },
  { shortfall: 'repay' },
  { shortfall: 'born-now', perOrigin: true },
);

const graphOf = (transfers: readonly TransferInput[]): TemporalGraph =>
  buildTemporalGraph(createLedger(transfers).ledger);
const payersOf = (graph: TemporalGraph, payer: string): { where: (row: number) => boolean } => ({
  where: (row) => graph.ledger.accounts.key(graph.payer[row]!).account === payer,
});

/** Ends by state, account name and currency: what does not depend on row numbers. */
function endsByName(graph: TemporalGraph, trace: ValueTrace): string[] {
  const sums = new Map<string, Fraction>();
  for (const { state, account, currency, amount } of trace.ends) {
    const key = [state, graph.ledger.accounts.key(account).account, graph.ledger.currencies[currency]!.code].join(' ');
    sums.set(
      key,
      addFractions(
        sums.get(key) ?? ZERO,
        multiplyFractions(amount, fraction(1n, 10n ** BigInt(graph.ledger.currencies[currency]!.scale))),
      ),
    );
  }
  return Array.from(sums, ([key, amount]) => `${key} ${formatFraction(amount)}`).sort();
}

describe.each(RULES)('%s', (rule) => {
  it('conserves lots and claim after every single event', () => {
    fc.assert(
      fc.property(ledgers, limits, (transfers, options) => {
        const graph = graphOf(transfers);
        const settings = traceSettings({ ...options, rule });
        const { plan } = planTrace(graph, payersOf(graph, 'a'), settings, [rule]);
        for (let end = 1; end <= plan.order.length; end++) {
          const arithmetic = new Rationals();
          const openings = Array.from({ length: plan.lanes.count }, () => arithmetic.of(2));
          const run = new ClaimRun(plan, rule, arithmetic, followedLanes(plan, rule), openings);
          for (let event = 0; event < end; event++) run.transfer(plan.order[event]!, event);
          expect(() => {
            run.finish();
          }).not.toThrow();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('ends add up to the claim where no currency changes', () => {
    fc.assert(
      fc.property(
        fc.array(transfer, { maxLength: 25 }),
        limits,
        fc.constantFrom('exact' as const, 'minor-units' as const),
        (transfers, options, arithmetic) => {
          const graph = graphOf(transfers);
          const { claimed, ends } = traceValue(graph, payersOf(graph, 'a'), {
            ...options,
            rule,
            arithmetic,
            checkTies: false,
          });
          for (const { currency, amount } of claimed) {
            const ended = ends.filter((end) => end.currency === currency).map((end) => end.amount);
            expect(ended.reduce(addFractions, ZERO)).toEqual(amount);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('does not ask when it happened, what accounts are called, or what strangers do', () => {
    fc.assert(
      fc.property(ledgers, (transfers) => {
        const distinct = transfers.map((one, at) => ({ ...one, timeMs: 10 * one.timeMs + at * 100 }));
        const original = graphOf(distinct);
        const options = { rule, arithmetic: 'exact', checkTies: false } as const;
        const expected = endsByName(original, traceValue(original, payersOf(original, 'a'), options));

        const later = graphOf(distinct.map((one) => ({ ...one, timeMs: one.timeMs + 86_400_000 })));
        expect(endsByName(later, traceValue(later, payersOf(later, 'a'), options))).toEqual(expected);

        const rename = (name: string): string => `${9 - name.charCodeAt(0) + 97}${name}`;
        const renamed = graphOf(
          distinct.map((one) => ({
            ...one,
            payer: rename(one.payer as string),
            beneficiary: rename(one.beneficiary as string),
          })),
        );
        const names = new Map(['a', 'b', 'c', 'd', 'e'].map((name) => [rename(name), name]));
        const found = endsByName(renamed, traceValue(renamed, payersOf(renamed, rename('a')), options)).map((line) =>
          line.replace(/ (\d\w) /, (_, name: string) => ` ${names.get(name)!} `),
        );
        expect(found.sort()).toEqual(expected);

        const strangers = distinct.map((one) => ({
          ...one,
          payer: `${one.payer as string}!`,
          beneficiary: `${one.beneficiary as string}!`,
        }));
        const crowded = graphOf([...distinct, ...strangers]);
        expect(endsByName(crowded, traceValue(crowded, payersOf(crowded, 'a'), options))).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });

  it('no step depends on what comes later, opening balances given', () => {
    fc.assert(
      fc.property(ledgers, fc.integer({ min: 0, max: 6 }), (transfers, until) => {
        const options = { rule, shortfall: 'born-now', arithmetic: 'exact', checkTies: false } as const;
        const plain = transfers.map(({ payer, beneficiary, timeMs }): TransferInput => ({
          payer,
          beneficiary,
          timeMs,
          amount: '2',
          currency: 'EUR',
        }));
        const whole = graphOf(plain);
        const part = graphOf(plain.filter(({ timeMs }) => timeMs <= until));
        const lines = (graph: TemporalGraph): string[] =>
          traceValue(graph, payersOf(graph, 'a'), options)
            .steps.filter(({ row }) => graph.ledger.columns.timeMs[row]! <= until)
            .map(({ row, amount, hops }) => `${row} ${formatFraction(amount)} ${hops}`);
        expect(lines(part)).toEqual(lines(whole));
      }),
      { numRuns: 50 },
    );
  });
});

describe('forward and backward', () => {
  it.each(PROVENANCE_POLICIES)(
    '%s: the claimed part of a transfer is what its composition has of the claim',
    (rule) => {
      fc.assert(
        fc.property(fc.array(transfer, { minLength: 1, maxLength: 14 }), (transfers) => {
          // The source only pays: all its money is its own, and each of its payments is claimed.
          const plain = transfers
            .filter(({ beneficiary }) => beneficiary !== 'a')
            .map((one) => ({ ...one, channel: 'wire' as const, currency: 'EUR' }));
          const graph = graphOf(plain);
          const options = { rule, shortfall: 'born-now', arithmetic: 'exact' } as const;
          const trace = traceValue(graph, payersOf(graph, 'a'), { ...options, checkTies: false });
          const rows = [...graph.payer.keys()];
          const { purchases } = compositionOf(graph, rows, options);
          for (const { row, origins } of purchases) {
            const own = origins.filter(({ account }) => graph.ledger.accounts.key(account).account === 'a');
            const claimed = trace.steps.filter((step) => step.row === row).map(({ amount }) => amount);
            expect(own.map(({ amount }) => amount).reduce(addFractions, ZERO)).toEqual(
              claimed.reduce(addFractions, ZERO),
            );
            const total = origins.map(({ amount }) => amount).reduce(addFractions, ZERO);
            if (graph.payer[row] !== graph.beneficiary[row])
              expect(total.numerator).toBe(graph.ledger.amountMinor(row));
          }
        }),
        { numRuns: 200 },
      );
    },
  );
});
