import { type FlowNetwork } from './flow-network.js';
import { type FlowProblem } from './flow-problem.js';

/** How much more may go along each arc of a network: what is free forward, and what could be taken back. */
export interface Residual {
  /** 1 = something may go along the arc. */
  readonly open: Uint8Array;
  /** Sends as much as the arcs of a path allow. */
  push(path: Int32Array, length: number): void;
  /** What goes along a pair of arcs, given that nothing did at first. */
  flow(pair: number): bigint;
}

/** Amounts as doubles. Exact if they are integers whose sum is below 2^53; Infinity stays what it is. */
export class SafeResidual implements Residual {
  readonly open: Uint8Array;
  readonly #left: Float64Array;

  /** @param left free amount per arc; kept and changed */
  constructor(left: Float64Array) {
    this.#left = left;
    this.open = Uint8Array.from(left, (amount) => (amount > 0 ? 1 : 0));
  }

  push(path: Int32Array, length: number): void {
    const left = this.#left;
    let amount = Infinity;
    for (let i = 0; i < length; i++) amount = Math.min(amount, left[path[i]!]!);
    for (let i = 0; i < length; i++) {
      const arc = path[i]!;
      left[arc] = left[arc]! - amount;
      left[arc ^ 1] = left[arc ^ 1]! + amount;
      if (left[arc] === 0) this.open[arc] = 0;
      this.open[arc ^ 1] = 1;
    }
  }

  flow(pair: number): bigint {
    return BigInt(this.#left[2 * pair + 1]!);
  }
}

/** The same with BigInts, for sums of 2^53 and more. */
class WideResidual implements Residual {
  readonly open: Uint8Array;
  readonly #left: bigint[];

  /** @param left free amount per arc; kept and changed */
  constructor(left: bigint[]) {
    this.#left = left;
    this.open = Uint8Array.from(left, (amount) => (amount > 0n ? 1 : 0));
  }

  push(path: Int32Array, length: number): void {
    const left = this.#left;
    let amount = left[path[0]!]!;
    for (let i = 1; i < length; i++) if (left[path[i]!]! < amount) amount = left[path[i]!]!;
    for (let i = 0; i < length; i++) {
      const arc = path[i]!;
      left[arc] = left[arc]! - amount;
      left[arc ^ 1] = left[arc ^ 1]! + amount;
      if (left[arc] === 0n) this.open[arc] = 0;
      this.open[arc ^ 1] = 1;
    }
  }

  flow(pair: number): bigint {
    return this.#left[2 * pair + 1]!;
  }
}

/** The empty flow of a problem: doubles where all sums are exact in them, BigInts otherwise. */
export function emptyFlow({ capacity }: FlowProblem, { transfer }: FlowNetwork): Residual {
  const total = capacity.reduce((sum, amount) => sum + amount, 0n);
  if (total <= BigInt(Number.MAX_SAFE_INTEGER)) {
    const left = new Float64Array(2 * transfer.length);
    transfer.forEach((position, pair) => {
      left[2 * pair] = position === -1 ? Infinity : Number(capacity[position]);
    });
    return new SafeResidual(left);
  }
  const left: bigint[] = [];
  for (const position of transfer) left.push(position === -1 ? total + 1n : capacity[position]!, 0n);
  return new WideResidual(left);
}
