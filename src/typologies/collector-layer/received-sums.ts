import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type FifoLane } from '../../trace/index.js';
import { atLeastShare, type ExactShare } from '../numbers/exact-share.js';

/** Keeps rounding from deciding what exact amounts must decide. */
const ROUNDING = 1e-9;

/**
 * What the receivers of one lane got by the pieces of a window that slides, exactly: in doubles as far as these are exact
 * integers, else in BigInts. Remembers what the two largest can have together at most, so that most windows need no look
 * at all receivers.
 */
export class ReceivedSums {
  readonly #graph: TemporalGraph;
  readonly #lane: FifoLane;
  readonly #hubFlag: Uint8Array;
  readonly #sums = new Map<Account, number | bigint>();
  /** At least what the two receivers that are no hubs and got most have together: a piece more adds no more than itself. */
  #mostOfTwo = 0;

  constructor(graph: TemporalGraph, lane: FifoLane, hubFlag: Uint8Array) {
    this.#graph = graph;
    this.#lane = lane;
    this.#hubFlag = hubFlag;
  }

  add(piece: number): void {
    const minor = this.#lane.pieceMinor[piece]!;
    const receiver = this.#receiverOf(piece);
    this.#sums.set(receiver, addMinor(this.#sums.get(receiver) ?? 0, minor));
    this.#mostOfTwo += Number(minor);
  }

  /** Of a piece that was added. */
  remove(piece: number): void {
    const receiver = this.#receiverOf(piece);
    this.#sums.set(receiver, addMinor(this.#sums.get(receiver) ?? 0, -this.#lane.pieceMinor[piece]!));
  }

  /** Single nodes that get the share of the total; only if there is none, pairs that get it together. Hubs are no targets. */
  targetSets(total: bigint, share: ExactShare): Account[][] {
    if (!this.#mayReach(total, share)) return [];
    const entries = [...this.#sums]
      .filter(([receiver, minor]) => minor > 0 && this.#hubFlag[receiver] === 0)
      .map(([receiver, minor]): [Account, bigint] => [receiver, BigInt(minor)]);
    const single = entries.find(([, minor]) => atLeastShare(minor, total, share));
    if (single !== undefined) return [[single[0]]];
    entries.sort((left, right) => (left[1] < right[1] ? 1 : left[1] > right[1] ? -1 : 0));
    const pairs: Account[][] = [];
    for (let a = 0; a < entries.length; a++) {
      for (let b = a + 1; b < entries.length; b++) {
        const [left, right] = [entries[a]!, entries[b]!];
        if (!atLeastShare(left[1] + right[1], total, share)) break;
        pairs.push(left[0] < right[0] ? [left[0], right[0]] : [right[0], left[0]]);
      }
    }
    return pairs;
  }

  /** Whether the two that got most have the share together: where not, nobody does, and nothing needs sorting. */
  #mayReach(total: bigint, share: ExactShare): boolean {
    const needed = (Number(share.numerator) / Number(share.denominator)) * Number(total);
    if (this.#mostOfTwo * (1 + ROUNDING) < needed) return false;
    let most: number | bigint = 0;
    let second: number | bigint = 0;
    for (const [receiver, minor] of this.#sums) {
      if (minor <= second || this.#hubFlag[receiver] !== 0) continue;
      if (minor > most) {
        second = most;
        most = minor;
      } else second = minor;
    }
    this.#mostOfTwo = Number(most) + Number(second);
    return atLeastShare(BigInt(most) + BigInt(second), total, share);
  }

  #receiverOf(piece: number): Account {
    const { debitRows, pieceDebit } = this.#lane;
    return this.#graph.beneficiary[debitRows[pieceDebit[piece]!]!]!;
  }
}

/** Exact sum of minor units, in doubles as far as these are exact integers. */
export function addMinor(left: number | bigint, right: number | bigint): number | bigint {
  if (typeof left === 'number' && typeof right === 'number' && Number.isSafeInteger(left + right)) return left + right;
  return BigInt(left) + BigInt(right);
}
