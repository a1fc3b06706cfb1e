import { type RandomSource } from '../../../foundation/index.js';
import { between, chance, logNormal, pick, roundedMinor, wholeBetween } from '../../draws.js';
import { type Story } from './story.js';

/** Number between two bounds, as likely in each octave: prices of a trade differ by factors, not by sums. */
export function logBetween(random: RandomSource, low: number, high: number): number {
  return low * Math.pow(high / low, random());
}

/**
 * How somebody asks for money, drawn for one story: one price for all, a short price list, or a quotation for each, around
 * a level between two bounds in major units at the price level of the `all-columns` world. Returns what draws the next
 * price, in minor units.
 */
export function drawPrices(story: Story, low: number, high: number): () => number {
  const { random } = story;
  const level = logBetween(random, low, high) * story.stage.regime.incomeLevel;
  const step = pick(random, level > 400 ? [1, 5, 10, 50, 50, 100] : level > 60 ? [1, 1, 5, 10] : [0.01, 0.5, 1]);
  const uniform = random();
  if (uniform < 0.2) {
    const fixed = roundedMinor(level, step);
    return () => fixed;
  }
  if (uniform < 0.45) {
    const list = Array.from({ length: wholeBetween(random, 2, 6) }, () =>
      roundedMinor(level * logNormal(random, 1, 0.4), step),
    );
    return () => pick(random, list);
  }
  const sigma = between(random, 0.1, 0.7);
  return () => roundedMinor(level * logNormal(random, 1, sigma), step);
}

/** A part of a price: so many days after the first. */
export interface Part {
  readonly afterDays: number;
  readonly minor: number;
}

/** When a price is paid. */
export type Terms = (minor: number) => Part[];

/** Ways of paying that people agree on; each trade offers some of them. */
export type TermsKind = 'whole' | 'deposit' | 'thirds' | 'instalments';

/** One way of paying among those a trade offers, drawn for a story; now and then a customer pays all at once instead. */
export function drawTerms({ random }: Story, ...offered: readonly TermsKind[]): Terms {
  const kind = pick(random, offered);
  const share = between(random, 0.1, 0.55);
  const wait = logBetween(random, 3, 70);
  const count = wholeBetween(random, 3, 7);
  const exception = between(random, 0, 0.25);
  return (minor) => {
    if (kind === 'whole' || chance(random, exception)) return [{ afterDays: 0, minor }];
    if (kind === 'deposit') {
      const first = Math.max(1000, Math.round((minor * share) / 1000) * 1000);
      const balance = { afterDays: wait * between(random, 0.6, 1.4), minor: minor - first };
      return balance.minor > 0 ? [{ afterDays: 0, minor: first }, balance] : [{ afterDays: 0, minor }];
    }
    const parts = kind === 'thirds' ? 3 : count;
    const each = Math.floor(minor / parts / 100) * 100;
    const rhythm = kind === 'thirds' ? wait : between(random, 20, 32);
    return Array.from({ length: parts }, (_, part) => ({
      afterDays: part * rhythm * between(random, 0.9, 1.1),
      minor: part === 0 ? minor - each * (parts - 1) : each,
    }));
  };
}
