import { createRandom, formatMoney, randomInteger, randomNormal } from '../../src/foundation/index.js';
import { createLedger, type Ledger, type TransferInput } from '../../src/ledger/index.js';

/** How much ordinary traffic {@link withBackground} adds. */
export interface Background {
  /** Background transfers per transfer of the case. */
  readonly transfers: number;
  /** New addresses per address of the case. */
  readonly addresses: number;
  /** Chance that either side of a background transfer is an address of the case. */
  readonly mixing: number;
  readonly seed: number;
}

/**
 * The case among ordinary transfers, which the data set does not have: times uniform over the time of the case, amounts
 * log-normal with the mean and deviation of the case's own logarithms, new addresses drawn by the power law
 * (i + 1)^-0.6. With chance `mixing` the payer, and likewise the receiver, is an address of the case instead, each of
 * them equally likely except the sources: so followed money is mixed with other money and part of it is spent outside.
 */
export function withBackground(ledger: Ledger, sources: readonly string[], background: Background): Ledger {
  const random = createRandom(background.seed);
  const own = caseTransfers(ledger);
  const known = Array.from({ length: ledger.accounts.size }, (_, account) => ledger.accounts.key(account).account);
  const mixed = known.filter((address) => !sources.includes(address));
  const drawNew = powerLaw(known.length * background.addresses, random);
  const draw = (): string =>
    random() < background.mixing ? mixed[randomInteger(random, mixed.length)]! : `new-${drawNew()}`;
  const drawCents = logNormalLike(
    own.map(({ amount }) => Math.log(Number(amount))),
    random,
  );
  const { timeMs } = ledger.columns;
  const seconds = (timeMs[timeMs.length - 1]! - timeMs[0]!) / 1000;
  const added = Array.from({ length: own.length * background.transfers }, (_, i): TransferInput => {
    return {
      payer: draw(),
      beneficiary: draw(),
      timeMs: timeMs[0]! + 1000 * randomInteger(random, seconds + 1),
      precision: 'second',
      amount: (drawCents() / 100).toFixed(2),
      currency: 'USD',
      id: `background-${i}`,
    };
  });
  return createLedger([...own, ...added]).ledger;
}

function caseTransfers(ledger: Ledger): TransferInput[] {
  const { payer, beneficiary, timeMs } = ledger.columns;
  return Array.from(payer, (from, row) => ({
    payer: ledger.accounts.key(from),
    beneficiary: ledger.accounts.key(beneficiary[row]!),
    timeMs: timeMs[row]!,
    precision: ledger.precisionOf(row),
    amount: formatMoney(ledger.amount(row)!),
    currency: ledger.amount(row)!.currency,
    id: ledger.id(row)!,
  }));
}

function powerLaw(count: number, random: () => number): () => number {
  const reached = new Float64Array(count);
  let total = 0;
  for (let i = 0; i < count; i++) reached[i] = total += (i + 1) ** -0.6;
  return () => {
    const drawn = random() * total;
    const found = reached.findIndex((sum) => sum >= drawn);
    return found < 0 ? count - 1 : found;
  };
}

function logNormalLike(logarithms: readonly number[], random: () => number): () => number {
  const mean = logarithms.reduce((sum, value) => sum + value, 0) / logarithms.length;
  const variance = logarithms.reduce((sum, value) => sum + (value - mean) ** 2, 0) / logarithms.length;
  return () => Math.max(1, Math.round(100 * Math.exp(mean + Math.sqrt(variance) * randomNormal(random))));
}
