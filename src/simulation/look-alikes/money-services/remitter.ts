import { between, chance, logNormal, pick, roundedMinor, wholeBetween } from '../../draws.js';
import { REMITTANCE_COUNTRIES } from '../../geography.js';
import { type Stage } from '../../stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../../world-clock.js';

/**
 * A licensed remitter: many customers in many towns, each with a recipient abroad of their own; paid out within a day
 * less a commission, evened out with a settlement partner every week.
 */
export function plantRemitter(stage: Stage): number[] {
  const { random, people, sheet, clock, economy, geography, scale, book } = stage;
  const town = geography.townAt(random());
  const remitter = book.open(town);
  const currency = book.currencyOf(remitter);
  const abroad = pick(random, REMITTANCE_COUNTRIES);
  const agent = book.open(geography.townsOf(abroad)[0]!);
  const recipients = [...people.crowd(40, random, abroad, 0.97)];
  if (recipients.length < 2) return [];
  const commission = between(random, 0.02, 0.06);
  let commissions = 0;
  let advanced = 0;
  for (const customer of people.crowd(Math.ceil(scale * between(random, 60, 330)), random, book.countryOf(remitter))) {
    const kin = chance(random, 0.7) ? pick(random, recipients) : people.anyone(random);
    const usual = logNormal(random, 240, 0.2);
    const rhythm = between(random, 26, 62);
    for (let day = between(random, 0, 50); day < clock.days; day += rhythm * between(random, 0.85, 1.15)) {
      const minor = roundedMinor(usual * between(random, 0.85, 1.15), 10);
      const time = clock.moment(Math.floor(day), random);
      const channel = chance(random, 0.55) ? 'cash' : chance(random, 0.5) ? 'p2p' : 'card';
      if (sheet.add(time, customer, remitter, minor, { channel, currency }) < 0) continue;
      const fee = Math.floor(minor * commission);
      commissions += fee;
      const paidOut = time + Math.floor(between(random, 0.3, 26) * HOUR_SECONDS);
      const payer = chance(random, 0.8) ? remitter : agent;
      if (payer === agent) advanced += minor - fee;
      if (kin !== customer) sheet.add(paidOut, payer, kin, minor - fee, { channel: 'value-transfer', currency });
    }
  }
  // The agent abroad pays some recipients first and is made whole every week.
  const weekly = Math.floor((advanced / clock.days) * 7);
  for (let day = 6; day < clock.days; day += 7) {
    const time = day * DAY_SECONDS + wholeBetween(random, 9, 16) * HOUR_SECONDS;
    sheet.add(time, remitter, agent, Math.max(10_000, Math.floor(weekly * between(random, 0.8, 1.2))), {
      channel: 'wire',
      currency,
    });
  }
  for (const day of clock.monthly(24)) {
    const rent = Math.max(10_000, Math.floor(commissions / 12));
    sheet.add(clock.officeMoment(day, random), remitter, pick(random, economy.around(remitter).landlords), rent, {
      channel: 'wire',
      currency,
    });
  }
  return [remitter, agent];
}
