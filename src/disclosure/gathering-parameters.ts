import { defaultsOf, type ParameterSet, type ParameterValues } from '../evidence/index.js';
import { onlyStricter } from './only-stricter.js';

/** Every number that decides whether an account gathers money, so that traces and paths may name it. */
const GATHERING_PARAMETERS = Object.freeze({
  families: onlyStricter(
    'count',
    4,
    [4, Number.MAX_SAFE_INTEGER],
    'Fewest families that give: three of equal weight are still a wage, a pension and a lodger',
  ),
  givenShare: onlyStricter(
    'share',
    0.5,
    [0.5, 1],
    'Least share that these families give: the rest is somebody’s living',
  ),
  mainShare: onlyStricter(
    'share',
    0.5,
    [0, 0.5],
    'No family, giving or not, pays this share: whoever has one lives on it',
  ),
  fewShare: onlyStricter(
    'share',
    0.8,
    [0, 0.8],
    'Nor do the largest, one fewer than `families`, pay this share together',
  ),
  upkeepShare: onlyStricter('share', 0.5, [0, 0.5], 'Upkeep that lasts for this share of the data is no giving'),
  evidenceAccounts: onlyStricter(
    'count',
    1000,
    [0, 1000],
    'From this many accounts on a name takes the evidence that it takes in a lead: among fewer a score has little to compare with',
  ),
} satisfies ParameterSet);

/** Values of the set `gathering` by name: what decides who may be named in traces and paths. */
export type GatheringParameters = ParameterValues<keyof typeof GATHERING_PARAMETERS>;

/** The set by its name in manifests and settings. */
export const GATHERING = Object.freeze({ id: 'gathering', parameters: GATHERING_PARAMETERS });

/** The defaults of {@link GATHERING_PARAMETERS}. */
export const GATHERING_DEFAULTS: GatheringParameters = defaultsOf(GATHERING);
