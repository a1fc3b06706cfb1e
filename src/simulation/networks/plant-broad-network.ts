import { type PlantNetwork } from '../planted.js';
import { type BroadPlan, operatorsOf, planBroadNetwork } from './broad-plan.js';
import { type MoneyTrail } from './money-trail.js';
import { copyScene, type NetworkScene, openScene } from './network-scene.js';
import { runBroadNetwork } from './run-broad-network.js';

/** Hears of each network as it was planned and as its money moved, hidden transfers too. For tests. */
export type NetworkListener = (plan: BroadPlan, trail: MoneyTrail) => void;

/**
 * Plants networks of many kinds, one at each call; those of one planter may share a launderer. Every regime but the
 * first one uses it.
 */
export function broadNetworks(listener?: NetworkListener): PlantNetwork {
  let before: NetworkScene | undefined;
  let after: NetworkScene | undefined;
  let start = -1;
  return (stage) => {
    // A sheet as long as before the last attempt: that one was taken back, and those it cast are in the pool again.
    if (stage.sheet.length !== start) before = after;
    start = stage.sheet.length;
    const scene = before === undefined ? openScene(stage) : { ...copyScene(before), stage };
    after = scene;
    const plan = planBroadNetwork(scene);
    if (plan === undefined) return undefined;
    const trail = runBroadNetwork(scene, plan);
    listener?.(plan, trail);
    return {
      mode: plan.habits.mode,
      corridor: plan.way.corridor.id,
      members: operatorsOf(plan).map(({ account, role }) => ({ account, role })),
      payers: plan.families.flat(),
      rows: trail.rows,
    };
  };
}
