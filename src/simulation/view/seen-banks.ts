import { randomInteger, type RandomSource, shuffle } from '../../foundation/index.js';
import { type Regime } from '../regimes/regime.js';
import { APP } from './account-names.js';
import { type SeenBanks } from './sight.js';

/**
 * Draws the banks whose books a world shows: of each country its share, rounded up or down by chance, and one at least
 * in the first. A view of one bank shows one of the two largest (of an app, the app), whatever share is asked for.
 *
 * @param countries every country that has banks in view: the homes, or all of them where everything is seen
 */
export function drawSeenBanks(regime: Regime, countries: readonly string[], random: RandomSource): SeenBanks {
  const seen = new Map<string, Uint8Array>();
  const one = regime.name === 'wallet-app' ? APP : randomInteger(random, 2);
  for (const [i, code] of countries.entries()) {
    const banks = new Uint8Array(regime.banks);
    const count = Math.max(i === 0 ? 1 : 0, Math.floor(regime.banks * regime.banksSeen + random()));
    const drawn = shuffle([...banks.keys()], random).slice(0, Math.min(count, regime.banks));
    for (const rank of regime.view === 'one-bank' ? [one] : drawn) banks[rank] = 1;
    seen.set(code, banks);
  }
  return seen;
}
