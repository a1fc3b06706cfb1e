import { shuffle } from '../../foundation/index.js';
import { FURTHER_CORRIDORS, WORLD_CORRIDORS, type WorldCorridor } from '../corridors.js';
import { chance, pick, wholeBetween } from '../draws.js';
import { type Stage } from '../stage.js';
import { weighted } from './leaning.js';

/** Where a network works. Towns may occur several times: they are then drawn as much more often. */
export interface NetworkWay {
  readonly corridor: WorldCorridor;
  /** Where those live who pay. */
  readonly familyTowns: readonly number[];
  /** Where the money is wanted. */
  readonly hubTowns: readonly number[];
  /** Off the way. */
  readonly abroadTowns: readonly number[];
}

/** A corridor that touches the countries of the books as much as possible, and towns there; some lie elsewhere. */
export function drawWay(stage: Stage): NetworkWay {
  const { random, geography, regime } = stage;
  const homes = regime.homes.filter((code) => geography.townsOf(code).length > 0);
  const seen = new Set(homes);
  const overlap = ({ sponsors, route }: WorldCorridor): number =>
    [...sponsors, ...route].filter((code) => seen.has(code)).length;
  const corridor = weighted(
    random,
    [...WORLD_CORRIDORS, ...FURTHER_CORRIDORS].map((each) => [each, 0.02 + overlap(each)] as const),
  );
  const withinBooks = (codes: readonly string[]): string[] => {
    const inside = codes.filter((code) => seen.has(code));
    return inside.length > 0 ? inside : shuffle([...homes], random).slice(0, 3);
  };
  const townsOf = (codes: readonly string[]): number[] => codes.flatMap((code) => [...geography.townsOf(code)]);
  const families = townsOf(withinBooks([...corridor.sponsors, corridor.route[0]!]));
  const hubs = townsOf(withinBooks(corridor.route));
  const elsewhere = geography.countryCodes().filter((code) => !corridor.sponsors.includes(code) && !seen.has(code));
  const abroad = townsOf(elsewhere.length > 0 ? elsewhere : geography.countryCodes());
  const communities = shuffle([...families], random).slice(0, wholeBetween(random, 3, 14));
  return {
    corridor,
    familyTowns: mostly(communities, townsOf([...corridor.sponsors, ...corridor.route])),
    hubTowns: mostly(hubs, townsOf(corridor.route)),
    abroadTowns: chance(random, 0.5) ? [pick(random, abroad)] : abroad,
  };

  /** Towns of which about a sixth are `others`, so that some strands leave the books. */
  function mostly(towns: readonly number[], others: readonly number[]): number[] {
    const some = others.length === 0 ? [] : [pick(random, others), pick(random, others)];
    const times = Math.max(1, Math.round(10 / towns.length));
    return [...Array.from({ length: times }, () => towns).flat(), ...some];
  }
}
