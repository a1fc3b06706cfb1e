import { type RootSpan } from './count-plainly.kernel.js';
import { type CycleGraph } from './cycle-graph.js';
import { type CycleSteps } from './cycle-steps.js';
import { beginWalk, type CycleWalk } from './cycle-walk.kernel.js';
import { firstAtLeast } from './sweep-back.kernel.js';
import { type BackHops, createBackHops, nextWindowCycle, searchBackHops } from './window-walk.kernel.js';

/** The first transfer is the earliest; the others may come in any order after it. */
export class WindowSteps implements CycleSteps {
  readonly graph: CycleGraph;
  readonly #hops: BackHops;

  constructor(graph: CycleGraph) {
    this.graph = graph;
    this.#hops = createBackHops(graph.nodeCount);
  }

  aim(root: number, span: RootSpan): boolean {
    const { tail, last, into, inStarts } = this.graph;
    const origin = tail[root]!;
    span.root = root;
    span.first = root + 1;
    span.firstClosing = root + 1;
    span.last = last[root]!;
    const end = inStarts[origin + 1]!;
    const back = firstAtLeast(into, inStarts[origin]!, end, root + 1);
    return back < end && into[back]! <= span.last;
  }

  begin({ root, first }: Readonly<RootSpan>, walk: CycleWalk): void {
    const { head, out, outStarts } = this.graph;
    const receiver = head[root]!;
    beginWalk(this.graph, root, firstAtLeast(out, outStarts[receiver]!, outStarts[receiver + 1]!, first), walk);
  }

  prune(span: Readonly<RootSpan>, maxLength: number): number {
    return searchBackHops(this.graph, span, this.#hops, maxLength);
  }

  next(
    span: Readonly<RootSpan>,
    walk: CycleWalk,
    isPruned: boolean,
    mayFollow: ((edge: number, next: number) => boolean) | undefined,
    maxLength: number,
    maxVisits: number,
  ): number {
    return nextWindowCycle(this.graph, span, walk, isPruned ? this.#hops : undefined, mayFollow, maxLength, maxVisits);
  }
}
