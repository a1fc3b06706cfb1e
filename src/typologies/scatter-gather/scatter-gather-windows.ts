import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { collectWedgesInto, type WedgeGraph } from './wedges.kernel.js';
import { greatest, least } from '../../structures/index.js';

/** What {@link findScatterGather} looks for. */
export interface ScatterGatherSearch {
  readonly leastBetween: number;
  /** Greatest span from first to last transfer, inclusive, in the unit of the ledger's times. */
  readonly span: number;
  /** Greatest time that money may stay at an account in between, inclusive. Not looked at if unordered. */
  readonly dwell: number;
  /** Whether an account in between must be paid before it pays. */
  readonly ordered: boolean;
  /** Ordered: whether both may happen in one instant. */
  readonly sameInstant: boolean;
  /** Whether the receiver may be the payer. */
  readonly allowReturn: boolean;
  /** Accounts set aside: 1 = in no role. */
  readonly setAside: Uint8Array;
  /** Whether two transfers may be two legs of one payment. */
  readonly accept: (firstLeg: Row, secondLeg: Row) => boolean;
  /** Whether the second passes on money of the first; dearer, and asked only where enough accounts are in between. */
  readonly isPassedOn: (firstLeg: Row, secondLeg: Row) => boolean;
  /** Told of each payer and receiver with so many accounts in between that legs may be compared further. Default nobody. */
  readonly note?: (payer: Account, receiver: Account, between: readonly Account[]) => void;
  /** Steps per payer; a payer that needs more is left out and counted. */
  readonly maxStepsPerPayer: number;
}

/** One payer, one receiver, and the accounts in between in the window that has most of them. */
export interface ScatterGatherHit {
  readonly payer: Account;
  readonly receiver: Account;
  /** Ascending. */
  readonly between: readonly Account[];
  /** Transfers from the payer to accounts in between, and from those to the receiver, ascending. */
  readonly scattered: readonly Row[];
  readonly gathered: readonly Row[];
  readonly firstMs: number;
  readonly lastMs: number;
}

/** A wedge with its transfers; `from` and `until` are the earlier and the later of their times. */
interface Wedge {
  readonly receiver: Account;
  readonly middle: Account;
  readonly from: number;
  readonly until: number;
  readonly firstLeg: Row;
  readonly secondLeg: Row;
}

/**
 * All pairs of a payer and a receiver with enough distinct accounts in between inside one window; per pair the window
 * that has most of them, the earliest of equals. Payers ascending. O(wedges): their transfers near each payment.
 *
 * @returns the hits, and the number of payers left out because of `maxStepsPerPayer`
 */
export function findScatterGather(
  graph: TemporalGraph,
  search: ScatterGatherSearch,
): { hits: ScatterGatherHit[]; payersLeftOut: number } {
  const { leastBetween, ordered, setAside, maxStepsPerPayer } = search;
  const wedgeGraph = toWedgeGraph(graph, setAside);
  const latest = ordered ? Math.min(search.dwell, search.span) : search.span;
  const earliest = ordered ? (search.sameInstant ? 0 : 1) : -search.span;
  const room = Math.min(maxStepsPerPayer, 1_000_000);
  const firstLeg = new Int32Array(room);
  const secondLeg = new Int32Array(room);
  const ends = new Int32Array(room);
  const wedgesTo = new Int32Array(graph.accountCount);
  const hits: ScatterGatherHit[] = [];
  let payersLeftOut = 0;
  for (let u = 0; u < graph.accountCount; u++) {
    if (setAside[u] === 1 || graph.out.starts[u + 1]! - graph.out.starts[u]! < leastBetween) continue;
    // prettier-ignore
    const count = collectWedgesInto(wedgeGraph, u, earliest, latest, search.allowReturn, maxStepsPerPayer, firstLeg, secondLeg, ends);
    if (count < 0) payersLeftOut++;
    if (count < leastBetween) continue;
    // Counting comes first: few receivers are reached over several accounts, and legs are compared only for those.
    for (let i = 0; i < count; i++) wedgesTo[ends[i]!]!++;
    const wedges: Wedge[] = [];
    for (let i = 0; i < count; i++) {
      const receiver = ends[i]!;
      if (wedgesTo[receiver]! < leastBetween || !search.accept(firstLeg[i]!, secondLeg[i]!)) continue;
      wedges.push(toWedge(graph, receiver, firstLeg[i]!, secondLeg[i]!));
    }
    for (let i = 0; i < count; i++) wedgesTo[ends[i]!] = 0;
    wedges.sort(compareWedges);
    for (const group of runs(wedges, (a, b) => a.receiver === b.receiver)) addHit(hits, u, group, search);
  }
  return { hits, payersLeftOut };
}

