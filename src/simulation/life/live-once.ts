import { chance, logNormal, pick } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { type Everyday, handyMinor, type Person, someMoment } from './everyday.js';
import { invoice } from './firms.js';
import { shareBill } from './friendship.js';
import { buy } from './spending.js';

/**
 * One more payment of the kind that these books see most of: a purchase, something among friends or relatives, an
 * invoice of a firm.
 *
 * @returns whether the books show it
 */
export function liveOnce(everyday: Everyday, person: Person, cards: boolean): boolean {
  const { habits, stage, neighbours } = everyday;
  const { random, economy, sheet } = stage;
  const purchases = cards ? habits.purchases : 0;
  const firms = 4 * habits.firms;
  let uniform = random() * (purchases + habits.friends + habits.relatives + firms);
  if ((uniform -= purchases) < 0) return buy(everyday, person, 12 * person.level);
  if ((uniform -= habits.friends) < 0) return shareBill(everyday, person, neighbours.someone(person.account));
  if ((uniform -= firms) < 0) {
    const firmsHere = economy.around(person.account);
    const [payer, payee] = [pick(random, firmsHere.shops), pick(random, firmsHere.wholesalers)];
    return payer !== payee && invoice(everyday, payer, payee, logNormal(random, 900, 1) * person.level);
  }
  const relative = neighbours.relativeOf(person.account, chance(random, habits.abroad));
  const minor = handyMinor(logNormal(random, person.income * 0.08, 0.5));
  const channel = personChannel(stage);
  return sheet.isSeen(sheet.add(someMoment(everyday, person), person.account, relative, minor, { channel }));
}
