import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';

const count = (id: string, transfers: readonly TransferInput[], parameters = {}): number =>
  findingsOfTypology(id, transfers, { parameters }).length;
const fan = (start: number, payers: number, prefix = 'payer'): TransferInput[] =>
  Array.from({ length: payers }, (_, i) => pay(`${prefix}-${i}>centre`, start + i * HOUR_MS, '100.00'));

describe('patterns of layering look at strangers', () => {
  it('a payer who comes on a third occasion is none', () => {
    const again = (days: number): TransferInput => pay('payer-0>centre', days * DAY_MS, '100.00');
    expect(count('fan-in', [...fan(0, 5), again(30)])).toBe(1);
    expect(count('fan-in', [...fan(0, 5), again(30), again(60)])).toBe(0);
    expect(count('fan-in', [...fan(0, 5), again(30), again(60)], { strangersOnly: 0 })).toBe(1);
    // Several payments within one window are one occasion.
    expect(count('fan-in', [...fan(0, 5), again(1), again(2), again(3)])).toBe(1);
  });

  it('nobody is a stranger to an account that everybody deals with, unless it is the centre itself', () => {
    const other = Array.from({ length: 200 }, (_, i) => pay(`one-${i}>two-${i}`, 0, '20.00'));
    expect(count('fan-in', [...fan(0, 40), ...other])).toBe(1);
    // Each of the payers pays thirty others as well.
    const staff = [0, 1, 2, 3, 4].flatMap((payer) =>
      Array.from({ length: 30 }, (_, i) => pay(`payer-${payer}>staff-${payer}-${i}`, 0, '900')),
    );
    expect(count('fan-in', [...fan(0, 5), ...staff, ...other])).toBe(0);
  });

  it('a fan is most of what an account does with strangers', () => {
    const before = (others: number): TransferInput[] =>
      Array.from({ length: others }, (_, i) => pay(`other-${i}>centre`, (30 + i * 10) * DAY_MS, '100.00'));
    expect(count('fan-in', [...fan(0, 5), ...before(5)])).toBe(1);
    expect(count('fan-in', [...fan(0, 5), ...before(6)])).toBe(0);
  });

  it('dust moves nothing: neither transfers far below what is usual, nor a fan or a circle of them', () => {
    const dusty = (transfers: readonly TransferInput[], amount: string): TransferInput[] => [
      ...transfers.map((one) => ({ ...one, amount })),
      ...Array.from({ length: 20 }, (_, i) => pay(`one-${i}>two-${i}`, 0, '100.00')),
    ];
    expect(count('fan-in', dusty(fan(0, 5), '0.10'))).toBe(1);
    expect(count('fan-in', dusty(fan(0, 5), '0.09'))).toBe(0);
    expect(count('fan-in', dusty(fan(0, 5), '0.09'), { dustShare: 0 })).toBe(1);
    const circle = [0, 1, 2].map((i) => pay(`hop-${i}>hop-${(i + 1) % 3}`, i * HOUR_MS, '1'));
    expect(count('round-trip', dusty(circle, '0.10'))).toBe(1);
    expect(count('round-trip', dusty(circle, '0.01'))).toBe(0);
  });

  it('a circle of wages and shopping goes round all year and is no round trip', () => {
    const month = (i: number): TransferInput[] => [
      pay('employer>worker', i * 30 * DAY_MS, '1000'),
      pay('worker>shop', i * 30 * DAY_MS + DAY_MS, '900'),
      pay('shop>employer', i * 30 * DAY_MS + 2 * DAY_MS, '800'),
    ];
    expect(count('round-trip', month(0))).toBe(1);
    expect(count('round-trip', [0, 1, 2].flatMap(month))).toBe(0);
  });
});

describe('stack', () => {
  const way = (names: string): TransferInput[] => {
    const accounts = names.split('');
    return accounts.slice(1).map((to, i) => pay(`${accounts[i]!}>${to}`, i * 10 * HOUR_MS, '500.00'));
  };

  it('needs two accounts in between; payers and receivers of the ends are no subjects', () => {
    expect(count('stack', way('abc'))).toBe(0);
    expect(findingsOfTypology('stack', way('abcd'))).toMatchObject([
      { subjects: ['b', 'c'], payers: ['a'], receivers: ['d'] },
    ]);
    expect(count('stack', way('abcd'), { minLayers: 3 })).toBe(0);
    expect(count('stack', way('abcde'), { minLayers: 3 })).toBe(1);
  });

  it('takes complete layers together', () => {
    const layers = [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ];
    const all = layers
      .slice(1)
      .flatMap((next, step) =>
        layers[step]!.flatMap((from, i) =>
          next.map((to, k) => pay(`${from}>${to}`, (step * 20 + i + k) * HOUR_MS, '100')),
        ),
      );
    const [finding, ...others] = findingsOfTypology('stack', all);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ subjects: ['c', 'd', 'e', 'f'], payers: ['a', 'b'], receivers: ['g', 'h'] });
    expect(finding?.measured.get('layersInBetween')).toBe(2);
  });

  it('does not pay back, and passes on about what came in, unless it was exchanged', () => {
    expect(count('stack', way('abab'))).toBe(0);
    const [first, second, third] = way('abcd') as [TransferInput, TransferInput, TransferInput];
    expect(count('stack', [first, { ...second, amount: '399.99' }, third])).toBe(0);
    expect(count('stack', [first, { ...second, amount: '399.99', currency: 'USD' }, third])).toBe(1);
  });

  it('is found wherever a longest way of links is long enough', () => {
    // Two ways that share an account: one long, one short; the short one joins.
    const short = pay('x>b', HOUR_MS, '500.00');
    const [finding] = findingsOfTypology('stack', [...way('abcd'), short]);
    expect(finding?.payers).toEqual(['a', 'x']);
  });
});
