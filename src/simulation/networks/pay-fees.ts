import { type RandomSource } from '../../foundation/index.js';
import { type Channel } from '../../ledger/index.js';
import { between, chance, logNormal, pick, wholeBetween } from '../draws.js';
import { drawFee, PAYMENT_MODES } from '../network-plan.js';
import { personChannel } from '../regimes/person-channel.js';
import { type Stage } from '../stage.js';
import { DAY_SECONDS } from '../world-clock.js';
import { type BroadPlan, holderAt } from './broad-plan.js';
import { type FeePart, feeParts, furtherDemands } from './fee-parts.js';
import { logBetween } from './leaning.js';
import { type MoneyTrail } from './money-trail.js';

/** A traveller's departure: when, and what the whole journey was sold for. */
export interface Departure {
  readonly day: number;
  readonly feeMinor: number;
}

/** Shortest and longest usual journey in days: escrow was released after 3 to 90 days in published cases (I11). */
const JOURNEY_DAYS = [2, 45] as const;

/** Lets every family pay for its traveller; returns the departures. */
export function payFees(stage: Stage, plan: BroadPlan, trail: MoneyTrail): Departure[] {
  const { random } = stage;
  const { habits, way } = plan;
  const groups = Array.from({ length: habits.departures }, () => between(random, plan.firstDay, plan.lastDay));
  const favoured = personChannel(stage);
  return plan.families.map((family, position) => {
    const day =
      groups.length > 0
        ? pick(random, groups) + between(random, -1.5, 1.5)
        : between(random, plan.firstDay, plan.lastDay);
    const rebate = chance(random, habits.discounted) ? between(random, 0.5, 0.9) : 1;
    const fee = drawFee(way.corridor, random, logNormal(random, rebate, 0.3));
    const mode = chance(random, habits.mixed) ? pick(random, PAYMENT_MODES) : habits.mode;
    const journeyDays = logBetween(random, ...JOURNEY_DAYS);
    const parts = feeParts(mode, { corridor: way.corridor, journeyDays, random });
    if (chance(random, habits.pressed)) parts.push(...furtherDemands(journeyDays, random));
    // Either all relatives give to every part, or they take turns.
    const together = chance(random, 0.5);
    for (const [i, part] of parts.entries()) {
      const payers = together ? family : [family[i % family.length]!];
      for (const payer of payers) {
        payPart(stage, plan, trail, {
          payer,
          amount: spoken((fee * part.share) / payers.length, random),
          day: day + part.day,
          receiver: receiverOf(stage, plan, { part, position, day: day + part.day }),
          channel: chance(random, 0.4) ? favoured : personChannel(stage),
          waitsUntil: part.releaseDay === -Infinity ? 0 : Math.floor((day + part.releaseDay) * DAY_SECONDS),
        });
      }
    }
    return { day, feeMinor: fee * 100 };
  });
}

/** An amount as people say it. */
function spoken(amount: number, random: RandomSource): number {
  const step = chance(random, 0.5) ? 50 : chance(random, 0.7) ? 10 : 1;
  return Math.max(20, Math.round(amount / step) * step);
}

/** Who takes a part of a fee: mostly the family's own collector, on some ways one for each leg, or who holds for others. */
function receiverOf(
  stage: Stage,
  plan: BroadPlan,
  given: { readonly part: FeePart; readonly position: number; readonly day: number },
): number {
  const { random } = stage;
  const { part, position, day } = given;
  const { cast, habits, way } = plan;
  const { collectors, desks } = cast;
  if (habits.topology === 'value-transfer-pair' && (collectors.length === 0 || chance(random, 0.5))) {
    return desks[chance(random, 0.75) ? 0 : 1]!.account;
  }
  if (habits.topology === 'escrow-desk' && desks.length > 0 && (collectors.length === 0 || chance(random, 0.6))) {
    return desks[position % desks.length]!.account;
  }
  const legs = way.corridor.legs.length;
  const serving =
    habits.topology === 'collector-per-leg' && collectors.length >= legs
      ? collectors.filter((_, slot) => slot % legs === part.leg)
      : collectors;
  const slot = chance(random, 0.8) ? serving[position % serving.length]! : pick(random, serving);
  return holderAt(plan, slot, day).account;
}

interface Deposit {
  readonly payer: number;
  readonly amount: number;
  readonly day: number;
  readonly receiver: number;
  readonly channel: Channel;
  readonly waitsUntil: number;
}

/** One part of a fee, broken up where limits or habits ask for it. */
function payPart(stage: Stage, plan: BroadPlan, trail: MoneyTrail, deposit: Deposit): void {
  const { random, clock } = stage;
  const { payer, receiver, waitsUntil } = deposit;
  const unnamed = deposit.channel === 'cash' && chance(random, unnamedShare(stage));
  const from = unnamed ? stage.economy.counter(stage.book.townOf(payer)) : payer;
  const refundTo = waitsUntil > 0 && !unnamed && chance(random, plan.habits.refunded) ? payer : -1;
  let left = deposit.amount;
  let day = deposit.day;
  for (const piece of piecesOf(deposit.amount, plan.habits.depositCeiling, random)) {
    const amount = Math.min(left, piece);
    left -= amount;
    if (amount < 1) break;
    const time = clock.moment(Math.floor(day), random) + Math.floor(random() * 60);
    const channel = amount < deposit.amount && chance(random, 0.3) ? personChannel(stage) : deposit.channel;
    trail.pay({ time, from, to: receiver, minor: amount * 100, detail: { channel }, waitsUntil, refundTo });
    day += between(random, 0, 1.6);
  }
}

/** Cash whose depositor is not recorded. In most regimes the books see to it; where they name everybody, a few are not. */
function unnamedShare({ regime }: Stage): number {
  return regime.stories === 'classic' ? 0.12 : 0;
}

/** Somebody in a hurry ignores the limit; a very large fee would take too many visits. */
function piecesOf(amount: number, ceiling: number, random: RandomSource): number[] {
  if (amount > ceiling && amount < ceiling * 10 && chance(random, 0.8)) {
    const pieces: number[] = [];
    for (let left = amount; left > 0; left -= pieces[pieces.length - 1]!) {
      pieces.push(Math.max(10, Math.floor((ceiling * between(random, 0.8, 0.995)) / 10) * 10));
    }
    return pieces;
  }
  const count = chance(random, 0.15) ? wholeBetween(random, 2, 3) : 1;
  return Array.from({ length: count }, () => Math.ceil(amount / count));
}
