import { type Ties } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { groupByKey } from '../../structures/index.js';

/**
 * The transfers that may be part of a cycle, laid out for walking. They are called edges and numbered 0 .. edgeCount - 1
 * in canonical order, so that edge numbers are the clock: who may follow whom, and where a window ends, are edge numbers
 * too, and no search looks at a time. All columns are Int32Arrays, per edge unless said otherwise.
 */
export interface CycleGraph {
  readonly nodeCount: number;
  readonly edgeCount: number;
  /** Paying and receiving node; never equal. */
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** The edge's row in the ledger, ascending. */
  readonly row: Int32Array;
  /** Edges from this one on may follow the edge: those of the next instant, or of its own if ties are allowed. */
  readonly after: Int32Array;
  /** Edges below this one may come before the edge. */
  readonly before: Int32Array;
  /** The last edge inside the window that the edge opens. */
  readonly last: Int32Array;
  /** Position in `out` from which the edges of the head may follow the edge. */
  readonly follow: Int32Array;
  /** First edge that may follow it out of its head, and into its tail; edgeCount if there is none. */
  readonly nextOut: Int32Array;
  readonly nextIn: Int32Array;
  /** Node v pays edges out[outStarts[v] .. outStarts[v + 1]), ascending. */
  readonly outStarts: Int32Array;
  readonly out: Int32Array;
  /** Node v receives edges into[inStarts[v] .. inStarts[v + 1]), ascending. */
  readonly inStarts: Int32Array;
  readonly into: Int32Array;
}

/** What {@link layOutCycles} needs to know; all of it has been checked. */
export interface CycleLayout {
  /** Greatest time from first to last transfer, inclusive. */
  readonly window: number;
  readonly ties: Ties;
  /** 1 = the row may be used; undefined = every row. */
  readonly admitted: Uint8Array | undefined;
  /** 1 = the node may not be part of a cycle; undefined = every node may. */
  readonly blocked: Uint8Array | undefined;
  /** Of transfers with the same payer, beneficiary and time only the first is an edge. */
  readonly distinctTimes: boolean;
}

/** Lays out a graph for the search of cycles. O(accounts + transfers) time, 56 bytes a transfer. */
export function layOutCycles(graph: TemporalGraph, layout: CycleLayout): CycleGraph {
  const row = usableRows(graph, layout);
  const edgeCount = row.length;
  const nodeCount = graph.accountCount;
  const tail = new Int32Array(edgeCount);
  const head = new Int32Array(edgeCount);
  const time = new Float64Array(edgeCount);
  for (let e = 0; e < edgeCount; e++) {
    tail[e] = graph.payer[row[e]!]!;
    head[e] = graph.beneficiary[row[e]!]!;
    time[e] = graph.ledger.columns.timeMs[row[e]!]!;
  }
  const { instantStart, nextInstant, last } = instantsOf(time, layout.window);
  const [after, before] = layout.ties === 'strict' ? [nextInstant, instantStart] : [instantStart, nextInstant];
  const { starts: outStarts, order: out } = groupByKey(tail, nodeCount);
  const { starts: inStarts, order: into } = groupByKey(head, nodeCount);
  const links = linkEdges(tail, head, instantStart, outStarts, layout.ties === 'strict');
  // prettier-ignore
  return { nodeCount, edgeCount, tail, head, row, after, before, last, ...links, outStarts, out, inStarts, into };
}

/** Rows that may be edges, ascending. */
function usableRows(graph: TemporalGraph, { admitted, blocked, distinctTimes }: CycleLayout): Int32Array {
  const { payer, beneficiary, transferCount } = graph;
  const repeated = distinctTimes ? repeatedRows(graph, admitted) : undefined;
  const rows = new Int32Array(transferCount);
  let count = 0;
  for (let row = 0; row < transferCount; row++) {
    const from = payer[row]!;
    const to = beneficiary[row]!;
    if (from === to || admitted?.[row] === 0 || repeated?.[row] === 1) continue;
    if (blocked !== undefined && (blocked[from] === 1 || blocked[to] === 1)) continue;
    rows[count++] = row;
  }
  return rows.slice(0, count);
}

/** Marks each admitted row that repeats payer, beneficiary and time of an admitted one before it. */
function repeatedRows(graph: TemporalGraph, admitted: Uint8Array | undefined): Uint8Array {
  const { timeMs } = graph.ledger.columns;
  const repeated = new Uint8Array(graph.transferCount);
  const latest = new Float64Array(graph.accountCount).fill(-Infinity);
  for (let payer = 0; payer < graph.accountCount; payer++) {
    const begin = graph.out.starts[payer]!;
    const end = graph.out.starts[payer + 1]!;
    for (let p = begin; p < end; p++) {
      const row = graph.out.rows[p]!;
      if (admitted?.[row] === 0) continue;
      const to = graph.beneficiary[row]!;
      if (latest[to] === timeMs[row]) repeated[row] = 1;
      latest[to] = timeMs[row]!;
    }
    for (let p = begin; p < end; p++) latest[graph.beneficiary[graph.out.rows[p]!]!] = -Infinity;
  }
  return repeated;
}

/** Of each edge: the first edge of its instant, the first of the next one, and the last within the window. */
function instantsOf(
  time: Float64Array,
  window: number,
): { instantStart: Int32Array; nextInstant: Int32Array; last: Int32Array } {
  const count = time.length;
  const instantStart = new Int32Array(count);
  const nextInstant = new Int32Array(count);
  const last = new Int32Array(count);
  for (let e = 1; e < count; e++) instantStart[e] = time[e] === time[e - 1] ? instantStart[e - 1]! : e;
  for (let e = count - 1; e >= 0; e--) nextInstant[e] = time[e] === time[e + 1] ? nextInstant[e + 1]! : e + 1;
  for (let e = 0, end = 0; e < count; e++) {
    while (end < count && time[end]! <= time[e]! + window) end++;
    last[e] = end - 1;
  }
  return { instantStart, nextInstant, last };
}

/**
 * Goes backwards through the instants with, per node, the earliest edge seen so far: that is what may follow an edge. In
 * strict order an instant is looked up before it is entered, else after.
 */
function linkEdges(
  tail: Int32Array,
  head: Int32Array,
  instantStart: Int32Array,
  outStarts: Int32Array,
  isStrict: boolean,
): Pick<CycleGraph, 'follow' | 'nextOut' | 'nextIn'> {
  const count = tail.length;
  const follow = new Int32Array(count);
  const nextOut = new Int32Array(count);
  const nextIn = new Int32Array(count);
  const firstPosition = outStarts.slice(1);
  const firstOut = new Int32Array(firstPosition.length).fill(count);
  const firstIn = new Int32Array(firstPosition.length).fill(count);
  for (let end = count, start = count; end > 0; end = start) {
    start = instantStart[end - 1]!;
    if (isStrict) lookUp(start, end);
    for (let e = end - 1; e >= start; e--) {
      firstPosition[tail[e]!]!--;
      firstOut[tail[e]!] = e;
      firstIn[head[e]!] = e;
    }
    if (!isStrict) lookUp(start, end);
  }
  return { follow, nextOut, nextIn };

  function lookUp(start: number, end: number): void {
    for (let e = start; e < end; e++) {
      follow[e] = firstPosition[head[e]!]!;
      nextOut[e] = firstOut[head[e]!]!;
      nextIn[e] = firstIn[tail[e]!]!;
    }
  }
}