/** Receivers and times beside the rows, so that the search reads memory in order. */
function toWedgeGraph(graph: TemporalGraph, blocked: Uint8Array): WedgeGraph {
  const { starts, rows } = graph.out;
  const { timeMs } = graph.ledger.columns;
  const outTo = new Int32Array(rows.length);
  const outTime = new Float64Array(rows.length);
  for (let p = 0; p < rows.length; p++) {
    outTo[p] = graph.beneficiary[rows[p]!]!;
    outTime[p] = timeMs[rows[p]!]!;
  }
  return { outStarts: starts, outRows: rows, outTo, outTime, blocked };
}

function toWedge(graph: TemporalGraph, receiver: Account, firstLeg: Row, secondLeg: Row): Wedge {
  const first = graph.ledger.columns.timeMs[firstLeg]!;
  const second = graph.ledger.columns.timeMs[secondLeg]!;
  const middle = graph.beneficiary[firstLeg]!;
  return { receiver, middle, from: Math.min(first, second), until: Math.max(first, second), firstLeg, secondLeg };
}

function compareWedges(a: Wedge, b: Wedge): number {
  return a.receiver - b.receiver || a.middle - b.middle || a.from - b.from || a.until - b.until;
}

/** Neighbours that belong together, as slices. */
function* runs<Item>(items: readonly Item[], same: (a: Item, b: Item) => boolean): Generator<readonly Item[]> {
  let start = 0;
  for (let i = 1; i <= items.length; i++) {
    if (i < items.length && same(items[start]!, items[i]!)) continue;
    if (i > start) yield items.slice(start, i);
    start = i;
  }
}

function addHit(
  hits: ScatterGatherHit[],
  payer: Account,
  candidates: readonly Wedge[],
  { leastBetween, span, isPassedOn, note }: ScatterGatherSearch,
): void {
  if (countBetween(candidates) < leastBetween) return;
  note?.(payer, candidates[0]!.receiver, distinct(candidates.map(({ middle }) => middle)));
  const wedges = candidates.filter(({ firstLeg, secondLeg }) => isPassedOn(firstLeg, secondLeg));
  if (countBetween(wedges) < leastBetween) return;
  const begins: number[] = [];
  const ends: number[] = [];
  for (const ofMiddle of runs(wedges, (a, b) => a.middle === b.middle)) addStarts(ofMiddle, span, begins, ends);
  const { start, most } = bestStart(begins, ends);
  if (most < leastBetween) return;
  const inside = wedges.filter(({ from, until }) => from >= start && until - span <= start);
  hits.push({
    payer,
    receiver: inside[0]!.receiver,
    between: distinct(inside.map(({ middle }) => middle)),
    scattered: distinct(inside.map(({ firstLeg }) => firstLeg)),
    gathered: distinct(inside.map(({ secondLeg }) => secondLeg)),
    firstMs: least(inside.map(({ from }) => from)),
    lastMs: greatest(inside.map(({ until }) => until)),
  });
}

/** Distinct accounts in between of wedges that are sorted by them. */
function countBetween(wedges: readonly Wedge[]): number {
  let between = 0;
  for (let i = 0; i < wedges.length; i++) if (i === 0 || wedges[i]!.middle !== wedges[i - 1]!.middle) between++;
  return between;
}

/**
 * The window starts at which one account in between counts, as disjoint intervals [begin, end]. Wedges that contain a tighter one serve
 * no start of their own; the others take the starts after the previous one's, as far back as the span reaches.
 */
function addStarts(wedges: readonly Wedge[], span: number, begins: number[], ends: number[]): void {
  const tight: Wedge[] = [];
  let soonest = Infinity;
  for (let i = wedges.length - 1; i >= 0; i--) {
    const wedge = wedges[i]!;
    if (wedge.until >= soonest) continue;
    soonest = wedge.until;
    tight.push(wedge);
  }
  let after = -Infinity;
  for (let i = tight.length - 1; i >= 0; i--) {
    const { from, until } = tight[i]!;
    const begin = Math.max(after + 1, until - span);
    after = from;
    if (begin > from) continue;
    begins.push(begin);
    ends.push(from);
  }
}

/** The point that most intervals hold, the first of equals. */
function bestStart(begins: number[], ends: number[]): { start: number; most: number } {
  begins.sort((a, b) => a - b);
  ends.sort((a, b) => a - b);
  let most = 0;
  let start = 0;
  let closed = 0;
  for (let opened = 0; opened < begins.length; opened++) {
    const at = begins[opened]!;
    if (opened + 1 < begins.length && begins[opened + 1] === at) continue;
    while (closed < ends.length && ends[closed]! < at) closed++;
    if (opened + 1 - closed <= most) continue;
    most = opened + 1 - closed;
    start = at;
  }
  return { start, most };
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}
