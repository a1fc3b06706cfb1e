import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { lowerBound } from '../../structures/index.js';
import { debitRowsOf } from '../passage/episode-evidence.js';
import { atLeastShare, type ExactShare } from '../numbers/exact-share.js';
import { ascending } from '../finding-parts.js';
import { addMinor } from './received-sums.js';
import { type LanePassage } from '../passage/lane-passage.js';

const CASH = channelCode('cash');

/** What a feeding account did with the credits of one window. */
export interface FeederWindow {
  readonly passage: LanePassage;
  /** Positions of the window's credits, from .. to - 1, and of the pieces of them that left in time. */
  readonly from: number;
  readonly to: number;
  readonly pieces: { readonly first: number; readonly end: number };
}

/** The window startMs .. startMs + spanMs. */
export function feederWindow(passage: LanePassage, startMs: number, spanMs: number): FeederWindow {
  const { creditTimeMs } = passage.lane;
  const from = lowerBound(creditTimeMs, startMs);
  const to = lowerBound(creditTimeMs, startMs + spanMs + 1);
  return { passage, from, to, pieces: passage.piecesUntil(from, to, startMs + spanMs + passage.limitMs) };
}

/** Who pays the account in the window, ascending; hubs are left out. */
export function payersIn(graph: TemporalGraph, { passage, from, to }: FeederWindow, hubFlag: Uint8Array): Account[] {
  const payers: Account[] = [];
  for (let credit = from; credit < to; credit++) {
    const payer = graph.payer[passage.lane.creditRows[credit]!]!;
    if (hubFlag[payer] === 0) payers.push(payer);
  }
  return ascending(payers);
}

/** Whom the account pays notable sums with that money, ascending; hubs are left out, and cash taken out has no receiver. */
export function receiversIn(
  graph: TemporalGraph,
  { passage, pieces }: FeederWindow,
  minReceiverShare: ExactShare,
  hubFlag: Uint8Array,
): Account[] {
  const { lane } = passage;
  const { channel } = graph.ledger.columns;
  const passed = passage.passedMinor(pieces);
  const received = new Map<Account, number | bigint>();
  for (let piece = pieces.first; piece < pieces.end; piece++) {
    const row = lane.debitRows[lane.pieceDebit[piece]!]!;
    const receiver = graph.beneficiary[row]!;
    if (channel[row] === CASH || hubFlag[receiver] !== 0) continue;
    received.set(receiver, addMinor(received.get(receiver) ?? 0, lane.pieceMinor[piece]!));
  }
  const notable = [...received].filter(([, minor]) => atLeastShare(BigInt(minor), passed, minReceiverShare));
  return ascending(notable.map(([receiver]) => receiver));
}

/** The transfers in question. */
export function rowsIn({ passage: { lane }, from, to, pieces }: FeederWindow): Row[] {
  return [...lane.creditRows.subarray(from, to), ...debitRowsOf(lane, pieces.first, pieces.end)];
}
