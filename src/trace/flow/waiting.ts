import { type FlowNetworkBuilder } from './flow-network.js';

/** Where the money of accounts stays between coming and going, as nodes of a network. Times of calls never decrease. */
export interface Waiting {
  /** Node at which money arrives. */
  arrive(account: number, time: number): number;
  /** Node from which money that has arrived so far, and not too long ago, may leave; -1 if there is none. */
  leave(account: number, time: number): number;
}

/**
 * Money waits as long as it likes. An account gets a new node when money arrives after some has left; arrivals with no
 * departure between them share a node, so there are at most as many nodes as departures.
 */
export class UnlimitedWaiting implements Waiting {
  readonly #network: FlowNetworkBuilder;
  readonly #node: Int32Array;
  readonly #hasLeft: Uint8Array;

  constructor(network: FlowNetworkBuilder, accounts: number) {
    this.#network = network;
    this.#node = new Int32Array(accounts).fill(-1);
    this.#hasLeft = new Uint8Array(accounts);
  }

  arrive(account: number): number {
    const held = this.#node[account]!;
    if (held !== -1 && this.#hasLeft[account] === 0) return held;
    const node = this.#network.addNode();
    if (held !== -1) this.#network.addWait(held, node);
    this.#node[account] = node;
    this.#hasLeft[account] = 0;
    return node;
  }

  leave(account: number): number {
    this.#hasLeft[account] = 1;
    return this.#node[account]!;
  }
}
