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
export { type ReachOptions, type WalkEnds } from './reach/reach-options.js';
export { type ReachForm } from './reach/reach-search.js';
export { type Direction } from './reach/search-direction.js';
