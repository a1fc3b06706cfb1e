import { between, chance, pick, wholeBetween } from '../draws.js';
import { type PayeeKind } from '../payees.js';
import { personChannel } from '../regimes/person-channel.js';
import { DAY_SECONDS } from '../world-clock.js';
import { type Everyday, handyMinor, type Person, someMoment } from './everyday.js';

/** Something that comes once in years: whom it is paid to, how many months' income it costs, in how many payments. */
interface Occasion {
  readonly payee: PayeeKind | 'shop' | 'neighbour' | 'landlord';
  readonly months: readonly [low: number, high: number];
  readonly payments: readonly [low: number, high: number];
  /** Share of such occasions to which friends and relatives give. */
  readonly given: number;
}

const OCCASIONS: readonly Occasion[] = [
  { payee: 'car-dealer', months: [1.5, 8], payments: [1, 2], given: 0.1 },
  { payee: 'neighbour', months: [0.8, 4], payments: [1, 1], given: 0.1 },
  { payee: 'hospital', months: [0.3, 4], payments: [1, 3], given: 0.5 },
  { payee: 'airline', months: [0.3, 1.4], payments: [1, 2], given: 0.15 },
  { payee: 'hotel', months: [0.5, 5], payments: [2, 4], given: 0.6 },
  { payee: 'undertaker', months: [0.5, 2.5], payments: [1, 2], given: 0.7 },
  { payee: 'landlord', months: [0.6, 1.2], payments: [1, 1], given: 0.1 },
  { payee: 'court', months: [0.1, 1.5], payments: [1, 2], given: 0.3 },
  { payee: 'school', months: [0.2, 1.5], payments: [1, 3], given: 0.2 },
  { payee: 'university', months: [0.4, 3], payments: [1, 2], given: 0.3 },
  { payee: 'tax-office', months: [0.1, 1.2], payments: [1, 2], given: 0 },
  { payee: 'notary', months: [1, 6], payments: [1, 2], given: 0.2 },
  { payee: 'shop', months: [0.3, 1.8], payments: [1, 2], given: 0 },
];

/** Now and then something far larger than anything else that the account pays, sometimes with help from others. */
export function meetLargeEvent(everyday: Everyday, person: Person): void {
  const { stage, habits, neighbours } = everyday;
  const { random, sheet, clock } = stage;
  const years = (person.lastDay - person.firstDay + 1) / 365;
  if (!chance(random, Math.min(0.95, habits.large * years * (0.3 + 0.7 * Math.min(1, person.pace))))) return;
  const occasion = pick(random, OCCASIONS);
  const cost = person.income * between(random, ...occasion.months);
  const time = someMoment(everyday, person);
  if (chance(random, occasion.given)) {
    const givers = wholeBetween(random, 1, 12);
    for (let i = 0; i < givers; i++) {
      const relative = chance(random, 0.4);
      const giver = relative
        ? neighbours.relativeOf(person.account, chance(random, habits.abroad * 0.4))
        : neighbours.someone(person.account);
      const minor = handyMinor((cost / givers) * between(random, 0.2, 1.1));
      const when = time - Math.floor(between(random, -2, 15) * DAY_SECONDS);
      sheet.add(when, giver, person.account, minor, { channel: personChannel(stage) });
    }
  }
  const payee = payeeFor(everyday, person, occasion.payee);
  const payments = wholeBetween(random, ...occasion.payments);
  let day = Math.floor(time / DAY_SECONDS);
  for (let i = 0; i < payments; i++) {
    const minor = handyMinor((cost / payments) * between(random, 0.6, 1.4));
    const channel = occasion.payee === 'neighbour' ? personChannel(stage) : chance(random, 0.2) ? 'card' : 'wire';
    sheet.add(clock.officeMoment(day, random), person.account, payee, minor, { channel });
    day += wholeBetween(random, 3, 40);
  }
}

function payeeFor({ stage, neighbours }: Everyday, person: Person, kind: Occasion['payee']): number {
  const { economy, book, random } = stage;
  if (kind === 'neighbour') return neighbours.someone(person.account);
  if (kind === 'shop') return economy.shopFor(person.account, random);
  if (kind === 'landlord') return pick(random, economy.around(person.account).landlords);
  // Hospitals, universities and airlines of other countries are paid as well.
  const abroad = (kind === 'hospital' || kind === 'university' || kind === 'airline') && chance(random, 0.2);
  const code = book.countryOf(abroad ? neighbours.relativeOf(person.account, true) : person.account);
  return economy.payee(kind, code, random);
}
