import { createWalkStack, makeStackRoom, walkBundles, type WalkStack } from './bundle-walk.kernel.js';
import { countExactly } from './count-exactly.js';
import { countPlainly, type PlainScratch, type RootSpan } from './count-plainly.kernel.js';
import { type CycleGraph } from './cycle-graph.js';
import { CycleHistogram } from './cycle-histogram.js';
import { buildSubgraph, createRootSubgraph } from './root-subgraph.kernel.js';
import { createSuffixCounts } from './suffix-counts.js';
import { countSuffixes, type SuffixLimits } from './suffix-counts.kernel.js';
import { createSweepScratch, firstAtLeast, sweepBack, type SweepScratch } from './sweep-back.kernel.js';

/** Where one way of counting gives over to the next. Changes the work, never the result. */
export interface CounterTuning {
  /** Steps of the plain walk, after which a root is swept. */
  readonly plainVisits: number;
  /** How far the ends of ways are counted beforehand. */
  readonly suffixes: SuffixLimits;
}

/** Measured on G1M and CollegeMsg. Most roots need fewer plain steps; more suffixes cost more than they save. */
const TUNING: CounterTuning = Object.freeze({ plainVisits: 128, suffixes: { perPosition: 8, failures: 1 } });

/** Counts of this size and more are not exact in a double. */
const EXACT = 2 ** 53;

/** Counts the cycles of one root after the other, by length; all scratch is its own and is reused. */
export class RootCounter {
  /** Cycles and steps since the last reset. */
  histogram = new CycleHistogram();
  visits = 0;
  readonly #graph: CycleGraph;
  readonly #maxLength: number;
  readonly #tuning: CounterTuning;
  readonly #plain: PlainScratch;
  readonly #sweep: SweepScratch;
  readonly #sub = createRootSubgraph();
  readonly #suffixes = createSuffixCounts();
  readonly #stack: WalkStack = createWalkStack();
  #counts: Float64Array;
  readonly #span: RootSpan = { root: 0, first: 0, firstClosing: 0, last: 0 };

  constructor(graph: CycleGraph, maxLength: number, tuning: CounterTuning = TUNING) {
    this.#tuning = tuning;
    this.#graph = graph;
    this.#maxLength = maxLength;
    this.#plain = {
      onPath: new Uint8Array(graph.nodeCount),
      node: new Int32Array(tuning.plainVisits + 3),
      cursor: new Int32Array(tuning.plainVisits + 3),
    };
    this.#counts = new Float64Array(tuning.plainVisits + 3);
    this.#sweep = createSweepScratch(graph.nodeCount);
  }

  reset(): void {
    this.histogram = new CycleHistogram();
    this.visits = 0;
  }

  /** Adds the cycles of a root to the histogram; false, and not all of them, if they take more than `maxVisits` steps. */
  count(root: number, maxVisits: number): boolean {
    const { after, before, last, nextIn, nextOut } = this.#graph;
    const end = last[root]!;
    if (nextIn[root]! > end || nextOut[root]! > end) return true;
    const span = this.#span;
    span.root = root;
    span.first = after[root]!;
    span.last = end;
    if (after[root]! > root) {
      span.firstClosing = span.first;
      return this.#countSpan(maxVisits);
    }
    // Ties allowed: cycles that end in a later instant, then those within this one, of which it must be the first edge.
    span.firstClosing = before[root]!;
    const later = !this.#canClose() || this.#countSpan(maxVisits);
    span.first = root + 1;
    span.firstClosing = root + 1;
    span.last = before[root]! - 1;
    return (!this.#canClose() || this.#countSpan(maxVisits)) && later;
  }

  /** Whether the root's payer is paid by an edge that may close a cycle. */
  #canClose(): boolean {
    const { tail, inStarts, into } = this.#graph;
    const { root, firstClosing, last } = this.#span;
    const end = inStarts[tail[root]! + 1]!;
    const at = firstAtLeast(into, inStarts[tail[root]!]!, end, firstClosing);
    return at < end && into[at]! <= last;
  }

  #countSpan(maxVisits: number): boolean {
    const span = this.#span;
    const { plainVisits } = this.#tuning;
    const allowed = Math.min(plainVisits, maxVisits);
    const plain = countPlainly(this.#graph, span, this.#plain, this.#maxLength, allowed, this.#counts);
    this.visits += plain;
    if (plain <= allowed) return this.#flush(plainVisits + 2);
    this.#counts.fill(0, 0, plainVisits + 3);
    if (allowed < plainVisits) return false;
    const found = sweepBack(this.#graph, span, this.#sweep);
    this.visits += found;
    if (found === 0 || !buildSubgraph(this.#graph, span, this.#sweep, found, this.#sub)) return true;
    return this.#countSubgraph(maxVisits);
  }

  #countSubgraph(maxVisits: number): boolean {
    const sub = this.#sub;
    const most = Math.min(this.#maxLength, sub.nodeCount + 1);
    if (this.#counts.length < sub.nodeCount + 4) this.#counts = new Float64Array(sub.nodeCount * 2 + 4);
    makeStackRoom(this.#stack, sub.nodeCount, sub.edgeCount);
    // prettier-ignore
    this.visits += countSuffixes(sub, this.#graph.before, this.#stack, most - 1, this.#tuning.suffixes, this.#counts, this.#suffixes);
    const start = sub.starts[sub.entry]!;
    // prettier-ignore
    const steps = walkBundles(sub, this.#suffixes, this.#stack, sub.entry, start, 1, most, maxVisits, this.#counts);
    this.visits += steps;
    if (steps > maxVisits) {
      this.#counts.fill(0, 0, most + 1);
      return false;
    }
    for (let length = 2; length <= most; length++) {
      if (this.#counts[length]! >= EXACT) return this.#countExactly(most, maxVisits);
    }
    return this.#flush(most);
  }

  /** Counts the sub-graph again, with integers of any size. */
  #countExactly(maxLength: number, maxVisits: number): boolean {
    this.#counts.fill(0, 0, maxLength + 1);
    const { counts, visits } = countExactly(this.#sub, maxLength, maxVisits);
    this.visits += visits;
    counts?.forEach((count, length) => {
      this.histogram.add(length, count);
    });
    return counts !== undefined;
  }

  /** Moves the counts of one root to the histogram. */
  #flush(longest: number): boolean {
    for (let length = 2; length <= longest; length++) {
      const count = this.#counts[length]!;
      if (count === 0) continue;
      this.histogram.add(length, count);
      this.#counts[length] = 0;
    }
    return true;
  }
}
