export { type FifoLane, matchPassThrough, type MinorColumn, type PassThroughOptions } from './fifo-pass-through.js';
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
