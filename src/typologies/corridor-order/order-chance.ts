import { createRandom, randomInteger } from '../../foundation/index.js';
import { shuffleChance, type ShuffleRounds } from '../numbers/shuffle-chance.js';
import { countOrderInto, type OrderedEvents, type OrderPairs } from './order-pairs.kernel.js';

/** A large file has thousands of units to test, and what is found in one of them must stand out among all. */
const ROUNDS: ShuffleRounds = { rounds: [999, 9999, 99_999], enough: 10 };

/**
 * How often chance does as well: the p-value of gamma = (forward - backward) / (forward + backward) where the events of each
 * group happen at each other's times. Number, times and places of a group's events stay. Gamma of no pair is nothing and not
 * as good. Compared in whole numbers. Seeded; the events must be in an order that names have no say in.
 *
 * @param spend takes events that are shuffled from what may be shuffled, and says whether to go on
 * @returns undefined if the budget ran out before 999 shuffles
 */
export function orderChance(
  events: OrderedEvents,
  observed: OrderPairs,
  { spend, mostChance }: { readonly spend: (events: number) => boolean; readonly mostChance: number },
): number | undefined {
  const random = createRandom(1);
  const position = events.position.slice();
  const counts = new Int32Array(events.positionCount);
  const pairs: OrderPairs = { forward: 0, backward: 0 };
  const compared = BigInt(observed.forward + observed.backward);
  const difference = BigInt(observed.forward - observed.backward);
  return shuffleChance(
    () => {
      if (!spend(position.length)) return undefined;
      for (let group = 0; group + 1 < events.groupStarts.length; group++) {
        const first = events.groupStarts[group]!;
        for (let i = events.groupStarts[group + 1]! - 1; i > first; i--) {
          const j = first + randomInteger(random, i - first + 1);
          const kept = position[i]!;
          position[i] = position[j]!;
          position[j] = kept;
        }
      }
      countOrderInto(events, position, counts, pairs);
      const all = pairs.forward + pairs.backward;
      return all > 0 && BigInt(pairs.forward - pairs.backward) * compared >= difference * BigInt(all);
    },
    mostChance,
    ROUNDS,
  );
}
