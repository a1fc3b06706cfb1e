import { describe, expect, it } from 'vitest';
import { mayHavePaid } from '../../src/disclosure/may-have-paid.js';
import { paysRarely } from '../../src/disclosure/pays-rarely.js';
import { measureFacts } from '../../src/features/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import { livesOrdinarily, pays, paysOften, storyOf } from '../support/fee-stories.js';

const FAMILIES = ['f0', 'f1', 'f2', 'f3', 'f4', 'f5'];
const given = [
  ...[...FAMILIES, 'aunt'].flatMap(livesOrdinarily),
  ...FAMILIES.map((family, i) => pays(family, 'one', 1000, 90 + i)),
];

function mayPay(name: string, ...more: readonly TransferInput[]): boolean {
  const { features, node } = storyOf([...given, ...more]);
  return mayHavePaid(features, measureFacts(features))(node(name));
}

describe('who may have merely paid, were everybody else an operator', () => {
  it('is who pays at once or in four parts what relatives gave, and not who pays on more often', () => {
    const paid = paysOften('one', 'somebody', 1000, 100);
    for (const parts of [1, 4]) expect(mayPay('one', ...paid.slice(0, parts))).toBe(true);
    expect(mayPay('one', ...paid)).toBe(false);
  });

  it('is who pays out of own money what is exceptional for him', () => {
    expect(mayPay('aunt', pays('aunt', 'somebody', 5000, 95))).toBe(true);
    expect(mayPay('aunt')).toBe(false);
  });
});

describe('who pays rarely', () => {
  it('is who pays on four occasions at most, though nothing of it is exceptional, and small purchases do not count', () => {
    const pay = (...transfers: readonly TransferInput[]): boolean => {
      const { features, node } = storyOf([...given, ...transfers]);
      return paysRarely(features)(node('trader'));
    };
    const sums = [0, 1, 2, 3, 4].map((i) => pays('trader', `other${i}`, 300, 20 + 10 * i));
    const small = Array.from({ length: 9 }, (_, i) => pays('trader', `till${i}`, 3, 15 + i));
    expect(pay(...sums.slice(0, 4), ...small)).toBe(true);
    expect(pay(...sums, ...small)).toBe(false);
  });
});
