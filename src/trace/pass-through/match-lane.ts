import { type Ties } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { leastOpening, matchFifoInto } from './fifo-match.kernel.js';
import { matchFifoWide } from './fifo-match-wide.js';
import { type LaneArena } from './lane-arena.js';
import { isWide, type LaneColumns, type MinorColumn, safeColumns, wideColumns } from './lane-columns.js';
import { type LaneSides } from './lane-sides.js';

/**
 * Credits and debits of one node in one currency, and which credit paid which debit by first in, first out. Columns named
 * credit... have one entry per credit, debit... per debit, piece... per matched piece; all ascend in time.
 */
export interface FifoLane extends LaneColumns {
  /** Positions in the credit and debit columns, ascending both. */
  readonly pieceCredit: Int32Array;
  readonly pieceDebit: Int32Array;
  readonly pieceMinor: MinorColumn;
  /** Part of each credit that no later debit took: kept, as far as the data goes. */
  readonly keptMinor: MinorColumn;
  /** Part of each debit that no credit covers: money from before the data, or not seen in it. */
  readonly unmatchedMinor: MinorColumn;
}

/** How one lane is matched; see PassThroughOptions. */
export interface LaneMatching {
  readonly ties: Ties;
  readonly shortfall: 'born-now' | 'minimal-opening';
  readonly maxDwellMs: number;
  readonly arena: LaneArena | undefined;
}

/** Matches the two sides of a lane, in BigInts where doubles would not be exact. O(credits + debits). */
export function matchLane(graph: TemporalGraph, sides: LaneSides, matching: LaneMatching): FifoLane {
  return (isWide(graph, sides) ? undefined : matchSafe(graph, sides, matching)) ?? matchWide(graph, sides, matching);
}

/**
 * All columns of a lane are views of one buffer: for the many small nodes, allocating is what costs. Undefined if a
 * balance might leave the exact integers.
 */
function matchSafe(
  graph: TemporalGraph,
  sides: LaneSides,
  { ties, shortfall, maxDwellMs, arena }: LaneMatching,
): FifoLane | undefined {
  const { creditRows, debitRows } = sides;
  const credits = creditRows.length;
  const debits = debitRows.length;
  const capacity = credits + debits;
  const bytes = capacity * (4 * 8 + 2 * 4);
  const { buffer, offset } = arena?.take(bytes) ?? { buffer: new ArrayBuffer(bytes), offset: 0 };
  const doubles = (from: number, length: number): Float64Array => new Float64Array(buffer, offset + 8 * from, length);
  const { creditTimeMs, debitTimeMs, creditMinor, debitMinor } = safeColumns(graph, sides, buffer, offset);
  const sameInstant = ties === 'same-instant-allowed';
  let opening = 0;
  if (shortfall === 'minimal-opening') {
    if (Math.max(sumOf(creditMinor), sumOf(debitMinor)) > Number.MAX_SAFE_INTEGER) return undefined;
    opening = leastOpening(creditTimeMs, creditMinor, debitTimeMs, debitMinor, sameInstant);
  }
  const keptMinor = doubles(2 * capacity, credits);
  const unmatchedMinor = doubles(2 * capacity + credits, debits);
  copyInto(keptMinor, creditMinor);
  copyInto(unmatchedMinor, debitMinor);
  const pieceMinor = doubles(3 * capacity, capacity);
  const pieceCredit = new Int32Array(buffer, offset + 32 * capacity, capacity);
  const pieceDebit = new Int32Array(buffer, offset + 36 * capacity, capacity);
  // prettier-ignore
  const pieces = matchFifoInto(opening, creditTimeMs, keptMinor, debitTimeMs, unmatchedMinor, sameInstant, maxDwellMs, pieceCredit, pieceDebit, pieceMinor);
  // Field by field: spreading `sides` and the columns takes several times as long as matching a small lane.
  return {
    account: sides.account,
    currency: sides.currency,
    wholeDays: sides.wholeDays,
    creditRows,
    debitRows,
    creditTimeMs,
    debitTimeMs,
    creditMinor,
    debitMinor,
    pieceCredit: new Int32Array(buffer, pieceCredit.byteOffset, pieces),
    pieceDebit: new Int32Array(buffer, pieceDebit.byteOffset, pieces),
    pieceMinor: new Float64Array(buffer, pieceMinor.byteOffset, pieces),
    keptMinor,
    unmatchedMinor,
  };
}

/** A loop of our own: most lanes are shorter than a call of the engine's copying is long. */
function copyInto(values: Float64Array, column: Float64Array): void {
  for (let i = 0; i < column.length; i++) values[i] = column[i]!;
}

/** Rounded if it leaves the exact integers, which is then seen from its size. */
function sumOf(column: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < column.length; i++) sum += column[i]!;
  return sum;
}

function matchWide(graph: TemporalGraph, sides: LaneSides, { ties, shortfall, maxDwellMs }: LaneMatching): FifoLane {
  const columns = wideColumns(graph, sides);
  const sameInstant = ties === 'same-instant-allowed';
  const match = matchFifoWide(columns, { sameInstant, maxAgeMs: maxDwellMs, shortfall });
  return {
    ...sides,
    ...columns,
    ...match,
    pieceCredit: Int32Array.from(match.pieceCredit),
    pieceDebit: Int32Array.from(match.pieceDebit),
  };
}
