import { measureFacts, measureFlow, measureSigns } from '../../src/features/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { positionBars } from '../../src/judgement/index.js';
import { REGIME_NAMES, type RegimeName, simulateWorld } from '../../src/simulation/index.js';
import { accountKinds, kindCode } from './account-kinds.js';
import { type MeasuredWorld, toSingle } from './measured-world.js';

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

/** Makes a world and measures its accounts. */
export function measureWorld({ regime, seed, isNull, transfers }: WorldRecipe): MeasuredWorld {
  const world = simulateWorld({
    seed,
    transfers,
    regime,
    networks: isNull ? 0 : NETWORKS,
    lookAlikes: STORIES_OF_A_KIND,
  });
  const graph = buildTemporalGraph(world.toLedger().ledger);
  const features = measureFlow(graph);
  const facts = measureFacts(features);
  // While nobody scores, nobody is protected as the payer of somebody.
  const bars = positionBars(features, facts);
  const kinds = accountKinds(graph, world.truth);
  return {
    kinds,
    reached: features.marked.markedIn.filter((value, account) => value > 0 && kinds[account] !== kindCode('left-out'))
      .length,
    placed: bars.map((bar) => Number(bar === 0)),
    columns: measureSigns(features, facts).map(toSingle),
    ties: features,
  };
}

/** Every kind of world that the simulation knows; each is one domain. */
export const REGIMES: readonly RegimeName[] = REGIME_NAMES;
