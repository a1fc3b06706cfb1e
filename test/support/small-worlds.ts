import fc from 'fast-check';
import { type TransferInput } from '../../src/ledger/index.js';

const DAY = 86_400_000;
const EMPLOYERS = ['employer-0', 'employer-1'];
const SHOPS = ['shop-0', 'shop-1'];
const COLLECTORS = ['collector-0', 'collector-1'];

/** A small world in which some people pay a fee, and who in it only pays or lives on a wage. */
export interface SmallWorld {
  readonly transfers: readonly TransferInput[];
  /** Everybody who lives on a wage; some of them pay. */
  readonly people: readonly string[];
  readonly employers: readonly string[];
  readonly collectors: readonly string[];
}

const person = fc.record({
  employer: fc.constantFrom(...EMPLOYERS),
  wage: fc.integer({ min: 1_000, max: 3_000 }),
  groceries: fc.array(
    fc.record({ shop: fc.constantFrom(...SHOPS), day: fc.nat(110), amount: fc.integer({ min: 20, max: 200 }) }),
    { maxLength: 4 },
  ),
  /** Parts of a fee. */
  fee: fc.array(
    fc.record({
      collector: fc.constantFrom(...COLLECTORS),
      day: fc.integer({ min: 35, max: 80 }),
      amount: fc.integer({ min: 200, max: 1_500 }),
    }),
    { maxLength: 2 },
  ),
  /** What others chip in, by how far along the circle of people they are. */
  help: fc.array(
    fc.record({ from: fc.integer({ min: 1, max: 6 }), day: fc.nat(60), amount: fc.integer({ min: 5, max: 150 }) }),
    { maxLength: 6 },
  ),
  refundedPercent: fc.constantFrom(0, 0, 30, 100),
});

/**
 * Worlds of a few people who live on wages over four months, help each other, buy, and pay fees to collectors. The money of
 * the fees goes on to a keeper and a shop, and by way of shops that pay employers comes back as wages.
 */
export const smallWorlds: fc.Arbitrary<SmallWorld> = fc
  .record({
    lives: fc.array(person, { minLength: 7, maxLength: 12 }),
    onwardPercent: fc.integer({ min: 50, max: 100 }),
    supply: fc.integer({ min: 500, max: 5_000 }),
  })
  .map(({ lives, onwardPercent, supply }) => {
    const transfers: TransferInput[] = [];
    const pay = (payer: string, beneficiary: string, day: number, amount: number): void => {
      if (amount > 0)
        transfers.push({
          payer,
          beneficiary,
          timeMs: day * DAY + transfers.length,
          amount: String(amount),
          currency: 'EUR',
        });
    };
    const name = (index: number): string => `person-${index % lives.length}.`;
    const collected = new Map(COLLECTORS.map((one) => [one, 0]));
    lives.forEach(({ employer, wage, groceries, fee, help, refundedPercent }, i) => {
      for (const day of [1, 31, 61, 91]) pay(employer, name(i), day, wage);
      for (const { shop, day, amount } of groceries) pay(name(i), shop, day, amount);
      for (const { from, day, amount } of help) pay(name(i + from), name(i), day, amount);
      for (const { collector, day, amount } of fee) {
        pay(name(i), collector, day, amount);
        pay(collector, name(i), day + 5, Math.floor((amount * refundedPercent) / 100));
        collected.set(collector, collected.get(collector)! + amount);
      }
    });
    for (const [collector, amount] of collected) {
      const onward = Math.floor((amount * onwardPercent) / 100);
      pay(collector, 'keeper', 85, Math.floor(onward / 2));
      pay(collector, 'shop-0', 86, Math.floor(onward / 4));
    }
    pay('keeper', 'shop-1', 87, supply);
    for (const shop of SHOPS)
      for (const employer of EMPLOYERS) for (const day of [30, 60, 90]) pay(shop, employer, day, supply);
    return { transfers, people: lives.map((_, i) => name(i)), employers: EMPLOYERS, collectors: COLLECTORS };
  });
