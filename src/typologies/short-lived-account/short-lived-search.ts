import { type Account, DAY_MS, type Ties } from '../../foundation/index.js';
import { rowsOf, spanOfData, type TemporalGraph } from '../../graph/index.js';
import { type FifoLane, LaneArena, matchLanes, passThroughSettings, sumMinor } from '../../trace/index.js';
import { laneMoney } from '../passage/episode-evidence.js';
import { atLeastShare, exactShare, shownShare } from '../numbers/exact-share.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { countFamilies } from '../relations/sender-families.js';

/** See the detector. */
export interface ShortLifeRule {
  readonly minCredits: number;
  readonly minSenders: number;
  readonly activeDays: number;
  readonly minEarlyShare: number;
  readonly maxBalance: number;
  readonly quietDays: number;
  readonly minDaysBefore: number;
  readonly ties: Ties;
  /** 1 = left out. */
  readonly hubFlag: Uint8Array;
}

/** When an account is first and last seen, and how long before the end of the data that is. */
interface Life {
  readonly firstMs: number;
  readonly activeDays: number;
  readonly quietDays: number;
}

/** Accounts that lived so, by account, then currency. O(transfers). */
export function findShortLived(graph: TemporalGraph, rule: ShortLifeRule): Occurrence[] {
  const settings = passThroughSettings(graph, {
    ties: rule.ties,
    leastCredits: rule.minCredits,
    leastDebits: 1,
    arena: new LaneArena(),
  });
  const found: Occurrence[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    if (rule.hubFlag[account] === 1) continue;
    const life = lifeOf(graph, account, rule);
    if (life === undefined) continue;
    for (const lane of matchLanes(graph, account, settings)) {
      const occurrence = judge(graph, lane, life, rule);
      if (occurrence !== undefined) found.push(occurrence);
    }
  }
  return found;
}

/** Undefined for an account that was there at the start, is not quiet at the end, or has too few credits. */
function lifeOf(graph: TemporalGraph, account: Account, rule: ShortLifeRule): Life | undefined {
  const credits = rowsOf(graph.in, account);
  const debits = rowsOf(graph.out, account);
  if (credits.length < rule.minCredits || debits.length === 0) return undefined;
  const { timeMs } = graph.ledger.columns;
  const firstMs = Math.min(timeMs[credits[0]!]!, timeMs[debits[0]!]!);
  const lastMs = Math.max(timeMs[credits.at(-1)!]!, timeMs[debits.at(-1)!]!);
  const data = spanOfData(graph);
  const quietMs = data.lastMs - lastMs;
  if (firstMs - data.firstMs < rule.minDaysBefore * DAY_MS || quietMs < rule.quietDays * DAY_MS) return undefined;
  return { firstMs, activeDays: (lastMs - firstMs) / DAY_MS, quietDays: quietMs / DAY_MS };
}

function judge(graph: TemporalGraph, lane: FifoLane, life: Life, rule: ShortLifeRule): Occurrence | undefined {
  const { creditTimeMs, creditMinor, creditRows, keptMinor } = lane;
  let early = 0;
  while (early < creditRows.length && creditTimeMs[early]! - life.firstMs <= rule.activeDays * DAY_MS) early++;
  const credited = sumMinor(creditMinor);
  const inTime = sumMinor(creditMinor, 0, early);
  const kept = sumMinor(keptMinor);
  if (!atLeastShare(inTime, credited, exactShare(rule.minEarlyShare))) return undefined;
  if (atLeastShare(kept, credited, exactShare(rule.maxBalance))) return undefined;
  const payers = [...new Set([...creditRows].map((row) => graph.payer[row]!))].sort((a, b) => a - b);
  const senders = payers.filter((payer) => rule.hubFlag[payer] === 0);
  if (senders.length < rule.minSenders) return undefined;
  const families = countFamilies(graph, senders, creditTimeMs[0]!);
  if (families < rule.minSenders) return undefined;
  return {
    weight: creditRows.length,
    subjects: [lane.account],
    payers,
    receivers: [...lane.debitRows].map((row) => graph.beneficiary[row]!),
    rows: [...creditRows, ...lane.debitRows],
    strength: 0.6,
    measured: [
      { name: 'credits', value: creditRows.length, unit: 'count', threshold: rule.minCredits },
      { name: 'senders', value: families, unit: 'count', threshold: rule.minSenders },
      { name: 'activeDaysSinceFirstSeen', value: life.activeDays, unit: 'days' },
      { name: 'earlyShare', value: shownShare(inTime, credited), unit: 'share', threshold: rule.minEarlyShare },
      { name: 'balanceLeft', value: shownShare(kept, credited), unit: 'share', threshold: rule.maxBalance },
      { name: 'quietDays', value: life.quietDays, unit: 'days', threshold: rule.quietDays },
      laneMoney(graph, lane, 'creditedAmount', credited),
    ],
  };
}
