import { type Account, DAY_MS, formatMinor, type Row, type Ties } from '../../foundation/index.js';
import { type Measure } from '../../evidence/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { matchLanes, passThroughSettings } from '../../trace/index.js';
import { type CreditEpisode, findCreditEpisodes } from '../time/credit-episodes.js';
import { moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { fundedBy } from '../passage/funded-by.js';
import { Tally } from '../numbers/tally.js';
import { ruleCatches } from '../thresholds/threshold-rule.js';
import { type RuledWithdrawals } from './ruled-withdrawals.js';

/** See the detector. */
export interface WithdrawalRule {
  readonly minBranchesADay: number;
  readonly minBranches: number;
  readonly windowDays: number;
  readonly minSenders: number;
  readonly ties: Ties;
  /** 1 = left out. */
  readonly hubFlag: Uint8Array;
  readonly placeTo: Int32Array;
  readonly ruled: readonly RuledWithdrawals[];
}

const CASH = channelCode('cash');

/** A run of windows of one account that hold, with the measures of the earliest. */
interface Episode {
  readonly rows: readonly Row[];
  readonly measured: readonly Measure[];
}

/** Every account and run of windows in which gathered cash leaves in pieces, by account. O(transfers). */
export function findWithdrawals(graph: TemporalGraph, rule: WithdrawalRule): Occurrence[] {
  const { channel } = graph.ledger.columns;
  const settings = passThroughSettings(graph, { ties: rule.ties, leastCredits: 1, leastDebits: 1 });
  const found: Occurrence[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    if (rule.hubFlag[account] === 1 || graph.in.starts[account + 1]! - graph.in.starts[account]! < rule.minSenders) {
      continue;
    }
    const rows = [...rowsOf(graph.out, account)].filter(
      (row) => channel[row] === CASH && graph.beneficiary[row] !== account,
    );
    if (rows.length < rule.minBranches) continue;
    const episodes = [
      ...inOneDay(graph, rows, rule),
      ...rule.ruled.flatMap((ruled) => inPieces(graph, account, ruled, rule)),
    ];
    if (episodes.length === 0) continue;
    const lanes = matchLanes(graph, account, settings);
    for (const { rows: debits, measured } of episodes) {
      const { credits, families } = fundedBy(graph, lanes, { debits, hubFlag: rule.hubFlag });
      if (families < rule.minSenders) continue;
      found.push({
        weight: debits.length,
        subjects: [account],
        payers: credits.map((row) => graph.payer[row]!),
        receivers: debits.map((row) => graph.beneficiary[row]!),
        rows: [...credits, ...debits],
        measured: [
          ...measured,
          { name: 'withdrawals', value: debits.length, unit: 'count' },
          { name: 'senders', value: families, unit: 'count', threshold: rule.minSenders },
          ...moneyMeasures(graph.ledger, 'withdrawnAmount', debits),
        ],
      });
    }
  }
  return found;
}

/** First form: several places within 24 hours. */
function inOneDay(graph: TemporalGraph, rows: readonly Row[], rule: WithdrawalRule): Episode[] {
  const counts = new Map<number, number>();
  const places = new Tally();
  const episodes = episodesOf(graph, rows, DAY_MS, {
    enter: (row) => rule.placeTo[row]! >= 0 && places.add(rule.placeTo[row]!),
    leave: (row) => rule.placeTo[row]! >= 0 && places.remove(rule.placeTo[row]!),
    holds: (from) => {
      if (places.distinct < rule.minBranchesADay) return false;
      counts.set(from, places.distinct);
      return true;
    },
  });
  return episodes.map(({ from, lastTo }) => ({
    rows: rows.slice(from, lastTo),
    measured: [{ name: 'placesWithinADay', value: counts.get(from)!, unit: 'count', threshold: rule.minBranchesADay }],
  }));
}

/** Second form: each piece escapes a threshold that their sum does not, at several places. */
function inPieces(
  graph: TemporalGraph,
  account: Account,
  { rule: threshold, limitMinor, scale, rows: byAccount }: RuledWithdrawals,
  rule: WithdrawalRule,
): Episode[] {
  const rows = byAccount.get(account) ?? [];
  if (rows.length < rule.minBranches) return [];
  const minorOf = (row: Row): bigint => graph.ledger.amountMinor(row) ?? 0n;
  const places = new Tally();
  const seen = new Map<number, { readonly places: number; readonly sum: bigint }>();
  let sum = 0n;
  let caught = 0;
  const change = (row: Row, sign: 1 | -1): void => {
    sum += BigInt(sign) * minorOf(row);
    if (ruleCatches(threshold, minorOf(row), limitMinor)) caught += sign;
    const place = rule.placeTo[row]!;
    if (place < 0) return;
    if (sign === 1) places.add(place);
    else places.remove(place);
  };
  const episodes = episodesOf(graph, rows, rule.windowDays * DAY_MS, {
    enter: (row) => {
      change(row, 1);
    },
    leave: (row) => {
      change(row, -1);
    },
    holds: (from) => {
      const holds = caught === 0 && places.distinct >= rule.minBranches && ruleCatches(threshold, sum, limitMinor);
      if (holds) seen.set(from, { places: places.distinct, sum });
      return holds;
    },
  });
  const money = (name: string, minor: bigint): Measure => ({
    name,
    value: formatMinor(minor, scale),
    unit: 'money',
    currency: threshold.currency,
  });
  return episodes.map(({ from, lastTo }) => ({
    rows: rows.slice(from, lastTo),
    measured: [
      money(`threshold ${threshold.id}`, limitMinor),
      money('windowTotal', seen.get(from)!.sum),
      { name: 'places', value: seen.get(from)!.places, unit: 'count', threshold: rule.minBranches },
    ],
  }));
}

function episodesOf(
  { ledger }: TemporalGraph,
  rows: readonly Row[],
  spanMs: number,
  test: { enter(row: Row): unknown; leave(row: Row): unknown; holds(from: number): boolean },
): CreditEpisode[] {
  const times = Float64Array.from(rows, (row) => ledger.columns.timeMs[row]!);
  return findCreditEpisodes(times, {
    spanMs,
    enter: (i) => {
      test.enter(rows[i]!);
    },
    leave: (i) => {
      test.leave(rows[i]!);
    },
    holds: (from) => test.holds(from),
  });
}
