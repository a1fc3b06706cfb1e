import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { debitRowsOf } from '../passage/episode-evidence.js';
import { atLeastShare, type ExactShare } from '../numbers/exact-share.js';
import { ascending } from '../finding-parts.js';
import { type LanePassage } from '../passage/lane-passage.js';

/** One feeding account in one window: who pays it, whom it pays notable sums, and the transfers in question. */
export interface FeederView {
  readonly payers: readonly Account[];
  readonly receivers: readonly Account[];
  readonly rows: readonly Row[];
}

/**
 * What the account did with the credits of the window startMs .. startMs + spanMs. Hubs are left out of both lists, and cash taken out has no
 * receiver.
 */
export function viewFeeder(
  graph: TemporalGraph,
  passage: LanePassage,
  startMs: number,
  spanMs: number,
  minReceiverShare: ExactShare,
  hubFlag: Uint8Array,
): FeederView {
  const { lane } = passage;
  const from = firstAtLeast(lane.creditTimeMs, startMs);
  const to = firstAtLeast(lane.creditTimeMs, startMs + spanMs + 1);
  const pieces = passage.piecesUntil(from, to, startMs + spanMs + passage.limitMs);
  const passed = passage.passedMinor(pieces);
  const received = new Map<Account, bigint>();
  for (let piece = pieces.first; piece < pieces.end; piece++) {
    const row = lane.debitRows[lane.pieceDebit[piece]!]!;
    if (graph.ledger.channel(row) === 'cash') continue;
    const receiver = graph.beneficiary[row]!;
    received.set(receiver, (received.get(receiver) ?? 0n) + BigInt(lane.pieceMinor[piece] as number | bigint));
  }
  const notable = [...received].filter(
    ([receiver, minor]) => hubFlag[receiver] === 0 && atLeastShare(minor, passed, minReceiverShare),
  );
  const credits = [...lane.creditRows.subarray(from, to)];
  return {
    payers: ascending(credits.map((row) => graph.payer[row]!)).filter((payer) => hubFlag[payer] === 0),
    receivers: ascending(notable.map(([receiver]) => receiver)),
    rows: [...credits, ...debitRowsOf(lane, pieces.first, pieces.end)],
  };
}

/** Position of the first time that is not before `timeMs`. */
function firstAtLeast(times: Float64Array, timeMs: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle]! < timeMs) low = middle + 1;
    else high = middle;
  }
  return low;
}
