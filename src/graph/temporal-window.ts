import { createPeriod, type Period, type Row } from '../foundation/index.js';
import { lowerBound } from '../structures/index.js';
import { type TemporalGraph } from './temporal-graph.js';

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
 *
 * @throws UsageError `period-reversed` for an end before the start, or a time that is none
 */
export function windowOf(graph: TemporalGraph, { startMs, endMs }: Period): TemporalWindow {
  const { timeMs } = graph.ledger.columns;
  const period = createPeriod(startMs, endMs);
  return {
    graph,
    period,
    firstRow: lowerBound(timeMs, startMs),
    endRow: lowerBound(timeMs, endMs),
  };
}
