import { between, logNormal, pick, roundedMinor, wholeBetween } from '../draws.js';
import { personChannel } from '../regimes/person-channel.js';
import { HOUR_SECONDS } from '../world-clock.js';
import { type MoneyTrail } from './money-trail.js';
import { stranger, type NetworkScene } from './network-scene.js';
import { operatorChannel } from './operator-channel.js';
import { type Operator } from './operator.js';
import { passOn } from './pass-on.js';

/**
 * By way of an exchange: deposit addresses are emptied into the exchange's account, as those of all its customers are,
 * and the exchange pays the coordinator, less its fee. Where the data ends at the exchange, so does the trace.
 */
export function runOffRamp(
  scene: NetworkScene,
  trail: MoneyTrail,
  given: { readonly addresses: readonly Operator[]; readonly coordinators: readonly Operator[] },
): void {
  const { stage } = scene;
  const { random, economy, book, regime } = stage;
  // On a chain the exchange is a hot wallet, and its customers are those of the world.
  const onChain = regime.view === 'one-chain';
  for (const address of given.addresses) {
    const exchange = onChain
      ? economy.counter(book.townOf(address.account))
      : economy.payee('exchange', book.countryOf(address.account), random);
    passOn(stage, trail, address, { to: () => exchange });
    const lots = trail.moves.filter((move) => move.from === address.account && move.to === exchange);
    const receiver = pick(random, given.coordinators).account;
    for (let i = 0; i < lots.length;) {
      const until = i + wholeBetween(random, 1, 4);
      let minor = 0;
      let time = 0;
      for (; i < lots.length && i < until; i++) {
        minor += lots[i]!.minor;
        time = Math.max(time, lots[i]!.time);
      }
      const paid = trail.awake(time + between(random, 0.5, 40) * HOUR_SECONDS);
      const value = Math.floor(minor * between(random, 0.975, 0.995));
      const detail = { channel: operatorChannel(stage) };
      trail.pay({ time: paid, from: exchange, to: receiver, minor: value, detail });
    }
    if (!onChain) serveSavers(scene, exchange);
  }
}

/** Honest customers of the same exchange: each with an address of their own, now and then selling again. */
function serveSavers(scene: NetworkScene, exchange: number): void {
  const { stage } = scene;
  const { random, clock, book, sheet, scale } = stage;
  for (let i = Math.ceil(scale * between(random, 10, 40)); i > 0; i--) {
    const saver = stranger(scene, book.countryOf(exchange));
    if (saver === undefined) continue;
    const address = book.open(book.townOf(exchange));
    const usual = logNormal(random, 180, 0.8);
    let saved = 0;
    for (let day = wholeBetween(random, 0, 60); day < clock.days; day += wholeBetween(random, 8, 50)) {
      const minor = roundedMinor(usual * between(random, 0.6, 1.5), 10);
      const time = clock.moment(day, random);
      if (sheet.add(time, saver, address, minor, { channel: personChannel(stage) }) < 0) continue;
      const swept = time + between(random, 0.1, 20) * HOUR_SECONDS;
      sheet.add(swept, address, exchange, minor, { channel: operatorChannel(stage) });
      saved += minor;
      if (saved < usual * 300 || random() < 0.6) continue;
      const sold = Math.floor(saved * between(random, 0.5, 1.1));
      sheet.add(swept + between(random, 24, 400) * HOUR_SECONDS, exchange, saver, sold, {
        channel: operatorChannel(stage),
      });
      saved = 0;
    }
  }
}
