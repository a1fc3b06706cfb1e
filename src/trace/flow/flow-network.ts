import { groupByKey, GrowableColumn } from '../../structures/index.js';

export const SOURCE = 0;
export const TARGET = 1;

/**
 * A directed network as pairs of arcs: arc 2k runs forward, arc 2k + 1 back along the same way. Node 0 is where all money
 * starts, node 1 where it should end; the others are accounts at a time.
 */
export interface FlowNetwork {
  readonly nodeCount: number;
  /** Node that each arc runs to; the other arc of its pair has the node it runs from. Length 2 * pairs. */
  readonly head: Int32Array;
  /** Arcs by the node they run from: arcs[starts[v] .. starts[v + 1]), forward ones by time. Length nodes + 1. */
  readonly starts: Int32Array;
  readonly arcs: Int32Array;
  /** Per pair: position of its transfer in the problem's rows; -1 = money that waits, without limit of amount. */
  readonly transfer: Int32Array;
}

/** Collects nodes and arcs; arcs of one node must be added in the order of the time at which their money moves. */
export class FlowNetworkBuilder {
  #nodeCount = 2;
  readonly #head = new GrowableColumn(Int32Array);
  readonly #transfer = new GrowableColumn(Int32Array);

  addNode(): number {
    return this.#nodeCount++;
  }

  /** Money may wait from one node to another. */
  addWait(from: number, to: number): void {
    this.addTransfer(from, to, -1);
  }

  addTransfer(from: number, to: number, position: number): void {
    this.#head.push(to);
    this.#head.push(from);
    this.#transfer.push(position);
  }

  finish(): FlowNetwork {
    const nodeCount = this.#nodeCount;
    const head = this.#head.finish();
    const tail = head.map((_, arc) => head[arc ^ 1]!);
    const { starts, order: arcs } = groupByKey(tail, nodeCount);
    return { nodeCount, head, starts, arcs, transfer: this.#transfer.finish() };
  }
}
