import { type Account, type Period, type Row } from '../foundation/index.js';
import { lowerBound } from '../structures/index.js';
import { type TemporalGraph, type TemporalIndex } from './temporal-graph.js';

/**
 * The part of a temporal graph that lies in a half-open period, as a view: nothing is copied. Rows are in time order, so
 * a period is one stretch of them.
 */
export interface TemporalWindow {
  readonly graph: TemporalGraph;
  readonly period: Period;
  /** Rows first <= row < end lie in the period; first = end if none does. */
  readonly firstRow: Row;
  readonly endRow: Row;
}

/**
 * The transfers of a period, `startMs <= t < endMs`, in the ledger's own time unit (milliseconds; steps or positions
 * where it has no clock). An empty period or one without transfers gives an empty window. O(log transfers).
 */
export function windowOf(graph: TemporalGraph, period: Period): TemporalWindow {
  const { timeMs } = graph.ledger.columns;
  return {
    graph,
    period,
    firstRow: lowerBound(timeMs, period.startMs),
    endRow: lowerBound(timeMs, period.endMs),
  };
}

/** Rows of one account in one direction inside the window; a view into the index. O(log degree). */
export function rowsInWindow(window: TemporalWindow, index: TemporalIndex, account: Account): Int32Array {
  const from = index.starts[account]!;
  const to = index.starts[account + 1]!;
  return index.rows.subarray(
    lowerBound(index.rows, window.firstRow, from, to),
    lowerBound(index.rows, window.endRow, from, to),
  );
}
