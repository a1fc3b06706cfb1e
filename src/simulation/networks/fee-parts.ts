import { type RandomSource } from '../../foundation/index.js';
import { type WorldCorridor } from '../corridors.js';
import { between, chance, wholeBetween } from '../draws.js';
import { type PaymentMode } from '../network-plan.js';

/** One part of a traveller's fee. */
export interface FeePart {
  /** Days from the departure on; negative before it. */
  readonly day: number;
  /** Share of the fee; further demands go beyond the whole. */
  readonly share: number;
  /** Part of the way it pays for, 0 = the first. */
  readonly leg: number;
  /** Day on which it is released to those who carry out the journey; before its own day = at once. */
  readonly releaseDay: number;
}

/** The parts in which a fee is paid, for a journey of so many days (events: domain reference, section 7, M1 to M5). */
export function feeParts(
  mode: PaymentMode,
  given: { readonly corridor: WorldCorridor; readonly journeyDays: number; readonly random: RandomSource },
): FeePart[] {
  const { corridor, journeyDays, random } = given;
  const last = corridor.legs.length - 1;
  const part = (day: number, share: number, leg: number): FeePart => ({ day, share, leg, releaseDay: -Infinity });
  switch (mode) {
    case 'full-advance':
      return [part(-between(random, 0, 14), 1, 0)];
    case 'escrow':
      return [{ ...part(-between(random, 0, 9), 1, 0), releaseDay: journeyDays + between(random, 0, 3) }];
    case 'deposit-balance': {
      const share = between(random, 0.15, 0.5);
      return [part(-between(random, 1, 24), share, 0), part(journeyDays + between(random, -2, 4), 1 - share, last)];
    }
    case 'staged': {
      const total = corridor.legs.reduce((sum, [low, high]) => sum + low + high, 0);
      return corridor.legs.map(([low, high], leg) =>
        part((journeyDays * leg) / corridor.legs.length - between(random, 0, 2), (low + high) / total, leg),
      );
    }
    case 'credit': {
      const ahead = chance(random, 0.6) ? between(random, 0.05, 0.2) : 0;
      const count = wholeBetween(random, 2, 8);
      const step = between(random, 13, 31);
      const parts = ahead > 0 ? [part(-between(random, 1, 6), ahead, 0)] : [];
      for (let i = 0; i < count; i++) {
        parts.push(part(journeyDays + 10 + step * (i + between(random, 0, 0.3)), (1 - ahead) / count, last));
      }
      return parts;
    }
  }
}

/** Further demands after arrival or on the way, each sooner than the one before (domain reference, I23). */
export function furtherDemands(journeyDays: number, random: RandomSource): FeePart[] {
  const parts: FeePart[] = [];
  let day = journeyDays * between(random, 0.5, 1);
  let gap = between(random, 8, 20);
  const share = between(random, 0.25, 0.6);
  for (let i = wholeBetween(random, 3, 6); i > 0; i--, gap *= between(random, 0.55, 0.9)) {
    parts.push({ day, share: share * between(random, 1, 1.2), leg: 0, releaseDay: -Infinity });
    day += gap;
  }
  return parts;
}
