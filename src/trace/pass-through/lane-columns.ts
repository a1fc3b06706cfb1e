import { type TemporalGraph } from '../../graph/index.js';
import { type LaneArena } from './lane-arena.js';
import { gatherInto, type LaneSides, timesInto } from './lane-sides.js';

/**
 * Exact minor units: a Float64Array of integers below 2^53, or BigInts in `wide` currencies and where the sums of a lane
 * leave the exact integers.
 */
export type MinorColumn = Float64Array | readonly bigint[];

/** When and how much came in and went out of one node in one currency; credits and debits both ascend in time. */
export interface LaneColumns extends LaneSides {
  /** Whole UTC days if a transfer of the node is only known to the day, else as in the ledger. */
  readonly creditTimeMs: Float64Array;
  readonly debitTimeMs: Float64Array;
  readonly creditMinor: MinorColumn;
  readonly debitMinor: MinorColumn;
}

/** The two sides of a lane as columns, for those that match them by a rule of their own. O(credits + debits). */
export function laneColumns(graph: TemporalGraph, sides: LaneSides, arena: LaneArena): LaneColumns {
  if (isWide(graph, sides)) return { ...sides, ...wideColumns(graph, sides) };
  const { buffer, offset } = arena.take(2 * 8 * (sides.creditRows.length + sides.debitRows.length));
  const { account, currency, creditRows, debitRows, wholeDays } = sides;
  const { creditTimeMs, debitTimeMs, creditMinor, debitMinor } = safeColumns(graph, sides, buffer, offset);
  // Field by field, as in a matched lane.
  return { account, currency, creditRows, debitRows, wholeDays, creditTimeMs, debitTimeMs, creditMinor, debitMinor };
}

/** Whether amounts of the currency may leave the exact integers one by one. */
export function isWide({ ledger }: TemporalGraph, { currency }: LaneSides): boolean {
  return ledger.currencies[currency]?.lane === 'wide';
}

/** Times and amounts of a lane as doubles, one column behind the other. */
interface SafeColumns {
  readonly creditTimeMs: Float64Array;
  readonly debitTimeMs: Float64Array;
  readonly creditMinor: Float64Array;
  readonly debitMinor: Float64Array;
}

/** The four columns, from `offset` of a buffer on. */
export function safeColumns(
  graph: TemporalGraph,
  { creditRows, debitRows, wholeDays }: LaneSides,
  buffer: ArrayBuffer,
  offset: number,
): SafeColumns {
  const { columns } = graph.ledger;
  const [credits, debits] = [creditRows.length, debitRows.length];
  const doubles = (from: number, length: number): Float64Array => new Float64Array(buffer, offset + 8 * from, length);
  const received = columns.receivedMinor ?? columns.amountMinor;
  const amounts = credits + debits;
  return {
    creditTimeMs: timesInto(doubles(0, credits), graph, creditRows, wholeDays),
    debitTimeMs: timesInto(doubles(credits, debits), graph, debitRows, wholeDays),
    creditMinor: gatherInto(doubles(amounts, credits), received, creditRows),
    debitMinor: gatherInto(doubles(amounts + credits, debits), columns.amountMinor, debitRows),
  };
}

/** Times and amounts of a lane, the amounts as exact integers. */
interface WideColumns {
  readonly creditTimeMs: Float64Array;
  readonly debitTimeMs: Float64Array;
  readonly creditMinor: bigint[];
  readonly debitMinor: bigint[];
}

export function wideColumns(graph: TemporalGraph, { creditRows, debitRows, wholeDays }: LaneSides): WideColumns {
  const { ledger } = graph;
  return {
    creditTimeMs: timesInto(new Float64Array(creditRows.length), graph, creditRows, wholeDays),
    debitTimeMs: timesInto(new Float64Array(debitRows.length), graph, debitRows, wholeDays),
    creditMinor: Array.from(creditRows, (row) => ledger.received(row)?.minor ?? 0n),
    debitMinor: Array.from(debitRows, (row) => ledger.amountMinor(row) ?? 0n),
  };
}
