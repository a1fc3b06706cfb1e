import { shuffle } from '../../foundation/index.js';
import { between, chance, logNormal, pick, wholeBetween, zipfRank } from '../draws.js';
import { type Everyday, handyMinor, oddMinor } from './everyday.js';
import { type Flows } from './flows.js';

/**
 * Firms' own dealings, until `isFull`: who took more than went out pays suppliers, rent, tax and its owner; who paid more
 * than came in, for wages mostly, is paid by other firms. What is left of the room is trade among firms.
 */
export function tradeAmongFirms(everyday: Everyday, flows: Flows, isFull: () => boolean): void {
  const { economy, random } = everyday.stage;
  for (const firm of shuffle([...economy.firms()], random)) {
    if (isFull()) return;
    const [income, spent] = [flows.incoming(firm), flows.outgoing(firm)];
    if (income + spent === 0) continue;
    if (income > spent) spendTakings(everyday, firm, (income * between(random, 0.85, 0.98) - spent) / 100);
    else earnFromFirms(everyday, firm, (spent * between(random, 1.05, 1.5) - income) / 100);
  }
}

/** Trade in goods and services among firms of all countries, one partnership after another, until `isFull`. */
export function tradeAbroad(everyday: Everyday, isFull: () => boolean): void {
  const { economy, random, book, regime, people } = everyday.stage;
  const firms = shuffle([...economy.firms()], random);
  const ownFirms = firms.filter((firm) => regime.homes.includes(book.countryOf(firm)));
  if (ownFirms.length === 0 || people.count === 0) return;
  for (let partnership = 0; partnership < firms.length * 20 && !isFull(); partnership++) {
    const one = ownFirms[zipfRank(random, ownFirms.length)]!;
    const other = chance(random, everyday.habits.abroad) ? pick(random, firms) : pick(random, ownFirms);
    if (one === other) continue;
    const usual = logNormal(random, 2600, 1.2);
    const [payer, payee] = chance(random, 0.5) ? [one, other] : [other, one];
    const orders = chance(random, 0.45) ? 1 : Math.ceil(logNormal(random, 4, 0.9));
    for (let i = 0; i < orders && !isFull(); i++) invoice(everyday, payer, payee, usual * between(random, 0.5, 1.6));
  }
}

/** One invoice paid on some day. @returns whether the books show it */
export function invoice({ stage }: Everyday, payer: number, payee: number, amount: number): boolean {
  const { sheet, clock, random } = stage;
  const time = clock.officeMoment(wholeBetween(random, 0, clock.days - 1), random);
  const minor = chance(random, 0.3) ? handyMinor(amount) : oddMinor(amount);
  return sheet.isSeen(sheet.add(time, payer, payee, minor, { channel: 'wire' }));
}

function spendTakings(everyday: Everyday, firm: number, amount: number): void {
  const { stage } = everyday;
  const { random, economy, book, clock, people } = stage;
  if (amount < 20) return;
  const code = book.countryOf(firm);
  const { wholesalers, landlords, utilities } = economy.around(firm);
  const suppliers = wholesalers.slice(0, wholeBetween(random, 1, 4));
  const importer = economy.payee('importer', code, random);
  const owner = Math.floor(random() * people.count);
  const months = Math.max(1, clock.monthStarts.length);
  // A kiosk orders once in a while, a department store every few days.
  const orders = Math.min(
    400,
    Math.max(1, Math.round(months * between(random, 0.3, 1.5) * Math.log10(10 + amount / 300))),
  );
  for (let i = 0; i < orders; i++) {
    const supplier = chance(random, 0.12) ? importer : pick(random, suppliers);
    if (supplier !== firm) invoice(everyday, firm, supplier, ((amount * 0.6) / orders) * between(random, 0.5, 1.5));
  }
  const landlord = pick(random, landlords);
  if (landlord !== firm && chance(random, 0.6)) standing(everyday, firm, landlord, (amount * 0.1) / months);
  if (chance(random, 0.5)) standing(everyday, firm, pick(random, utilities), (amount * 0.03) / months);
  if (chance(random, 0.6)) invoice(everyday, firm, economy.payee('tax-office', code, random), amount * 0.1);
  if (chance(random, 0.5) && people.life(owner) !== 'none') standing(everyday, firm, owner, (amount * 0.15) / months);
}

function earnFromFirms(everyday: Everyday, firm: number, amount: number): void {
  const { stage } = everyday;
  const { random, economy, clock } = stage;
  const { employers, wholesalers } = economy.around(firm);
  const customers = [...employers, ...wholesalers];
  const months = Math.max(1, clock.monthStarts.length);
  const invoices = Math.min(400, Math.max(1, Math.round(months * between(random, 0.8, 4))));
  const known = Array.from({ length: wholeBetween(random, 1, 9) }, () => pick(random, customers));
  for (let i = 0; i < invoices; i++) {
    const customer = pick(random, known);
    if (customer !== firm) invoice(everyday, customer, firm, (amount / invoices) * between(random, 0.5, 1.6));
  }
}

function standing(everyday: Everyday, payer: number, payee: number, amount: number): void {
  const { clock, random, sheet } = everyday.stage;
  if (payer === payee) return;
  const minor = oddMinor(amount);
  for (const day of clock.monthly(wholeBetween(random, 0, 27))) {
    sheet.add(clock.officeMoment(day, random), payer, payee, minor, { channel: 'wire' });
  }
}
