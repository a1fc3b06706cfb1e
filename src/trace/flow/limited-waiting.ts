import { type FlowNetworkBuilder } from './flow-network.js';
import { type Waiting } from './waiting.js';

/**
 * Money must leave within `maxWait` of its arrival, inclusive. An arc from every arrival to every departure within reach
 * would be quadratic at busy accounts. Instead an account's arrivals are cut into blocks no longer than `maxWait`: all
 * arrivals of the open block are near enough to a departure in it (a growing prefix), and of the block before it those
 * from some arrival on (a shrinking suffix). A departure draws on at most one prefix and one suffix, hence the network
 * is as large as the number of transfers.
 */
export class LimitedWaiting implements Waiting {
  readonly #network: FlowNetworkBuilder;
  readonly #maxWait: number;
  /** Per account: first time of the open block, its last arrival (-1 = none open) and the node that collects it. */
  readonly #blockStart: Float64Array;
  readonly #newest: Int32Array;
  readonly #prefix: Int32Array;
  /** Per account: oldest arrival of the closed block that may still matter, or -1. */
  readonly #oldest: Int32Array;
  /** Per arrival: time, node, neighbours within its block (-1 = none), node that collects it and all later ones. */
  readonly #time: number[] = [];
  readonly #node: number[] = [];
  readonly #previous: number[] = [];
  readonly #next: number[] = [];
  readonly #suffix: number[] = [];

  constructor(network: FlowNetworkBuilder, accounts: number, maxWait: number) {
    this.#network = network;
    this.#maxWait = maxWait;
    this.#blockStart = new Float64Array(accounts);
    this.#newest = new Int32Array(accounts).fill(-1);
    this.#prefix = new Int32Array(accounts);
    this.#oldest = new Int32Array(accounts).fill(-1);
  }

  arrive(account: number, time: number): number {
    this.#closeBlock(account, time);
    const newest = this.#newest[account]!;
    if (newest !== -1 && this.#time[newest] === time) return this.#node[newest]!;
    const node = this.#network.addNode();
    const prefix = this.#network.addNode();
    this.#network.addWait(node, prefix);
    if (newest === -1) this.#blockStart[account] = time;
    else this.#network.addWait(this.#prefix[account]!, prefix);
    this.#prefix[account] = prefix;
    this.#newest[account] = this.#time.push(time) - 1;
    this.#node.push(node);
    this.#previous.push(newest);
    this.#next.push(-1);
    this.#suffix.push(-1);
    return node;
  }

  leave(account: number, time: number): number {
    this.#closeBlock(account, time);
    const prefix = this.#newest[account] === -1 ? -1 : this.#prefix[account]!;
    let oldest = this.#oldest[account]!;
    while (oldest !== -1 && time - this.#time[oldest]! > this.#maxWait) oldest = this.#next[oldest]!;
    this.#oldest[account] = oldest;
    if (oldest === -1) return prefix;
    const suffix = this.#suffix[oldest]!;
    if (prefix === -1) return suffix;
    const node = this.#network.addNode();
    this.#network.addWait(suffix, node);
    this.#network.addWait(prefix, node);
    return node;
  }

  /** Turns the open block into suffixes once its first arrival is too old; the block before it is too old altogether. */
  #closeBlock(account: number, time: number): void {
    if (this.#newest[account] === -1 || time - this.#blockStart[account]! <= this.#maxWait) return;
    let later = -1;
    for (let arrival = this.#newest[account]!; arrival !== -1; arrival = this.#previous[arrival]!) {
      const suffix = this.#network.addNode();
      this.#network.addWait(this.#node[arrival]!, suffix);
      if (later !== -1) this.#network.addWait(this.#suffix[later]!, suffix);
      this.#suffix[arrival] = suffix;
      this.#next[arrival] = later;
      later = arrival;
    }
    this.#oldest[account] = later;
    this.#newest[account] = -1;
  }
}
