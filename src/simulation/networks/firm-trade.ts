import { between, chance, logNormal, pick, toMinor, wholeBetween } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { DAY_SECONDS } from '../world-clock.js';
import { acquaintance, stranger, type NetworkScene } from './network-scene.js';

/** How a firm beside or in front of a network does business. */
export interface FirmHabits {
  /** Customers of a large world; fewer in small ones. */
  readonly customers: number;
  /** Usual price of what they buy, major units where wages are those of the first world. */
  readonly price: number;
  /** Money of other sources that the firm may spend, in order of time. */
  readonly also: readonly { readonly time: number; readonly minor: number }[];
}

/** Real customers, and suppliers, rent, staff and tax out of what they and others paid before. Never more than that. */
export function tradeAsFirm(scene: NetworkScene, firm: number, habits: FirmHabits): void {
  const { stage } = scene;
  const { random, sheet, clock, economy, book, regime, scale } = stage;
  const country = book.countryOf(firm);
  const income = habits.also.map(({ time, minor }) => ({ time, minor }));
  for (let i = Math.ceil(habits.customers * scale); i > 0; i--) {
    const customer = stranger(scene, country);
    if (customer === undefined) continue;
    const visits = chance(random, 0.7) ? 1 : wholeBetween(random, 2, 5);
    for (let visit = 0; visit < visits; visit++) {
      const minor = toMinor(logNormal(random, habits.price * regime.incomeLevel, 0.7));
      const time = clock.moment(wholeBetween(random, 0, clock.days - 1), random);
      const channel = chance(random, 0.5) ? 'card' : personChannel(stage);
      if (sheet.add(time, customer, firm, minor, { channel }) >= 0) income.push({ time, minor });
    }
  }
  income.sort((left, right) => left.time - right.time);
  const { wholesalers, landlords, office } = economy.around(firm);
  const staff = [acquaintance(scene, country), acquaintance(scene, country)].filter((one) => one !== undefined);
  const payees: readonly (readonly [number, number])[] = [
    [pick(random, wholesalers), 0.35],
    [economy.payee('importer', country, random), 0.15],
    [pick(random, landlords), 0.12],
    [office, 0.08],
    ...staff.map((one) => [one, 0.08] as const),
  ];
  let free = 0;
  let i = 0;
  for (const day of clock.monthly(wholeBetween(random, 12, 27))) {
    for (; i < income.length && income[i]!.time < day * DAY_SECONDS; i++) free += income[i]!.minor;
    const budget = free;
    for (const [payee, share] of payees) {
      const minor = Math.floor((budget * share * between(random, 0.85, 1)) / 100) * 100;
      const time = clock.officeMoment(day, random);
      if (minor >= 1000 && sheet.add(time, firm, payee, minor, { channel: 'wire' }) >= 0) free -= minor;
    }
  }
}
