import { type Account } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { widestSlice } from '../patterns/fan-windows.js';
import { bestSplitInto, GATHER_SCATTER_FIELDS, gatherScatterWindowsInto } from './gather-scatter.kernel.js';

/** What makes a stretch of transfers gather and scatter. */
export interface GatherScatterSearch {
  readonly leastPayers: number;
  readonly leastReceivers: number;
  /** Greatest span, inclusive, in the unit of the ledger's times. */
  readonly span: number;
  /** Whether all counted payments in must come before all counted payments out. */
  readonly split: boolean;
}

/** A stretch of one account's transfers, from its first to its last counted one. */
export interface GatherScatterWindow {
  readonly distinctPayers: number;
  readonly distinctReceivers: number;
  readonly firstMs: number;
  readonly lastMs: number;
  /** Counted transfers of the window: payments in at positions first .. lastIn, payments out at firstOut .. last. */
  readonly first: number;
  readonly lastIn: number;
  readonly firstOut: number;
  readonly last: number;
}

/**
 * Finds, account by account, the windows in which many pay it and it pays many. Holds the scratch arrays of one graph:
 * O(accounts + largest degree) memory once, O(degree) time per account (split: O(degree x transfers in a window)).
 * Positions in a window hold until the next search.
 */
export class GatherScatterFinder {
  readonly #graph: TemporalGraph;
  readonly #search: GatherScatterSearch;
  readonly #rows: Int32Array;
  readonly #times: Float64Array;
  readonly #partners: Int32Array;
  readonly #incoming: Uint8Array;
  readonly #windows: Int32Array;
  readonly #receiversFrom: Int32Array;
  readonly #seenIn: Int32Array;
  readonly #seenOut: Int32Array;
  readonly #best = new Int32Array(3);

  constructor(graph: TemporalGraph, search: GatherScatterSearch) {
    const widest = widestSlice(graph.in.starts) + widestSlice(graph.out.starts);
    this.#graph = graph;
    this.#search = search;
    this.#rows = new Int32Array(widest);
    this.#times = new Float64Array(widest);
    this.#partners = new Int32Array(widest);
    this.#incoming = new Uint8Array(widest);
    this.#windows = new Int32Array(widest * GATHER_SCATTER_FIELDS);
    this.#receiversFrom = new Int32Array(widest + 1);
    this.#seenIn = new Int32Array(graph.accountCount);
    this.#seenOut = new Int32Array(graph.accountCount);
  }

  /** Windows of an account over all its transfers, by time. */
  windowsOf(account: Account): GatherScatterWindow[] {
    return this.windowsAmong(rowsOf(this.#graph.in, account), rowsOf(this.#graph.out, account));
  }

  /** Windows over some of an account's transfers; both lists ascending. */
  windowsAmong(rowsIn: Int32Array, rowsOut: Int32Array): GatherScatterWindow[] {
    const { leastPayers, leastReceivers, span } = this.#search;
    if (rowsIn.length < leastPayers || rowsOut.length < leastReceivers) return [];
    const length = this.#merge(rowsIn, rowsOut);
    // prettier-ignore
    const count = gatherScatterWindowsInto(length, this.#times, this.#partners, this.#incoming, span, leastPayers, leastReceivers, this.#seenIn, this.#seenOut, this.#windows);
    const found: GatherScatterWindow[] = [];
    const windows = this.#windows;
    for (let at = 0; at < count * GATHER_SCATTER_FIELDS; at += GATHER_SCATTER_FIELDS) {
      const first = windows[at]!;
      const last = windows[at + 1]!;
      const window = this.#search.split
        ? this.#splitWindow(first, last)
        : this.#window(first, last, first, last, windows[at + 2]!, windows[at + 3]!);
      if (window !== undefined) found.push(window);
    }
    return found;
  }

  /** Counted transfers of both lists into the scratch arrays, by time. Returns how many. */
  #merge(rowsIn: Int32Array, rowsOut: Int32Array): number {
    const { payer, beneficiary, ledger } = this.#graph;
    let length = 0;
    let i = 0;
    let o = 0;
    while (i < rowsIn.length || o < rowsOut.length) {
      const isIn = o === rowsOut.length || (i < rowsIn.length && rowsIn[i]! <= rowsOut[o]!);
      const row = isIn ? rowsIn[i++]! : rowsOut[o++]!;
      const partner = isIn ? payer[row]! : beneficiary[row]!;
      if (payer[row] === beneficiary[row]) continue;
      this.#rows[length] = row;
      this.#times[length] = ledger.columns.timeMs[row]!;
      this.#partners[length] = partner;
      this.#incoming[length++] = isIn ? 1 : 0;
    }
    return length;
  }

  #splitWindow(first: number, last: number): GatherScatterWindow | undefined {
    const { leastPayers, leastReceivers } = this.#search;
    const best = this.#best;
    // prettier-ignore
    const found = bestSplitInto(first, last, this.#times, this.#partners, this.#incoming, leastPayers, leastReceivers, this.#seenIn, this.#seenOut, this.#receiversFrom, best);
    return found ? this.#window(first, best[0]!, best[0]! + 1, last, best[1]!, best[2]!) : undefined;
  }

  #window(
    first: number,
    lastIn: number,
    firstOut: number,
    last: number,
    distinctPayers: number,
    distinctReceivers: number,
  ): GatherScatterWindow {
    const firstMs = this.#times[first]!;
    const lastMs = this.#times[last]!;
    return { distinctPayers, distinctReceivers, firstMs, lastMs, first, lastIn, firstOut, last };
  }

  /** The counted transfers of a window of the latest search, ascending each. */
  rowsOf({ first, lastIn, firstOut, last }: GatherScatterWindow): { rowsIn: number[]; rowsOut: number[] } {
    const rowsIn: number[] = [];
    const rowsOut: number[] = [];
    for (let p = first; p <= lastIn; p++) if (this.#incoming[p] === 1) rowsIn.push(this.#rows[p]!);
    for (let p = firstOut; p <= last; p++) if (this.#incoming[p] === 0) rowsOut.push(this.#rows[p]!);
    return { rowsIn, rowsOut };
  }
}
