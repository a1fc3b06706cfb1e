import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type CycleWalker, type SearchEnd } from './cycle-walker.js';

/** One cycle: its transfers, the earliest first, each paid by the receiver of the one before. */
export interface FoundCycle {
  readonly rows: Int32Array;
  /** Number of transfers, and of accounts. */
  readonly length: number;
  /** The payer of each row. */
  readonly accounts: readonly Account[];
  /** Times of the earliest and the latest transfer, in the unit of the ledger's times. */
  readonly firstTime: number;
  readonly lastTime: number;
}

/** A search for cycles: iterate over it, then ask how it ended. Each iteration starts from the beginning. */
export class CycleSearch implements Iterable<FoundCycle> {
  readonly #graph: TemporalGraph;
  readonly #createWalker: () => CycleWalker;
  #latest: CycleWalker | undefined;
  #isAtEnd = false;

  constructor(graph: TemporalGraph, createWalker: () => CycleWalker) {
    this.#graph = graph;
    this.#createWalker = createWalker;
  }

  *[Symbol.iterator](): Generator<FoundCycle, SearchEnd, undefined> {
    const walker = this.#createWalker();
    this.#latest = walker;
    this.#isAtEnd = false;
    for (let length = walker.next(); length > 0; length = walker.next()) {
      yield this.#toCycle(walker.rows.slice(0, length));
    }
    if (this.#latest === walker) this.#isAtEnd = true;
    return walker.result();
  }

  /**
   * How the latest iteration stands: complete only once it has yielded every cycle there is. Before that it is stopped by
   * `the caller`.
   */
  get status(): SearchEnd {
    const stands = this.#latest?.result() ?? {
      cycles: 0,
      visits: 0,
      cutRoots: 0,
      complete: false,
      stoppedBy: undefined,
    };
    return this.#isAtEnd ? stands : { ...stands, complete: false, stoppedBy: stands.stoppedBy ?? 'the caller' };
  }

  #toCycle(rows: Int32Array): FoundCycle {
    const { payer, ledger } = this.#graph;
    const { timeMs } = ledger.columns;
    return {
      rows,
      length: rows.length,
      accounts: Array.from(rows, (row) => payer[row]!),
      firstTime: timeMs[rows[0]!]!,
      // Rows ascend with time, whatever order a cycle has them in.
      lastTime: timeMs[rows.reduce((latest, row) => Math.max(latest, row))]!,
    };
  }
}
