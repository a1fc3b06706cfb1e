import { shuffle } from '../foundation/index.js';
import { trade } from './commerce.js';
import { logNormal, toMinor } from './draws.js';
import { earn } from './incomes.js';
import { spend } from './outgoings.js';
import { type Stage } from './stage.js';

/**
 * Everybody's ordinary life, up to `transfers` rows in all: incomes and outgoings of every person, the businesses'
 * dealings, and card purchases for whatever room is left (at least a tenth).
 */
export function liveOrdinarily(stage: Stage, transfers: number): void {
  const { people, random, sheet, geography } = stage;
  const beforePurchases = Math.floor(sheet.seenCount + (transfers - sheet.seenCount) * 0.9);
  const businessRoom = Math.floor((transfers - sheet.seenCount) * 0.12);
  const codes = geography.countryCodes();
  for (const code of codes) trade(stage, code, Math.floor(businessRoom / codes.length));
  const persons = shuffle(
    Array.from({ length: people.count }, (_, person) => person),
    random,
  );
  for (const person of persons) {
    if (sheet.seenCount >= beforePurchases) break;
    if (people.life(person) === 'none') continue;
    earn(stage, person);
    spend(stage, person);
  }
  shop(stage, transfers);
}

/** Card purchases until the sheet is full: some people pay by card often, most now and then. */
function shop(stage: Stage, transfers: number): void {
  const { people, random, sheet, clock, economy, book } = stage;
  const eagerness = Float32Array.from({ length: people.count }, () => Math.min(1, logNormal(random, 0.3, 0.8)));
  while (sheet.seenCount < transfers) {
    const person = people.anyone(random);
    if (random() > eagerness[person]!) continue;
    const place = economy.shopFor(person, random);
    const time = clock.moment(Math.floor(random() * clock.days), random) + Math.floor(random() * 60);
    const town = book.townOf(place);
    sheet.add(time, person, place, toMinor(logNormal(random, 36, 0.9)), { channel: 'card', from: town, to: town });
  }
}
