import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { stagedReceivers } from '../../../src/typologies/receivers/staged-receivers.js';
import { contextOf } from '../../support/detection-context.js';
import { pay } from '../../support/detector-examples/pay.js';
import { type OraclePayment } from '../../support/oracles/net-settlement.js';
import { stagedPairs } from '../../support/oracles/staged-receivers.js';

const START = 1_700_000_000_000;

/** Pairs of names, the smaller first. */
function pairsOf(transfers: readonly TransferInput[], hubs: readonly string[] = []): Set<string> {
  const { graph, hubs: set } = contextOf(transfers, { hubs });
  const hubFlag = Uint8Array.from({ length: graph.accountCount }, (_, account) => (set.has(account) ? 1 : 0));
  const name = (account: number): string => graph.ledger.accounts.key(account).account;
  const pairs = [...stagedReceivers(graph, hubFlag)].flatMap(([one, others]) =>
    others.map((other) => [name(one), name(other)]),
  );
  // Each pair is there from both sides.
  expect(new Set(pairs.map((pair) => pair.join()))).toEqual(new Set(pairs.map(([one, other]) => `${other},${one}`)));
  return new Set(pairs.filter(([one, other]) => one! < other!).map((pair) => pair.join(' ')));
}

const toTransfers = (payments: readonly OraclePayment[]): TransferInput[] =>
  payments.map(([from, to, day, amount]) => pay(`${from}>${to}`, START + day * DAY_MS, String(amount)));

const amount = fc.constantFrom(1, 2, 4, 5);
const staged = fc.tuple(fc.constantFrom(0, 1, 2, 30), fc.constantFrom(1, 2, 3, 45, 46), amount, amount);
/** Seven families, most of which pay A and then B or the other way round, and some payments of anybody to anybody. */
const worlds: fc.Arbitrary<OraclePayment[]> = fc
  .tuple(
    fc.array(fc.tuple(staged, fc.integer({ min: 0, max: 7 })), { minLength: 7, maxLength: 7 }),
    fc.array(
      fc.tuple(
        fc.constantFrom('f0', 'f1', 'f2', 'f8', 'A', 'B'),
        fc.constantFrom('f0', 'f3', 'A', 'B', 'C'),
        fc.constantFrom(-3, 0, 20, 60),
        amount,
      ),
      { maxLength: 5 },
    ),
  )
  .map(([families, others]) => [
    ...families.flatMap(([[first, gap, one, two], kind], i): OraclePayment[] => {
      if (kind === 7) return [];
      const [left, right] = kind === 6 ? ['B', 'A'] : ['A', 'B'];
      return [
        [`f${i}`, left, first, one],
        [`f${i}`, right, first + gap, two],
      ];
    }),
    ...others.filter(([from, to]) => from !== to),
  ]);

describe('accounts that the same families pay in stages', () => {
  it('are those that the definition names, and no others', () => {
    let hits = 0;
    fc.assert(
      fc.property(worlds, (payments) => {
        fc.pre(payments.length > 0);
        const expected = stagedPairs(payments);
        expect(pairsOf(toTransfers(payments))).toEqual(expected);
        hits += expected.size;
      }),
      { numRuns: 400 },
    );
    expect(hits).toBeGreaterThan(0);
  });

  it('do not depend on what else was asked of the same graph before', () => {
    fc.assert(
      fc.property(worlds, fc.boolean(), (payments, noA) => {
        fc.pre(payments.length > 0);
        const [asked, fresh] = [0, 1].map(() => contextOf(toTransfers(payments)).graph);
        const flags = Uint8Array.from({ length: asked!.accountCount }, (_, account) =>
          noA && asked!.ledger.accounts.key(account).account === 'A' ? 1 : 0,
        );
        for (const least of [5, 3, 1]) stagedReceivers(asked!, new Uint8Array(flags.length), least);
        stagedReceivers(asked!, flags, 5);
        expect([...stagedReceivers(asked!, flags, 2)]).toEqual([...stagedReceivers(fresh!, flags, 2)]);
      }),
    );
  });

  const family = (i: number, gap = 10): TransferInput[] => [
    pay(`f${i}>A`, START + i * DAY_MS, '1000'),
    pay(`f${i}>B`, START + (i + gap) * DAY_MS, '3000'),
  ];
  const five = [0, 1, 2, 3, 4].flatMap((i) => family(i));

  it('stay so when one more family does the same', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 2, max: 45 }), (payments, gap) => {
        const before = pairsOf(toTransfers(payments));
        const more = [...toTransfers(payments), ...family(99, gap)];
        if (before.has('A B')) expect(pairsOf(more)).toContain('A B');
      }),
    );
  });

  it('are paid so by five families at least, and by half of those who pay either', () => {
    const strangers = (count: number): TransferInput[] =>
      Array.from({ length: count }, (_, i) => pay(`s${i}>B`, START + i * DAY_MS, '3000'));
    expect(pairsOf(five)).toEqual(new Set(['A B']));
    expect(pairsOf(five.slice(0, 8))).toEqual(new Set());
    expect(pairsOf([...five, ...strangers(5)])).toEqual(new Set(['A B']));
    expect(pairsOf([...five, ...strangers(6)])).toEqual(new Set());
  });

  it('are the same whichever of them is numbered first: kin are looked for before the first payment to either', () => {
    const early = (one: string, other: string): TransferInput[] => [
      ...five.map((transfer) => ({ ...transfer, beneficiary: transfer.beneficiary === 'A' ? one : other })),
      pay('f0>f1', START, '1'),
    ];
    expect(pairsOf(early('A', 'B'))).toEqual(new Set(['A B']));
    expect(pairsOf(early('B', 'A'))).toEqual(new Set(['A B']));
  });

  it('are not shops, clubs, kin or hubs', () => {
    const byCard = five.map((one) => (one.beneficiary === 'A' ? { ...one, channel: 'card' as const } : one));
    expect(pairsOf(byCard)).toEqual(new Set());
    const regulars = [1, 2].map((turn) => pay('f0>A', START + turn * 3_600_000, '1'));
    expect(pairsOf([...five, ...regulars])).toEqual(new Set());
    expect(pairsOf([...five, pay('A>f0', START + 90 * DAY_MS, '1')])).toEqual(new Set());
    expect(pairsOf([...five, pay('f0>f1', START - DAY_MS, '1')])).toEqual(new Set());
    expect(pairsOf(five, ['A'])).toEqual(new Set());
  });
});
