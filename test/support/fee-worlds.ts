import { createRandom, randomInteger } from '../../src/foundation/index.js';
import { type TransferInput } from '../../src/ledger/index.js';

const DAY = 86_400_000;

/** What is planted into {@link feeWorld}. */
export interface FeeWorldOptions {
  readonly seed?: number;
  readonly days?: number;
  /** `fees`: three collectors, eight payers each, one controller. `trade`: the same shape, with wages and rent. */
  readonly planted?: 'none' | 'fees' | 'trade' | 'both';
  /** Part of what was collected that goes on. Default 0.92. */
  readonly passed?: number;
  /** Single payments of all sizes among households. Default 0. */
  readonly singles?: number;
}

/**
 * A small town: 50 households with wages, rent, three shops each and odd larger purchases; and what is planted. Accounts are
 * named after what they do, so that tests can read results: `collector-0`, `payer-0-3`, `controller`; `agent-0`,
 * `customer-0-3`, `supplier`, `staff-2`.
 */
export function feeWorld({
  seed = 1,
  days = 120,
  planted = 'fees',
  passed = 0.92,
  singles = 0,
}: FeeWorldOptions = {}): TransferInput[] {
  const random = createRandom(seed);
  const transfers: TransferInput[] = [];
  const pay = (payer: string, beneficiary: string, day: number, amount: number): void => {
    if (day >= days) return;
    const timeMs = Math.round((day + 0.3 + 0.4 * random()) * DAY);
    transfers.push({ payer, beneficiary, timeMs, amount: amount.toFixed(2), currency: 'EUR' });
  };
  const household = (name: string, at: number): void => {
    const wage = 1500 + randomInteger(random, 1500);
    for (let day = randomInteger(random, 5); day < days; day += 30) {
      pay(`employer-${at % 8}`, name, day, wage);
      pay(name, `landlord-${at % 5}`, day + 1, 0.3 * wage);
    }
    for (let day = randomInteger(random, 4); day < days; day += 2 + randomInteger(random, 4)) {
      pay(name, `shop-${(at + randomInteger(random, 3)) % 12}`, day, 8 + 60 * random());
    }
    if (random() < 0.2) pay(name, `dealer-${at % 3}`, randomInteger(random, days), 400 + 800 * random());
  };
  for (let at = 0; at < 50; at++) household(`household-${at}`, at);
  for (let single = 0; single < singles; single++) {
    const somebody = (): string => `household-${randomInteger(random, 50)}`;
    pay(somebody(), somebody(), randomInteger(random, days), Math.exp(2 + 6 * random()));
  }
  for (let shop = 0; shop < 12; shop++) {
    for (let day = 6; day < days; day += 7) pay(`shop-${shop}`, `employer-${shop % 8}`, day, 600 + 100 * random());
  }

  /** Several gatherers, each with its own payers, pay on to one receiver. */
  const gather = (names: { gatherer: string; payer: string; receiver: string }, payers: number): void => {
    for (let g = 0; g < 3; g++) {
      const gatherer = `${names.gatherer}-${g}`;
      for (let p = 0; p < payers; p++) {
        const payer = `${names.payer}-${g}-${p}`;
        household(payer, 7 * g + p);
        const day = 5 + randomInteger(random, days - 10);
        const fee = 2500 + randomInteger(random, 2000);
        pay(payer, gatherer, day, fee);
        pay(gatherer, names.receiver, day + 1, passed * fee);
      }
    }
  };
  if (planted === 'fees' || planted === 'both')
    gather({ gatherer: 'collector', payer: 'payer', receiver: 'controller' }, 8);
  if (planted === 'trade' || planted === 'both') {
    gather({ gatherer: 'agent', payer: 'customer', receiver: 'supplier' }, 8);
    for (let day = 4; day < days; day += 30) {
      for (let staff = 0; staff < 6; staff++) pay('supplier', `staff-${staff}`, day, 1800);
      for (let agent = 0; agent < 3; agent++) pay(`agent-${agent}`, `clerk-${agent}`, day, 60);
      pay('supplier', 'landlord-0', day, 900);
    }
  }
  return transfers;
}
