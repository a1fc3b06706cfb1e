import { between, pick, wholeBetween } from '../draws.js';
import { type Everyday, handyMinor } from './everyday.js';
import { type Flows } from './flows.js';

/**
 * Agents hand what they have too much of to a dealer and get from it what they lack; hot wallets of exchanges do the
 * same among each other and with a wallet that is kept off line. Until `isFull`.
 */
export function evenOutDesks(everyday: Everyday, flows: Flows, isFull: () => boolean): void {
  const { stage } = everyday;
  const { economy, random, sheet, clock, book, regime } = stage;
  if (regime.name !== 'mobile-money' && regime.name !== 'crypto-chain') return;
  const desks = economy.desks();
  for (const desk of desks) {
    const store = regime.name === 'crypto-chain' ? book.open(book.townOf(desk)) : economy.around(desk).wholesalers[0]!;
    const surplus = flows.incoming(desk) - flows.outgoing(desk);
    const turnover = flows.incoming(desk) + flows.outgoing(desk);
    const visits = Math.max(1, Math.round(clock.days / between(random, 3, 20)));
    for (let i = 0; i < visits && !isFull(); i++) {
      const usual = (Math.abs(surplus) * 0.9 + turnover * 0.1) / 100 / visits;
      const minor = handyMinor(usual * between(random, 0.4, 1.8));
      const partner = regime.name === 'crypto-chain' && random() < 0.3 ? pick(random, desks) : store;
      const gives = random() < (surplus > 0 ? 0.85 : 0.15);
      const [from, to] = gives ? [desk, partner] : [partner, desk];
      const day = wholeBetween(random, 0, clock.days - 1);
      if (from !== to) sheet.add(clock.officeMoment(day, random), from, to, minor, { channel: 'wire' });
    }
  }
}
