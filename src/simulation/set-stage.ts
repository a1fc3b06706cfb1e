import { setClassicStage } from './classic-stage.js';
import { setDrawnStage } from './drawn-stage.js';
import { PROFILES } from './regimes/profiles/index.js';
import { type SetStage, type StagePlan } from './stage-plan.js';

/** Sets the stage of a world: its regime is drawn, its countries peopled, its books opened. */
export function setStage(plan: StagePlan): SetStage {
  const profile = PROFILES.find(({ name }) => name === plan.name);
  return profile === undefined ? setClassicStage(plan) : setDrawnStage(plan, profile);
}
