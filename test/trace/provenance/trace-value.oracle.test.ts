import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addFractions, formatFraction, type Fraction, fraction, ZERO } from '../../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../../src/graph/index.js';
import { createLedger } from '../../../src/ledger/index.js';
import { traceValue, type TraceOptions, type ValueTrace } from '../../../src/trace/index.js';
import { traceUnits, type TraceFigures } from '../../support/oracles/unit-trace.js';

const transfer = fc.record({
  payer: fc.constantFrom('a', 'b', 'c', 'd'),
  beneficiary: fc.constantFrom('a', 'b', 'c', 'd'),
  timeMs: fc.integer({ min: 0, max: 5 }),
  amount: fc.constantFrom('1', '2', '3', '5', '7'),
  currency: fc.constant('EUR'),
});

/** A small ledger and which of its rows or accounts are claimed. */
const cases = fc.record({
  transfers: fc.array(transfer, { minLength: 1, maxLength: 14 }),
  claimBits: fc.integer({ min: 1, max: 2 ** 14 - 1 }),
  claimAccount: fc.option(fc.integer({ min: 0, max: 1 }), { nil: undefined }),
});

interface Question {
  readonly graph: TemporalGraph;
  readonly claim: { readonly rows: number[] } | { readonly accounts: number[] };
  readonly isClaimed: (row: number) => boolean;
  readonly isSource: (account: number) => boolean;
}

function question({
  transfers,
  claimBits,
  claimAccount,
}: typeof cases extends fc.Arbitrary<infer T> ? T : never): Question {
  const graph = buildTemporalGraph(createLedger(transfers).ledger);
  if (claimAccount !== undefined && claimAccount < graph.accountCount) {
    return {
      graph,
      claim: { accounts: [claimAccount] },
      isClaimed: (row) => graph.payer[row] === claimAccount && graph.beneficiary[row] !== claimAccount,
      isSource: (account) => account === claimAccount,
    };
  }
  const rows = [...graph.payer.keys()].filter((row) => (claimBits >> row) % 2 === 1);
  return { graph, claim: { rows }, isClaimed: (row) => rows.includes(row), isSource: () => false };
}

/** Steps by row and ends by state and account. */
function figuresOf({ steps, ends }: ValueTrace): Map<string, Fraction> {
  const figures = new Map<string, Fraction>();
  const note = (what: string, amount: Fraction): void =>
    void figures.set(what, addFractions(figures.get(what) ?? ZERO, amount));
  for (const { row, amount } of steps) note(`row ${row}`, amount);
  for (const { state, account, amount } of ends) note(`${state} ${account}`, amount);
  return figures;
}

const text = (figures: ReadonlyMap<string, Fraction> | TraceFigures): string[] =>
  [...(figures as ReadonlyMap<string, Fraction | number>)]
    .map(([what, amount]) => `${what}: ${typeof amount === 'number' ? amount : formatFraction(amount)}`)
    .sort();

const UNIT_RULES = [
  'fifo',
  'lifo',
  'least-recently-born',
  'most-recently-born',
  'lowest-intermediate-balance',
  'taint-first',
] as const;

describe('traceValue against money as single units', () => {
  it.each(UNIT_RULES)('%s, with and without limits, for every kind of shortfall', (rule) => {
    fc.assert(
      fc.property(
        cases,
        fc.constantFrom<TraceOptions>(
          {},
          { maxHops: 2 },
          { maxWaitMs: 1 },
          { shortfall: 'born-now' },
          { shortfall: 'repay' },
          { shortfall: 'repay', maxHops: 3, maxWaitMs: 2 },
        ),
        fc.constantFrom('exact' as const, 'minor-units' as const),
        (input, options, arithmetic) => {
          const { graph, claim, isClaimed, isSource } = question(input);
          const trace = traceValue(graph, claim, { ...options, rule, within: 'fifo', arithmetic, checkTies: false });
          expect(trace.rounded).toBe(false);
          expect(text(figuresOf(trace))).toEqual(text(traceUnits(graph, isClaimed, isSource, rule, options)));
        },
      ),
      { numRuns: 500 },
    );
  });
});

