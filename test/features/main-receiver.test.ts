import { expect, it } from 'vitest';
import {
  type AccountFacts,
  type FlowFeatures,
  measureFacts,
  measureFlow,
  measureSigns,
} from '../../src/features/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { feeWorld } from '../support/fee-worlds.js';

interface Paid {
  readonly value: number;
  readonly carried: number;
  readonly to: number;
  readonly occasions: number;
  readonly isRegular: boolean;
  readonly isLiving: boolean;
}

/** What an account pays to each other one, in any order. */
function paidBy({ relations, marked }: FlowFeatures, { living }: AccountFacts, account: number): Paid[] {
  return [...relations.payer.keys()]
    .filter((r) => relations.payer[r] === account)
    .map((r) => ({
      value: relations.total[r]!,
      carried: marked.carried[r]!,
      to: relations.beneficiary[r]!,
      occasions: relations.occasions[r]!,
      isRegular: relations.regular[r] === 1,
      isLiving: living[r] === 1,
    }));
}

const valueOf = (paid: readonly Paid[]): number => paid.reduce((sum, { value }) => sum + value, 0);

/** Accounts behind one, three at most: each pays at least half of what it gets to accounts that do not live on it; the next is whom it pays most of these. */
function handsBehind(features: FlowFeatures, facts: AccountFacts, account: number): number[] {
  const { relations, marked } = features;
  const hands: number[] = [];
  let at = relations.beneficiary[facts.topMarked[account]!]!;
  while (hands.length < 3 && at !== account) {
    const others = paidBy(features, facts, at).filter(({ isLiving }) => !isLiving);
    if (others.length === 0 || valueOf(others) < 0.5 * marked.totalIn[at]! - 1e-9) break;
    hands.push(at);
    at = others.reduce((most, one) => (one.value > most.value ? one : most)).to;
  }
  return hands;
}

const NAMES = ['zPassed', 'zSpent', 'zReceivers', 'zRegOutVal', 'zRepeatVal', 'zSteps'];

it.each([1, 2, 3, 4])('what the main receiver does with its money is as its definition says, in world %i', (seed) => {
  const { ledger } = createLedger(feeWorld({ seed, planted: 'both', singles: 150 }));
  const features = measureFlow(buildTemporalGraph(ledger));
  const facts = measureFacts(features);
  const signs = new Map(measureSigns(features, facts).map(({ name, values }) => [name, values]));
  const { totalIn } = features.marked;
  let [told, untold, wages] = [0, 0, 0];
  const lengths = new Set<number>();
  for (let account = 0; account < features.graph.accountCount; account++) {
    const measured = NAMES.map((name) => signs.get(name)![account]!);
    const carrying = paidBy(features, facts, account).filter(({ carried }) => carried > 0);
    const most = Math.max(...carrying.map(({ carried }) => carried));
    const z = carrying.find(({ to }) => to === features.relations.beneficiary[facts.topMarked[account]!]);
    const paid = z === undefined ? [] : paidBy(features, facts, z.to);
    if (z === undefined || paid.length === 0) {
      expect(carrying.length === 0 || z !== undefined).toBe(true);
      expect(measured).toEqual(NAMES.map(() => NaN));
      untold++;
      continue;
    }
    expect(z.carried).toBe(most);
    const others = paid.filter(({ isRegular }) => !isRegular);
    const expected = [
      Math.min(1, valueOf(paid.filter(({ isLiving }) => !isLiving)) / totalIn[z.to]!),
      Math.min(1, valueOf(others) / totalIn[z.to]!),
      Math.log1p(others.length),
      1 - valueOf(others) / valueOf(paid),
      valueOf(others.filter(({ occasions }) => occasions >= 3)) / valueOf(paid),
      handsBehind(features, facts, account).length,
    ];
    expected.forEach((value, at) => {
      expect(measured[at], NAMES[at]).toBeCloseTo(value, 9);
    });
    lengths.add(signs.get('zSteps')![account]!);
    if (paid.some(({ isLiving, carried }) => isLiving && carried > 0)) wages++;
    told++;
  }
  expect(told).toBeGreaterThan(10);
  expect(untold).toBeGreaterThan(10);
  expect(wages, 'main receivers whose wages carry marked money').toBeGreaterThan(10);
  expect(lengths.size).toBeGreaterThan(1);
});
