export {
  type FifoLane,
  matchLanes,
  matchPassThrough,
  type MinorColumn,
  type PassThroughOptions,
  passThroughSettings,
  type PassThroughSettings,
} from './fifo-pass-through.js';
export {
  type CreditRange,
  type DwellOptions,
  dwellMs,
  dwellQuantile,
  laneDurationMs,
  outRatio,
  type OutRatio,
  pieceRange,
  sumMinor,
  uncensoredCredits,
} from './fifo-dwell.js';
export { forEachTemporalCycle, type TemporalCycleOptions, type TemporalCycleSearch } from './temporal-cycles.js';
export { LaneArena } from './lane-arena.js';
export { admitTransfers, type TransferFilter } from './transfer-filter.js';
export { Reach, REACH_NOT_CLAIMED, reachableFrom, reachingInto } from './reach/reach.js';
export { type ReachForm, type ReachOptions, type WalkEnds } from './reach/reach-options.js';
export { type Direction } from './reach/search-direction.js';
export { type FlowEnds } from './flow/flow-problem.js';
export { type FlowPath } from './flow/flow-paths.js';
export { type GreedyFlow, type GreedyFlowOptions, greedyTemporalFlow } from './flow/greedy-temporal-flow.js';
export {
  type FlowTransfer,
  maxTemporalFlow,
  type TemporalFlow,
  type TemporalFlowOptions,
} from './flow/max-temporal-flow.js';
