import { spanOfData, type TemporalGraph } from '../../graph/index.js';
import { type Ledger } from '../../ledger/index.js';
import { gaps, variation } from '../alternatives/spread.js';
import { KEPT_DEFAULTS, type KeptParameters } from './kept-parameters.js';
import { windowLength } from '../time/window-length.js';

/** A payment from one account to another. */
export interface KeptPayment {
  /** In the unit of the ledger's times. */
  readonly time: number;
  /** Minor units; the nearest double in wide currencies, which is good enough for habits. */
  readonly minor: number;
}

/** What a relation is held against, in the unit of the ledger's times. */
export interface KeptSpan {
  /** From the first to the last transfer of the data. */
  readonly period: number;
  readonly day: number;
}

/** The span of a ledger; a step of a simulation counts as an hour. */
export function keptSpanOf({ columns: { timeMs }, precision }: Ledger): KeptSpan {
  return { period: (timeMs.at(-1) ?? 0) - (timeMs[0] ?? 0), day: windowLength(24, precision) };
}

/** The same of a graph: that of all data, where it is a slice. */
export function keptSpanIn(graph: TemporalGraph): KeptSpan {
  const { firstMs, lastMs } = spanOfData(graph);
  const { period, day } = keptSpanOf(graph.ledger);
  return { period: graph.extent === undefined ? period : lastMs - firstMs, day };
}

/**
 * Whether payments of one account to another look like keeping it: a wage, a pension, a rent, help for a relative. With
 * payments less than a day apart taken as one occasion, there are at least three (`keptOccasions`), and
 * - *standing*: from the first to the last it is at least half of the period of the data; or
 * - *regular*: amounts vary by less than a third and gaps by less than a half (standard deviation over mean).
 * These numbers are parameters.
 *
 * A single payment of a wage cannot be told from any other: data of a few weeks show nobody kept.
 *
 * @param payments in one currency, by time
 */
export function isKeptRelation(
  payments: readonly KeptPayment[],
  { period, day }: KeptSpan,
  { keptOccasions, keptPeriodShare, keptAmountVariation, keptGapVariation }: KeptParameters = KEPT_DEFAULTS,
): boolean {
  if (payments.length < keptOccasions) return false;
  const amounts: number[] = [];
  const times: number[] = [];
  let latest = -Infinity;
  for (const { time, minor } of payments) {
    if (time - latest < day) amounts[amounts.length - 1]! += minor;
    else {
      amounts.push(minor);
      times.push(time);
    }
    latest = time;
  }
  if (times.length < keptOccasions) return false;
  if (latest - times[0]! >= keptPeriodShare * period) return true;
  return variation(amounts) < keptAmountVariation && variation(gaps(times)) < keptGapVariation;
}
