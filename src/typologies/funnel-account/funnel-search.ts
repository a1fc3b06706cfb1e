import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { type FifoLane, laneDurationMs } from '../../trace/index.js';
import { type CreditEpisode, findCreditEpisodes } from '../time/credit-episodes.js';
import { atLeastShare, exactShare } from '../numbers/exact-share.js';
import { type LanePassage } from '../passage/lane-passage.js';
import { type PlaceLevel } from '../place-level.js';
import { countFamilies } from '../relations/sender-families.js';
import { Tally } from '../numbers/tally.js';

/** A funnel episode of one account, before it is written as a finding. */
export interface FunnelEpisode {
  readonly passage: LanePassage;
  readonly episode: CreditEpisode;
  readonly senders: number;
  readonly places: number;
}

/** The parameters of the funnel by name; see the detector for their meaning. */
export interface FunnelRule {
  readonly unknownShare: number;
  readonly windowDays: number;
  readonly minCashCredits: number;
  readonly minSenders: number;
  readonly minPlacesIn: number;
  readonly minOutRatio: number;
  readonly minElsewhereShare: number;
}

/** Whether money was handed in by a person: cash, or person to person. */
export function isHandedIn({ ledger }: TemporalGraph): (row: number) => boolean {
  const cash = channelCode('cash');
  const personToPerson = channelCode('p2p');
  const { channel } = ledger.columns;
  return (row) => channel[row] === cash || channel[row] === personToPerson;
}

/** Accounts worth a closer look, ascending: no hub, with enough handed-in credits and at least one debit. */
export function accountsWithEnough(
  graph: TemporalGraph,
  handedIn: (row: number) => boolean,
  least: number,
  hubs: ReadonlySet<Account>,
): Set<Account> {
  const credits = new Int32Array(graph.accountCount);
  for (let row = 0; row < graph.transferCount; row++) {
    if (handedIn(row) && graph.payer[row] !== graph.beneficiary[row]) credits[graph.beneficiary[row]!]!++;
  }
  const enough = new Set<Account>();
  for (let account = 0; account < graph.accountCount; account++) {
    const paysOut = graph.out.starts[account + 1]! > graph.out.starts[account]!;
    if (credits[account]! >= least && paysOut && !hubs.has(account)) enough.add(account);
  }
  return enough;
}

/** Where and how {@link findFunnels} looks. */
export interface FunnelSearch {
  readonly graph: TemporalGraph;
  readonly passage: LanePassage;
  readonly places: PlaceLevel;
  readonly handedIn: (row: number) => boolean;
  readonly hubFlag: Uint8Array;
}

/** Episodes of one account in one currency that meet every condition of the funnel; by time. */
export function findFunnels(
  { graph, passage, places, handedIn, hubFlag }: FunnelSearch,
  p: FunnelRule,
): FunnelEpisode[] {
  const { lane } = passage;
  const spanMs = laneDurationMs(lane, p.windowDays * 24);
  const outRatio = exactShare(p.minOutRatio);
  const elsewhere = exactShare(p.minElsewhereShare);
  const senders = new Tally();
  const from = new Tally();
  let cash = 0;
  let byHubs = 0;
  const strongest = new Map<number, { senders: number; places: number }>();

  const move = (credit: number, step: 1 | -1): void => {
    const row = lane.creditRows[credit]!;
    const payer = graph.payer[row]!;
    if (handedIn(row)) cash += step;
    if (hubFlag[payer] === 1) byHubs += step;
    else if (step === 1) senders.add(payer);
    else senders.remove(payer);
    const place = places.from[row]!;
    if (place < 0) return;
    if (step === 1) from.add(place);
    else from.remove(place);
  };
  const holds = (first: number, end: number): boolean => {
    if (cash < p.minCashCredits || from.distinct < p.minPlacesIn + 1) return false;
    // Mostly unknown senders: the number of places stands for the number of senders (D7).
    const unknown = byHubs > p.unknownShare * (end - first);
    const known = unknown ? from.distinct : senders.distinct + Number(byHubs > 0);
    if (known < p.minSenders || !passage.medianIsFast(first, end)) return false;
    const startMs = lane.creditTimeMs[first]!;
    const pieces = passage.piecesUntil(first, end, startMs + spanMs + passage.limitMs);
    const passed = passage.passedMinor(pieces);
    if (!atLeastShare(passed, passage.creditedMinor(first, end), outRatio)) return false;
    const away = paidElsewhere(lane, pieces, places, from);
    if (!atLeastShare(away, passed, elsewhere)) return false;
    const families = unknown ? from.distinct : countFamilies(graph, senders.keys(), startMs) + Number(byHubs > 0);
    strongest.set(first, { senders: families, places: from.distinct });
    return families >= p.minSenders;
  };
  const episodes = findCreditEpisodes(lane.creditTimeMs, {
    spanMs,
    enter: (credit) => {
      move(credit, 1);
    },
    leave: (credit) => {
      move(credit, -1);
    },
    holds,
  });
  return episodes.map((episode) => ({ passage, episode, ...strongest.get(episode.from)! }));
}

/** Value of the pieces whose debit was paid out at a known place where no credit of the window was handed in. */
export function paidElsewhere(
  lane: FifoLane,
  pieces: { readonly first: number; readonly end: number },
  places: PlaceLevel,
  from: Tally,
): bigint {
  let away = 0n;
  for (let piece = pieces.first; piece < pieces.end; piece++) {
    const place = places.to[lane.debitRows[lane.pieceDebit[piece]!]!]!;
    if (place >= 0 && !from.has(place)) away += BigInt(lane.pieceMinor[piece] as number | bigint);
  }
  return away;
}
