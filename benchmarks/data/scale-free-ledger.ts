import { createRandom, randomInteger, randomNormal } from '../../src/foundation/index.js';
import { type Ledger, LedgerBuilder } from '../../src/ledger/index.js';

const DAY_SECONDS = 86_400;
const BLOCK = 64;

/**
 * A ledger in the shape of the reference graph "G1M": ten transfers an account over 30 days, busy accounts by a power
 * law, 60 % of the transfers inside blocks of 64 accounts, log-normal amounts. From our own seeded numbers, so it is not
 * that graph byte for byte.
 */
export function scaleFreeLedger(transfers: number, seed = 1): Ledger {
  const accounts = Math.floor(transfers / 10);
  const random = createRandom(seed);
  const reached = new Float64Array(accounts);
  let total = 0;
  for (let i = 0; i < accounts; i++) reached[i] = total += (i + 1) ** -0.6;
  const draw = (): number => firstAtLeast(reached, random() * total);
  const names = permutation(accounts, random);

  const builder = new LedgerBuilder();
  const file = builder.addSource({ name: 'generated', sha256: '' });
  const currency = builder.currencies.intern('EUR');
  const numberOf = Int32Array.from(names, (name) => builder.accounts.intern('', `account-${name}`));
  for (let i = 0; i < transfers; i++) {
    const payer = draw();
    const local = random() < 0.6;
    const drawn = local ? Math.floor(payer / BLOCK) * BLOCK + randomInteger(random, BLOCK) : draw();
    const beneficiary = Math.min(drawn, accounts - 1);
    if (payer === beneficiary) continue;
    const timeMs = 1000 * randomInteger(random, 30 * DAY_SECONDS);
    const cents = Math.max(1, Math.round(100 * Math.exp(5 + 1.5 * randomNormal(random))));
    builder.appendRow(numberOf[payer]!, numberOf[beneficiary]!, timeMs, 4, cents, 2, currency, 2, file, i + 1);
  }
  return builder.finish().ledger;
}

function firstAtLeast(values: Float64Array, least: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

function permutation(size: number, random: () => number): Int32Array {
  const order = Int32Array.from({ length: size }, (_, i) => i);
  for (let i = size - 1; i > 0; i--) {
    const j = randomInteger(random, i + 1);
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order;
}

/** Numbers of transfers from words such as `1m 5m 100k`; 1m if there are none. */
export function sizesOf(words: readonly string[]): { name: string; transfers: number }[] {
  return (words.length === 0 ? ['1m'] : words).map((name) => {
    const transfers = Number(name.replace(/k$/, '000').replace(/m$/, '000000'));
    if (!Number.isSafeInteger(transfers)) throw new Error(`Expected a size such as 100k or 5m but received ${name}`);
    return { name, transfers };
  });
}
