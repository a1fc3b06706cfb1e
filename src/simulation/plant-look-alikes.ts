import { shuffle } from '../foundation/index.js';
import { LOOK_ALIKE_KINDS, PLANT_LOOK_ALIKE } from './look-alike-kinds.js';
import { type PlantLookAlike } from './look-alikes/innocent-kind.js';
import { INNOCENT_KINDS } from './look-alikes/innocent-kinds.js';
import { type PlantedLookAlike } from './planted.js';
import { type Stage } from './stage.js';

/** Share of the file beyond which no further story is begun outside `all-columns` [choice]: ordinary life must prevail. */
const LARGEST_SHARE = 0.4;

/**
 * Plants `count` stories of each kind; outside `all-columns` in a drawn order, and none once they fill the file. There a part
 * of a round tells that part of the kinds, those that come first in the drawn order.
 */
export function plantLookAlikes(stage: Stage, count: number, transfers: number): PlantedLookAlike[] {
  const planted: PlantedLookAlike[] = [];
  const tell = (kind: string, plant: PlantLookAlike): void => {
    const accounts = plant(stage);
    if (accounts.length > 0) planted.push({ kind, accounts });
  };
  if (stage.regime.stories === 'classic') {
    for (const kind of LOOK_ALIKE_KINDS) for (let i = 0; i < count; i++) tell(kind, PLANT_LOOK_ALIKE[kind]);
    return planted;
  }
  for (let left = count; left > 0; left--) {
    const kinds = shuffle([...INNOCENT_KINDS], stage.random);
    for (const { id, plant } of kinds.slice(0, Math.ceil(kinds.length * Math.min(1, left)))) {
      if (stage.sheet.seenCount < transfers * LARGEST_SHARE) tell(id, plant);
    }
  }
  return planted;
}