/** Claimed part of each balance by the closed forms: what a debit takes follows from the balance alone. */
function closedForm(
  { graph, isClaimed, isSource }: Question,
  taken: (claimed: Fraction, balance: Fraction, debit: Fraction) => Fraction,
): Map<string, Fraction> {
  const figures = new Map<string, Fraction>();
  const note = (what: string, amount: Fraction): void => {
    if (amount.numerator !== 0n) figures.set(what, addFractions(figures.get(what) ?? ZERO, amount));
  };
  const minus = (amount: Fraction): Fraction => ({ ...amount, numerator: -amount.numerator });
  const rows = [...graph.payer.keys()].filter((row) => graph.payer[row] !== graph.beneficiary[row]);
  const amountOf = (row: number): Fraction => fraction(graph.ledger.amountMinor(row)!);
  const accounts = Array.from({ length: graph.accountCount }, (_, account) => {
    let balance = 0n;
    let least = 0n;
    for (const row of rows) {
      if (graph.payer[row] === account) balance -= graph.ledger.amountMinor(row)!;
      if (graph.beneficiary[row] === account) balance += graph.ledger.amountMinor(row)!;
      if (balance < least) least = balance;
    }
    return { balance: fraction(-least), claimed: ZERO };
  });
  for (const row of rows) {
    const [from, to] = [accounts[graph.payer[row]!]!, accounts[graph.beneficiary[row]!]!];
    const paid = amountOf(row);
    const carried = taken(from.claimed, from.balance, paid);
    from.claimed = addFractions(from.claimed, minus(carried));
    from.balance = addFractions(from.balance, minus(paid));
    to.balance = addFractions(to.balance, paid);
    const arriving = isClaimed(row) ? paid : carried;
    note(`row ${row}`, arriving);
    if (isSource(graph.beneficiary[row]!)) note(`returned ${graph.beneficiary[row]!}`, arriving);
    else to.claimed = addFractions(to.claimed, arriving);
  }
  accounts.forEach(({ claimed }, account) => {
    note(`held ${account}`, claimed);
  });
  return figures;
}

const CLOSED_FORMS = {
  'pro-rata': (claimed: Fraction, balance: Fraction, debit: Fraction): Fraction =>
    fraction(
      debit.numerator * claimed.numerator * balance.denominator,
      debit.denominator * claimed.denominator * balance.numerator,
    ),
  'lowest-intermediate-balance': (claimed: Fraction, balance: Fraction, debit: Fraction): Fraction => {
    const after = balance.numerator - debit.numerator;
    return claimed.numerator <= after ? ZERO : fraction(claimed.numerator - after);
  },
  'taint-first': (claimed: Fraction, _: Fraction, debit: Fraction): Fraction =>
    claimed.numerator < debit.numerator ? claimed : debit,
};

describe('traceValue against the closed forms', () => {
  it.each(['pro-rata', 'lowest-intermediate-balance', 'taint-first'] as const)('%s', (rule) => {
    fc.assert(
      fc.property(cases, (input) => {
        const asked = question(input);
        const trace = traceValue(asked.graph, asked.claim, { rule, arithmetic: 'exact', checkTies: false });
        expect(trace.complete).toBe(true);
        expect(text(figuresOf(trace))).toEqual(text(closedForm(asked, CLOSED_FORMS[rule])));
      }),
      { numRuns: 1000 },
    );
  });

  it('pro rata in minor units stays within a unit for each division', () => {
    fc.assert(
      fc.property(cases, (input) => {
        const { graph, claim } = question(input);
        const options = { rule: 'pro-rata', checkTies: false } as const;
        const exact = figuresOf(traceValue(graph, claim, { ...options, arithmetic: 'exact' }));
        const rounded = figuresOf(traceValue(graph, claim, { ...options, arithmetic: 'minor-units' }));
        for (const [what, amount] of rounded) {
          const difference = addFractions(amount, {
            ...(exact.get(what) ?? ZERO),
            numerator: -(exact.get(what) ?? ZERO).numerator,
          });
          expect(Math.abs(Number(difference.numerator) / Number(difference.denominator))).toBeLessThan(
            graph.transferCount,
          );
        }
      }),
      { numRuns: 300 },
    );
  });
});
