import { describe, expect, it } from 'vitest';
import { measureFacts } from '../../../src/features/index.js';
import { LISTING_BARS, listingBars } from '../../../src/judgement/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { livesOrdinarily, pays, paysOften, storyOf } from '../../support/fee-stories.js';

const FAMILIES = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'];
const ordinary = [...FAMILIES, 'aunt', 'idle'].flatMap(livesOrdinarily);

/** Everybody who is not named in `low` scores 2. */
function barsOf(transfers: readonly TransferInput[], low: readonly string[] = []): (name: string) => string {
  const { features, node, names } = storyOf(transfers);
  const scores = Float64Array.from(names, (name) => (low.includes(name) || name.startsWith('shop') ? -5 : 2));
  const bars = listingBars(features, scores, { facts: measureFacts(features) });
  return (name) => LISTING_BARS[bars[node(name)]!]!;
}

/** Three families pay each of two collectors, who pay on to one account on five days. */
const network = [
  ...ordinary,
  ...FAMILIES.map((family, i) => pays(family, `collector${i % 2}`, 1000 + i, 20 + i)),
  ...['collector0', 'collector1'].flatMap((collector) => paysOften(collector, 'head', 580, 30)),
];

describe('who may be listed', () => {
  it('lists those who gather and those whom gathering accounts feed, but not who pays them', () => {
    const bar = barsOf(network);
    expect([bar('collector0'), bar('collector1'), bar('head')]).toEqual(['none', 'none', 'none']);
    for (const family of FAMILIES) expect(bar(family)).toBe('pays-own-money');
  });

  it('lists nobody without a position in the flow, whatever the score', () => {
    const bar = barsOf(network);
    expect(bar('idle')).toBe('no-position');
    expect(bar('shop0')).toBe('no-position');
  });

  it('takes for gathering only what is twice the tenth of payers that any shop has', () => {
    const customers = (count: number): TransferInput[] =>
      Array.from({ length: count }, (_, i) => `c${i}`).flatMap((one) => [
        ...livesOrdinarily(one),
        pays(one, 'till', 10, 40),
      ]);
    const bar = (count: number): string =>
      barsOf([
        ...[...network, ...customers(count)],
        ...['f0', 'f1'].map((family) => pays(family, 'till', 900, 50)),
        ...paysOften('till', 'supplier', 300, 60),
      ])('till');
    expect(bar(8)).toBe('none');
    expect(bar(9)).toBe('no-position');
  });

  it('lists who carries exceptional money on', () => {
    const bar = barsOf([...network, pays('collector0', 'carrier', 2000, 29), ...paysOften('carrier', 'end', 380, 30)]);
    expect(bar('carrier')).toBe('none');
  });

  it('does not list who pays with money that somebody gave or lent', () => {
    const gift = [
      pays('aunt', 'niece', 6000, 12),
      pays('niece', 'collector0', 2900, 20),
      pays('niece', 'collector1', 2900, 25),
    ];
    expect(barsOf([...network, ...gift])('niece')).toBe('no-position');
  });

  it('protects a payer however many pay it in turn', () => {
    // Five relatives help; most of what the aunt pays is still her own.
    const help = FAMILIES.slice(1).map((relative, i) => pays(relative, 'aunt', 300, 10 + i));
    const bar = barsOf([...network, ...help, pays('aunt', 'collector0', 9000, 19)]);
    expect(bar('aunt')).toBe('pays-own-money');
  });

  it('does not take passing on exceptional money for paying', () => {
    const gathered = FAMILIES.map((family, i) => pays(family, 'aunt', 2000, 40 + i));
    const bar = barsOf([...network, ...gathered, ...paysOften('aunt', 'collector0', 2200, 50)]);
    expect(bar('aunt')).toBe('none');
  });

  it('protects who pools for a journey: relatives give, and it is paid at once or in up to four parts', () => {
    const gathered = FAMILIES.map((family, i) => pays(family, 'aunt', 2000, 40 + i));
    const paid = paysOften('aunt', 'collector0', 2200, 50);
    for (const parts of [1, 2, 3, 4]) {
      expect(barsOf([...network, ...gathered, ...paid.slice(0, parts)])('aunt')).toBe('pays-in-instalments');
    }
    expect(barsOf([...network, ...gathered, ...paid.slice(0, 4)], ['collector0'])('aunt')).toBe('none');
    // What else is bought with such money is no fifth part.
    const bought = [...gathered, ...paid.slice(0, 4), pays('aunt', 'kiosk', 3, 55)];
    expect(barsOf([...network, ...bought])('aunt')).toBe('pays-in-instalments');
    // Somebody whom gathering accounts feed again and again is no family that pools.
    const fed = (...amounts: number[]): TransferInput[] =>
      amounts.map((amount, i) => pays('collector1', 'aunt', amount, 29 + 3 * i));
    const barIfFed = (...amounts: number[]): string =>
      barsOf([...network, ...gathered, ...fed(...amounts), ...paid.slice(0, 4)])('aunt');
    expect(barIfFed(1500)).toBe('pays-in-instalments');
    expect(barIfFed(1500, 3)).toBe('pays-in-instalments');
    expect(barIfFed(1500, 1500)).toBe('none');
  });

  it('protects who pays out of one sum from somebody who gathers: an employer, a savings club', () => {
    const firm = FAMILIES.map((customer, i) => pays(customer, 'firm', 700, 30 + i));
    const life = [...ordinary, ...network, ...firm, pays('f0', 'worker', 3, 70)];
    const owed = pays('firm', 'worker', 3500, 50);
    const paid = [pays('worker', 'collector0', 1400, 60), pays('worker', 'collector0', 2800, 68)];
    expect(barsOf([...life, owed, ...paid])('worker')).toBe('pays-in-instalments');
    const again = pays('firm', 'worker', 3000, 56);
    expect(barsOf([...life, owed, again, ...paid])('worker')).toBe('none');
  });

  it('minds only payments to accounts that may be operators', () => {
    const helped = [
      ...network,
      pays('f1', 'aunt', 800, 8),
      pays('f2', 'aunt', 800, 9),
      pays('aunt', 'garage', 5000, 12),
    ];
    expect(barsOf(helped, ['garage'])('aunt')).toBe('none');
    expect(barsOf(helped)('aunt')).toBe('pays-own-money');
  });

  it('protects a payer who is paid back', () => {
    const refunded = [
      ...network,
      pays('f1', 'aunt', 800, 8),
      pays('f2', 'aunt', 800, 9),
      pays('aunt', 'collector0', 1500, 10),
      pays('collector0', 'aunt', 700, 60),
    ];
    expect(barsOf(refunded)('aunt')).toBe('paid-back');
    // With a third who pays it exceptionally the refund says nothing; that it paid once, and was fed once, does.
    expect(barsOf([...refunded, pays('f3', 'aunt', 800, 8)])('aunt')).toBe('pays-in-instalments');
    expect(barsOf(refunded, ['collector0'])('aunt')).toBe('none');
  });

  it('protects whoever gets anything back from whom it pays, however little, unless three pay it exceptionally', () => {
    const exchange = [...network, ...paysOften('head', 'neighbour', 20, 40), pays('neighbour', 'head', 15, 70)];
    expect(barsOf(exchange)('head')).toBe('paid-back');
    expect(barsOf(exchange, ['neighbour'])('head')).toBe('none');
  });
});
