import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { FAN_WINDOW_FIELDS, fanWindowsInto } from './fan-windows.kernel.js';

/** What {@link findFanWindows} looks for. */
export interface FanSearch {
  /** `in`: many pay one. `out`: one pays many. */
  readonly side: 'in' | 'out';
  /** Least number of distinct counterparties. */
  readonly least: number;
  /** Greatest span of a window, inclusive, in the unit of the ledger's times. */
  readonly span: number;
  /** Transfers that count: 1 = may be part of a fan. */
  readonly counted: Uint8Array;
  /** Least share of all the account's distinct counterparties in counted transfers that the window must hold. */
  readonly leastShare: number;
}

/** A stretch of one account's transfers in one direction, with many distinct counterparties. */
export interface FanWindow {
  readonly centre: Account;
  /** Distinct counterparties in the window. */
  readonly distinct: number;
  /** Distinct counterparties in all counted transfers of the account in this direction. */
  readonly distinctEver: number;
  /** Counted transfers of the window, ascending. */
  readonly rows: Int32Array;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Maximal windows of the run of overlapping windows that this one stands for, and the run's own stretch. */
  readonly windowsInRun: number;
  readonly runFirstMs: number;
  readonly runLastMs: number;
}

/**
 * All fans of a graph: for each account and each run of overlapping maximal windows with enough distinct counterparties
 * the window that has most of them, the earliest of equals, if
 * it holds enough of all its counterparties. Accounts ascending, windows by time. Says that payments lie
 * close together, not that they belong together. O(accounts + transfers).
 */
export function findFanWindows(
  graph: TemporalGraph,
  { side, least, span, counted, leastShare }: FanSearch,
): FanWindow[] {
  const { starts, rows } = graph[side];
  const counterparty = side === 'in' ? graph.payer : graph.beneficiary;
  const { timeMs } = graph.ledger.columns;
  const widest = widestSlice(starts);
  const own = new Int32Array(widest);
  const times = new Float64Array(widest);
  const partners = new Int32Array(widest);
  const out = new Int32Array(widest * FAN_WINDOW_FIELDS);
  const seen = new Int32Array(graph.accountCount);
  const lastCentre = new Int32Array(graph.accountCount).fill(-1);
  const found: FanWindow[] = [];
  for (let centre = 0; centre < graph.accountCount; centre++) {
    if (starts[centre + 1]! - starts[centre]! < least) continue;
    let length = 0;
    let distinctEver = 0;
    for (let p = starts[centre]!; p < starts[centre + 1]!; p++) {
      const row = rows[p]!;
      const partner = counterparty[row]!;
      if (partner === centre || counted[row] === 0) continue;
      own[length] = row;
      times[length] = timeMs[row]!;
      partners[length++] = partner;
      if (lastCentre[partner] !== centre) distinctEver++;
      lastCentre[partner] = centre;
    }
    const windows = fanWindowsInto(length, times, partners, span, least, seen, out);
    for (let w = 0; w < windows; w++) {
      const at = w * FAN_WINDOW_FIELDS;
      const first = out[at]!;
      const last = out[at + 1]!;
      if (out[at + 2]! < leastShare * distinctEver) continue;
      found.push({
        distinctEver,
        centre,
        distinct: out[at + 2]!,
        rows: own.slice(first, last + 1),
        firstMs: times[first]!,
        lastMs: times[last]!,
        runFirstMs: times[out[at + 3]!]!,
        runLastMs: times[out[at + 4]!]!,
        windowsInRun: out[at + 5]!,
      });
    }
  }
  return found;
}

/** Number of entries of the longest slice of a compressed index. */
export function widestSlice(starts: Int32Array): number {
  let widest = 0;
  for (let i = 1; i < starts.length; i++) widest = Math.max(widest, starts[i]! - starts[i - 1]!);
  return widest;
}

/** Stronger fan first: more counterparties, shorter, earlier; the account's number decides last. */
export function compareFans(left: FanWindow, right: FanWindow): number {
  return (
    right.distinct - left.distinct ||
    left.lastMs - left.firstMs - (right.lastMs - right.firstMs) ||
    left.firstMs - right.firstMs ||
    right.rows.length - left.rows.length ||
    left.centre - right.centre
  );
}
