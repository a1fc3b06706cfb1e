import { type Account, type Ties } from '../../foundation/index.js';
import { isWhole, rowsOf, spanOfData, type TemporalGraph } from '../../graph/index.js';
import { LaneArena, matchLanes, passThroughSettings } from '../../trace/index.js';
import { exactShare } from '../numbers/exact-share.js';
import { LanePassage } from '../passage/lane-passage.js';
import { monthStartMs } from '../time/calendar-month.js';
import { type PassThroughNode, passThroughMonths } from './pass-through-months.js';

/** When an account passes through; see the detector. */
export interface NodeRule {
  readonly minMonths: number;
  readonly minOutRatio: number;
  readonly maxBalance: number;
  readonly maxDwellHours: number;
  readonly ties: Ties;
  readonly hubs: ReadonlySet<Account>;
}

/** Accounts, hubs aside, through which money passes in months enough, by account, then currency. O(transfers). */
export function passThroughNodes(graph: TemporalGraph, p: NodeRule): PassThroughNode[] {
  const { firstMs, lastMs } = spanOfData(graph);
  const rule = {
    minMonths: p.minMonths,
    minOutRatio: exactShare(p.minOutRatio),
    maxBalance: exactShare(p.maxBalance),
    creditsFirst: p.ties === 'same-instant-allowed',
    startOfDataMs: firstMs,
    endOfDataMs: lastMs,
  };
  const settings = passThroughSettings(graph, { ties: p.ties, leastCredits: p.minMonths, leastDebits: 1 });
  const passing = { ...settings, arena: new LaneArena() };
  const nodes: PassThroughNode[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    if (p.hubs.has(account) || !isWhole(graph, account) || !spansMonths(graph, account, p.minMonths)) continue;
    for (const lane of matchLanes(graph, account, passing)) {
      if (lane.pieceCredit.length === 0) continue;
      const months = passThroughMonths(new LanePassage(lane, p.maxDwellHours, rule.endOfDataMs), rule);
      if (months.length === 0) continue;
      // Memory of its own for the few that are kept.
      const [kept] = matchLanes(graph, account, { ...settings, currency: lane.currency });
      nodes.push({ account, passage: new LanePassage(kept!, p.maxDwellHours, rule.endOfDataMs), months });
    }
  }
  return nodes;
}

/** Whether first and last credit are far enough apart for this many months, and there are credits and debits at all. */
function spansMonths(graph: TemporalGraph, account: Account, months: number): boolean {
  const credits = rowsOf(graph.in, account);
  if (credits.length < months || rowsOf(graph.out, account).length < months) return false;
  const { timeMs } = graph.ledger.columns;
  const span = timeMs[credits.at(-1)!]! - timeMs[credits[0]!]!;
  return span >= monthStartMs(months - 2) - monthStartMs(0) - 3 * 86_400_000;
}
