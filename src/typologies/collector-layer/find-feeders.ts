import { type Ties } from '../../foundation/index.js';
import { isWhole, spanOfData, type TemporalGraph } from '../../graph/index.js';
import { type FifoLane, laneDurationMs, LaneArena, matchLanes, passThroughSettings } from '../../trace/index.js';
import {
  type Feeder,
  type FeedingInterval,
  feedingIntervals,
  type FeedingRule,
  mayPassOn,
} from './collector-intervals.js';
import { LanePassage } from '../passage/lane-passage.js';

/** When an account counts as feeding others. */
export interface FeederRule extends Pick<FeedingRule, 'minCredits' | 'minOutRatio' | 'minTargetShare'> {
  readonly ties: Ties;
  readonly windowDays: number;
  readonly maxDwellHours: number;
}

/**
 * When and whom accounts feed: all intervals of all accounts that are no hubs, by account, then currency. Lanes are
 * matched in memory that is used again, so an interval keeps none; {@link passagesOf} makes the few anew that are looked
 * at once more. O(transfers).
 */
export function findFeeders(graph: TemporalGraph, hubFlag: Uint8Array, rule: FeederRule): FeedingInterval[] {
  const { windowDays, maxDwellHours, ties, minCredits, minOutRatio, minTargetShare } = rule;
  const arena = new LaneArena();
  const settings = passThroughSettings(graph, { ties, leastCredits: minCredits, leastDebits: 1, arena });
  const intervals: FeedingInterval[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    const credits = graph.in.starts[account + 1]! - graph.in.starts[account]!;
    const debits = graph.out.starts[account + 1]! - graph.out.starts[account]!;
    if (credits < minCredits || debits === 0 || hubFlag[account] === 1 || !isWhole(graph, account)) {
      continue;
    }
    for (const lane of matchLanes(graph, account, settings)) {
      if (lane.pieceCredit.length === 0 || !mayPassOn(lane, minCredits, minOutRatio)) continue;
      const spanMs = laneDurationMs(lane, windowDays * 24);
      const passage = passageOf(graph, lane, maxDwellHours);
      for (const one of feedingIntervals(graph, passage, { minCredits, minOutRatio, minTargetShare, spanMs }, hubFlag))
        intervals.push(one);
    }
  }
  return intervals;
}

/** How money passed through a feeder: matched on the first question, then remembered. */
export function passagesOf(graph: TemporalGraph, { ties, maxDwellHours }: FeederRule): (feeder: Feeder) => LanePassage {
  const known = new Map<Feeder, LanePassage>();
  const settings = passThroughSettings(graph, { ties });
  return (feeder) => {
    const before = known.get(feeder);
    if (before !== undefined) return before;
    const [lane] = matchLanes(graph, feeder.account, { ...settings, currency: feeder.currency });
    const passage = passageOf(graph, lane!, maxDwellHours);
    known.set(feeder, passage);
    return passage;
  };
}

function passageOf(graph: TemporalGraph, lane: FifoLane, maxDwellHours: number): LanePassage {
  return new LanePassage(lane, maxDwellHours, spanOfData(graph).lastMs);
}
