import { type RootSpan } from './count-plainly.kernel.js';
import { type CycleGraph } from './cycle-graph.js';
import { beginWalk, type CycleWalk, nextCycle } from './cycle-walk.kernel.js';
import { createSweepScratch, sweepBack, type SweepScratch } from './sweep-back.kernel.js';

/** Which rule {@link CycleWalker} walks by: one object for each kind of cycle. */
export interface CycleSteps {
  readonly graph: CycleGraph;
  /** Sets the span of a root; false if no cycle can start with it. */
  aim(root: number, span: RootSpan): boolean;
  begin(span: Readonly<RootSpan>, walk: CycleWalk): void;
  /** Finds out which steps lead nowhere; returns the work that took. */
  prune(span: Readonly<RootSpan>, maxLength: number): number;
  /** See {@link nextCycle}. `isPruned`: {@link CycleSteps.prune} was called for this span. */
  next(
    span: Readonly<RootSpan>,
    walk: CycleWalk,
    isPruned: boolean,
    mayFollow: ((edge: number, next: number) => boolean) | undefined,
    maxLength: number,
    maxVisits: number,
  ): number;
}

/** Each transfer follows the one before in time. */
export class TemporalSteps implements CycleSteps {
  readonly graph: CycleGraph;
  readonly #sweep: SweepScratch;

  constructor(graph: CycleGraph) {
    this.graph = graph;
    this.#sweep = createSweepScratch(graph.nodeCount);
  }

  aim(root: number, span: RootSpan): boolean {
    const { after, last, nextIn, nextOut } = this.graph;
    span.root = root;
    span.first = after[root]!;
    span.firstClosing = after[root]!;
    span.last = last[root]!;
    return nextIn[root]! <= last[root]! && nextOut[root]! <= last[root]!;
  }

  begin(span: Readonly<RootSpan>, walk: CycleWalk): void {
    beginWalk(this.graph, span.root, this.graph.follow[span.root]!, walk);
  }

  prune(span: Readonly<RootSpan>): number {
    return sweepBack(this.graph, span, this.#sweep);
  }

  next(
    span: Readonly<RootSpan>,
    walk: CycleWalk,
    isPruned: boolean,
    mayFollow: ((edge: number, next: number) => boolean) | undefined,
    maxLength: number,
    maxVisits: number,
  ): number {
    return nextCycle(this.graph, span, walk, isPruned ? this.#sweep : undefined, mayFollow, maxLength, maxVisits);
  }
}
