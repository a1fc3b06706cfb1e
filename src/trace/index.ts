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
