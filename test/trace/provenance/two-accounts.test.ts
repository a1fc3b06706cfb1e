import { describe, expect, it } from 'vitest';
import { addFractions, formatFraction, type Fraction, fraction, ZERO } from '../../../src/foundation/index.js';
import { buildTemporalGraph } from '../../../src/graph/index.js';
import { traceByRules, traceValue, type TracingRule } from '../../../src/trace/index.js';
import { ledgerOf } from '../../support/small-ledgers.js';

// O4: a salary and five payers go into C; cash and a transfer to O, who had money of its own; O buys a car.
const ledger = ledgerOf(
  'Employer>C@1 2000 GBP',
  'P1>C@2 3000 GBP',
  'P2>C@3 3000 GBP',
  'P3>C@4 3000 GBP',
  'P4>C@5 3000 GBP',
  'P5>C@6 3000 GBP',
  'Own>O@7 4000 GBP',
  'C>Cash@8 9000 GBP',
  'C>O@9 6000 GBP',
  'O>Car@10 8000 GBP',
);
const graph = buildTemporalGraph(ledger);
const [CASH, TRANSFER, CAR] = [7, 8, 9];
const node = (name: string): number => {
  for (let account = 0; account < ledger.accounts.size; account++) {
    if (ledger.accounts.key(account).account === name) return account;
  }
  throw new Error(name);
};
const claim = { rows: [1, 2, 3, 4, 5] };

const RULES = ['fifo', 'lifo', 'pro-rata', 'lowest-intermediate-balance', 'taint-first'] as const;

/** Total in cash, transfer, left at C, car, left at O; then the same per payer. */
function columns(rule: TracingRule): string[] {
  const trace = traceValue(graph, claim, { rule, perOrigin: true });
  const sum = (amounts: readonly Fraction[]): Fraction => amounts.reduce(addFractions, ZERO);
  const column = (of: (origin: number) => readonly Fraction[]): string => {
    const parts = claim.rows.map((row) => sum(of(row)));
    const payers = parts.flatMap((part, at) => (part.numerator === 0n ? [] : [`p${at + 1} ${formatFraction(part)}`]));
    return `${formatFraction(sum(parts))}: ${payers.join(', ')}`;
  };
  const inRow = (row: number) => (origin: number) =>
    trace.steps.filter((step) => step.row === row && step.origin === origin).map(({ amount }) => amount);
  const left = (name: string) => (origin: number) =>
    trace.ends.filter((end) => end.account === node(name) && end.origin === origin).map(({ amount }) => amount);
  expect(trace.measure).toBe('attributed');
  expect(trace.rounded).toBe(false);
  expect(formatFraction(sum(trace.ends.map(({ amount }) => amount)))).toBe('15000');
  return [inRow(CASH), inRow(TRANSFER), left('C'), inRow(CAR), left('O')].map(column);
}

const each = (amount: string): string => [1, 2, 3, 4, 5].map((payer) => `p${payer} ${amount}`).join(', ');

describe('O4: two hops', () => {
  it('fifo', () => {
    expect(columns('fifo')).toEqual([
      '7000: p1 3000, p2 3000, p3 1000',
      '6000: p3 2000, p4 3000, p5 1000',
      '2000: p5 2000',
      '4000: p3 2000, p4 2000',
      '2000: p4 1000, p5 1000',
    ]);
  });

  it('lifo', () => {
    expect(columns('lifo')).toEqual([
      '9000: p3 3000, p4 3000, p5 3000',
      '6000: p1 3000, p2 3000',
      '0: ',
      '6000: p1 3000, p2 3000',
      '0: ',
    ]);
  });

  it('pro rata, to the last fraction', () => {
    expect(columns('pro-rata')).toEqual([
      `135000/17: ${each('27000/17')}`,
      `90000/17: ${each('18000/17')}`,
      `30000/17: ${each('6000/17')}`,
      `72000/17: ${each('14400/17')}`,
      `18000/17: ${each('3600/17')}`,
    ]);
  });

  it('lowest intermediate balance', () => {
    expect(columns('lowest-intermediate-balance')).toEqual([
      `7000: ${each('1400')}`,
      `6000: ${each('1200')}`,
      `2000: ${each('400')}`,
      `4000: ${each('800')}`,
      `2000: ${each('400')}`,
    ]);
  });

  it('taint first', () => {
    expect(columns('taint-first')).toEqual([
      `9000: ${each('1800')}`,
      `6000: ${each('1200')}`,
      '0: ',
      `6000: ${each('1200')}`,
      '0: ',
    ]);
  });

  it('poison marks whole transfers and attributes nothing', () => {
    const trace = traceValue(graph, claim, { rule: 'poison' });
    expect(trace.measure).toBe('reach');
    expect(trace.ends).toEqual([]);
    expect(trace.steps.slice(5).map(({ row, amount, hops }) => [row, formatFraction(amount), hops])).toEqual([
      [CASH, '9000', 2],
      [TRANSFER, '6000', 2],
      [CAR, '8000', 3],
    ]);
  });

  it('shows the range over rules per destination, and no single figure', () => {
    const { rangeByDestination, traces } = traceByRules(graph, claim, { rules: [...RULES, 'poison'] });
    expect(traces.map(({ rule }) => rule)).toEqual([...RULES, 'poison']);
    const car = rangeByDestination.find(({ account }) => account === node('Car'))!;
    expect([formatFraction(car.lowest), formatFraction(car.highest)]).toEqual(['4000', '6000']);
    expect(car.amounts.map((amount) => amount && formatFraction(amount))).toEqual([
      '4000',
      '6000',
      '72000/17',
      '4000',
      '6000',
      undefined,
    ]);
  });

  it('keeps whole minor units on request, and says so', () => {
    const trace = traceValue(graph, claim, { rule: 'pro-rata', arithmetic: 'minor-units' });
    expect(trace.rounded).toBe(true);
    expect(trace.ends.reduce((sum, { amount }) => addFractions(sum, amount), ZERO)).toEqual(fraction(15000n));
  });
});

describe('E5: two hops turn the order of rules round', () => {
  const small = buildTemporalGraph(ledgerOf('Clean>C@1 100 GBP', 'T>C@2 100 GBP', 'C>O@3 100 GBP'));
  it.each([
    ['lowest-intermediate-balance', '100', '0'],
    ['fifo', '100', '0'],
    ['pro-rata', '50', '50'],
    ['lifo', '0', '100'],
    ['taint-first', '0', '100'],
  ] as const)('%s', (rule, atC, atO) => {
    const { ends } = traceValue(small, { rows: [1] }, { rule });
    const [c, o] = [small.beneficiary[0], small.beneficiary[2]];
    const held = (account: number | undefined): string =>
      formatFraction(ends.find((end) => end.account === account)?.amount ?? ZERO);
    expect([held(c), held(o)]).toEqual([atC, atO]);
  });
});
