import { type Account } from '../../foundation/index.js';
import { GrowableColumn } from '../../structures/index.js';

/** Where a path under way stands: the time of its last transfer, and the least that its completions cost in amounts. */
interface Standing {
  readonly time: number;
  readonly bottleneck: number;
}

/**
 * Keeps one path under way where others over the same accounts lead nowhere else. Of two such paths, the one that is there no
 * later and carries no less goes on everywhere that the other goes, as well or better, so the other can be dropped: no
 * route is lost, nor how early and how large its best path is. With a limit on waiting, being early is no help, and only paths
 * of one time are compared.
 */
export class RouteFold {
  readonly #waitIsLimited: boolean;
  /** A number for each sequence of accounts, by the number of the sequence without its last. */
  readonly #numbers = new Map<string, number>();
  /** By sequence: the times of paths kept, each with the least bottleneck of those of that time. */
  readonly #kept: Map<number, number>[] = [];
  /** By path under way. */
  readonly #sequence = new GrowableColumn(Int32Array, 64);

  constructor(waitIsLimited: boolean) {
    this.#waitIsLimited = waitIsLimited;
  }

  /** Number of the sequence that a path makes with one account more; `from` is the payer where it begins there. */
  sequence(path: number | undefined, from: Account, to: Account): number {
    const key = path === undefined ? `${from}>${to}` : `${this.#sequence.array[path]!} ${to}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#kept.length);
    this.#kept.push(new Map());
    return this.#kept.length - 1;
  }

  /** Whether a path over a sequence is worth going on with; if so it is remembered. */
  keeps(sequence: number, standing: Standing): boolean {
    const kept = this.#kept[sequence]!;
    const { time, bottleneck } = standing;
    if ((kept.get(time) ?? Infinity) <= bottleneck) return false;
    const isBeaten = !this.#waitIsLimited && [...kept].some((other) => other[0] <= time && other[1] <= bottleneck);
    if (isBeaten) return false;
    kept.set(time, bottleneck);
    return true;
  }

  /** Remembers the sequence of the path added last. */
  added(sequence: number): void {
    this.#sequence.push(sequence);
  }
}
