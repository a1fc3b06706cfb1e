import { type Account, type Ties } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import {
  laneDurationMs,
  LaneArena,
  matchLanes,
  passThroughSettings,
  type PassThroughSettings,
} from '../trace/index.js';
import { type FeedingInterval, feedingIntervals, type FeedingRule, mayPassOn } from './collector-intervals.js';
import { LanePassage } from './lane-passage.js';

/** When an account counts as feeding others. */
export interface FeederRule extends Pick<FeedingRule, 'minCredits' | 'minOutRatio' | 'minTargetShare'> {
  readonly windowDays: number;
  readonly maxDwellHours: number;
}

/**
 * When and whom accounts feed: all intervals of all accounts that are no hubs, by account, then currency. Nearly all
 * accounts feed nobody, so lanes are first matched in memory that is used again, and made to last only for those that do.
 * O(transfers).
 */
export function findFeeders(
  graph: TemporalGraph,
  ties: Ties,
  hubFlag: Uint8Array,
  rule: FeederRule,
): FeedingInterval[] {
  const enough = { ties, leastCredits: rule.minCredits, leastDebits: 1 };
  const passing = passThroughSettings(graph, { ...enough, arena: new LaneArena() });
  const lasting = passThroughSettings(graph, enough);
  const intervals: FeedingInterval[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    const credits = graph.in.starts[account + 1]! - graph.in.starts[account]!;
    const debits = graph.out.starts[account + 1]! - graph.out.starts[account]!;
    if (credits < rule.minCredits || debits === 0 || hubFlag[account] === 1) continue;
    if (intervalsOf(graph, account, hubFlag, rule, passing).length === 0) continue;
    intervals.push(...intervalsOf(graph, account, hubFlag, rule, lasting));
  }
  return intervals;
}

function intervalsOf(
  graph: TemporalGraph,
  account: Account,
  hubFlag: Uint8Array,
  { windowDays, maxDwellHours, ...rule }: FeederRule,
  settings: PassThroughSettings,
): FeedingInterval[] {
  const { timeMs } = graph.ledger.columns;
  const endOfDataMs = timeMs[timeMs.length - 1]!;
  return matchLanes(graph, account, settings)
    .filter((lane) => lane.pieceCredit.length > 0 && mayPassOn(lane, rule.minCredits, rule.minOutRatio))
    .flatMap((lane) => {
      const passage = new LanePassage(lane, maxDwellHours, endOfDataMs);
      return feedingIntervals(graph, passage, { ...rule, spanMs: laneDurationMs(lane, windowDays * 24) }, hubFlag);
    });
}
