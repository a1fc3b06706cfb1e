import { shuffle } from '../foundation/index.js';
import { LOOK_ALIKE_KINDS, type LookAlikeKind, PLANT_LOOK_ALIKE } from './look-alike-kinds.js';
import { type PlantedLookAlike } from './planted.js';
import { type Stage } from './stage.js';

/** The kinds that version 0.1.0 told, in its order. */
export const CLASSIC_LOOK_ALIKES: readonly LookAlikeKind[] = [
  'savings-club',
  'landlord',
  'payroll',
  'charity',
  'remitter',
  'crowdfunding',
  'franchise',
  'marketplace-seller',
  'wedding-hall',
  'client-account',
  'student',
  'low-income',
];

/** Share of the file beyond which no further story is begun outside `all-columns` [choice]: ordinary life must prevail. */
const LARGEST_SHARE = 0.4;

/** Plants `count` stories of each kind; outside `all-columns` in a drawn order, and none once they fill the file. */
export function plantLookAlikes(stage: Stage, count: number, transfers: number): PlantedLookAlike[] {
  const planted: PlantedLookAlike[] = [];
  const plant = (kind: LookAlikeKind): void => {
    const accounts = PLANT_LOOK_ALIKE[kind](stage);
    if (accounts.length > 0) planted.push({ kind, accounts });
  };
  if (stage.regime.stories === 'classic') {
    for (const kind of CLASSIC_LOOK_ALIKES) for (let i = 0; i < count; i++) plant(kind);
    return planted;
  }
  for (let round = 0; round < count; round++) {
    for (const kind of shuffle([...LOOK_ALIKE_KINDS], stage.random)) {
      if (stage.sheet.seenCount < transfers * LARGEST_SHARE) plant(kind);
    }
  }
  return planted;
}
