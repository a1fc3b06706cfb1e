import { measureFlow, measureNeighbourSigns, measureSigns, type SignColumn } from '../../src/features/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { REGIME_NAMES, type RegimeName, simulateWorld } from '../../src/simulation/index.js';
import { accountKinds } from './account-kinds.js';
import { type MeasuredWorld } from './measured-world.js';

/** A world by what makes it. */
export interface WorldRecipe {
  readonly regime: RegimeName;
  readonly seed: number;
  readonly isNull: boolean;
  readonly transfers: number;
}

/**
 * Networks and stories of each innocent kind in a world to learn from. A score is relative to how many innocents of the
 * hard kinds stand beside each network; about a dozen is the density that the definition of the score was measured with.
 */
const NETWORKS = 8;
const STORIES_OF_A_KIND = 1;

/** Makes a world and measures its accounts: their own signs, or, given p of the first pass, those of their neighbours. */
export function measureWorld({ regime, seed, isNull, transfers }: WorldRecipe, p?: Float64Array): MeasuredWorld {
  const world = simulateWorld({
    seed,
    transfers,
    regime,
    networks: isNull ? 0 : NETWORKS,
    lookAlikes: STORIES_OF_A_KIND,
  });
  const graph = buildTemporalGraph(world.toLedger().ledger);
  const features = measureFlow(graph);
  const columns = p === undefined ? measureSigns(features) : measureNeighbourSigns(features, p);
  return { kinds: accountKinds(graph, world.truth), columns: columns.map(toSingle) };
}

function toSingle({ name, values }: SignColumn): { name: string; values: Float32Array } {
  return { name, values: Float32Array.from(values) };
}

/** Every kind of world that the simulation knows; each is one domain. */
export const REGIMES: readonly RegimeName[] = REGIME_NAMES;
