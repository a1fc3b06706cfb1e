import { type Account } from '../../foundation/index.js';
import { rowsOf } from '../../graph/index.js';
import { ResidualQueue } from './residual-queue.js';
import { type TransferValues } from './transfer-values.js';

/** Purses whose residuals differ by less than this share are pushed together: rounding must not decide who is first. */
const SAME = 1e-9;

/** Constants of the push: share kept, share of the rest that moves forward, whether an instant follows itself. */
export interface PushRule {
  readonly alpha: number;
  readonly beta: number;
  readonly sameInstant: boolean;
}

/** Masses by the time at which they arrived, ascending. */
interface Chips {
  readonly times: readonly number[];
  readonly masses: readonly number[];
}

/** One way of time, in which "later" is a larger number: forward as it is, backward negated. */
interface Side {
  readonly sign: 1 | -1;
  readonly share: number;
  /** Rows of the purse's account on this side, in this order. */
  readonly rows: Int32Array;
}

/**
 * The state of a time-aware local push: per purse a score and a residual, kept as chips (time at which the mass arrived,
 * mass). Scores and residuals always add up to what was put in. Only purses that mass reached take memory.
 */
export class TimeAwarePush {
  readonly #values: TransferValues;
  readonly #rule: PushRule;
  readonly #queue = new ResidualQueue();
  readonly #indexOf = new Map<number, number>();
  /** Key of each purse reached; the other columns go by the same index. */
  readonly #purses: number[] = [];
  readonly #chips: Map<number, number>[] = [];
  readonly #scores: number[] = [];

  constructor(values: TransferValues, rule: PushRule) {
    this.#values = values;
    this.#rule = rule;
  }

  /** Lets mass start in a purse: it may leave by any transfer, and may have come by any. */
  start(purse: number, mass: number): void {
    const chips: Chips = { times: [-Infinity], masses: [mass] };
    this.#push(this.#find(purse), chips, chips);
  }

  /** Largest residual of a purse. */
  get largest(): number {
    return this.#queue.largest;
  }

  /**
   * Pushes the purses with the largest residual.
   * @returns transfers and chips that were looked at.
   */
  pushLargest(epsilon: number): number {
    const least = Math.max(epsilon, this.#queue.largest * (1 - SAME));
    const taken: { readonly index: number; readonly chips: Chips }[] = [];
    while (this.#queue.largest >= least && this.#queue.largest > epsilon) {
      const index = this.#queue.pop()!;
      const chips = [...this.#chips[index]!].sort(([a], [b]) => a - b);
      this.#chips[index]!.clear();
      taken.push({ index, chips: { times: chips.map(([time]) => time), masses: chips.map(([, mass]) => mass) } });
    }
    let steps = 0;
    for (const { index, chips } of taken) {
      const backward = { times: chips.times.map((time) => -time).reverse(), masses: [...chips.masses].reverse() };
      steps += this.#push(index, chips, backward);
    }
    return steps;
  }

  /** Score and residual per account, sums over its purses. */
  byAccount(): Map<Account, { score: number; residual: number }> {
    const sums = new Map<Account, { score: number; residual: number }>();
    this.#purses.forEach((purse, index) => {
      const account = this.#values.accountOf(purse);
      const sum = sums.get(account) ?? { score: 0, residual: 0 };
      sum.score += this.#scores[index]!;
      sum.residual += this.#queue.weightOf(index);
      sums.set(account, sum);
    });
    return sums;
  }

  /** Keeps a share of the chips and passes on the rest; `backward` are the same ones with times negated. */
  #push(index: number, chips: Chips, backward: Chips): number {
    const { alpha, beta } = this.#rule;
    const { graph } = this.#values;
    const account = this.#values.accountOf(this.#purses[index]!);
    const out = rowsOf(graph.out, account);
    const into = rowsOf(graph.in, account);
    this.#scores[index] = this.#scores[index]! + alpha * chips.masses.reduce((sum, mass) => sum + mass, 0);
    if (beta > 0) this.#spread(index, chips, { sign: 1, share: (1 - alpha) * beta, rows: out });
    if (beta < 1) this.#spread(index, backward, { sign: -1, share: (1 - alpha) * (1 - beta), rows: into });
    return out.length + into.length + 2 * chips.masses.length;
  }

  /**
   * Shares each chip among the transfers later than it, by value; a chip with none stays where it is. One walk from the
   * latest transfer for the sums, one from the earliest for the shares.
   */
  #spread(index: number, { times, masses }: Chips, side: Side): void {
    const { sign, share, rows } = side;
    const { timeMs } = this.#values.graph.ledger.columns;
    const laterValue = masses.map(() => 0);
    let sum = 0;
    let at = rows.length - 1;
    const rowAt = (i: number): number => rows[sign === 1 ? i : rows.length - 1 - i]!;
    for (let chip = times.length - 1; chip >= 0; chip--) {
      for (; at >= 0 && this.#follows(times[chip]!, sign * timeMs[rowAt(at)]!); at--) {
        sum += this.#valueFor(index, rowAt(at), sign);
      }
      laterValue[chip] = sum;
      if (sum === 0) this.#credit(index, sign * times[chip]!, share * masses[chip]!);
    }
    let perValue = 0;
    let chip = 0;
    for (let i = at + 1; i < rows.length; i++) {
      const row = rowAt(i);
      const time = timeMs[row]!;
      for (; chip < times.length && this.#follows(times[chip]!, sign * time); chip++) {
        if (laterValue[chip]! > 0) perValue += (share * masses[chip]!) / laterValue[chip]!;
      }
      const value = this.#valueFor(index, row, sign);
      if (value === 0) continue;
      const next = sign === 1 ? this.#values.receivingPurse(row) : this.#values.payingPurse(row);
      this.#credit(this.#find(next), time, perValue * value);
    }
  }

  #follows(chipTime: number, transferTime: number): boolean {
    return this.#rule.sameInstant ? transferTime >= chipTime : transferTime > chipTime;
  }

  /** Value of a transfer that leaves the purse (forward) or enters it (backward); 0 = another currency, or not usable. */
  #valueFor(index: number, row: number, sign: 1 | -1): number {
    const values = this.#values;
    const purse = this.#purses[index]!;
    if (sign === 1) return values.payingPurse(row) === purse ? values.paid(row) : 0;
    return values.receivingPurse(row) === purse ? values.received(row) : 0;
  }

  #credit(index: number, time: number, mass: number): void {
    const chips = this.#chips[index]!;
    chips.set(time, (chips.get(time) ?? 0) + mass);
    this.#queue.add(index, mass);
  }

  #find(purse: number): number {
    const known = this.#indexOf.get(purse);
    if (known !== undefined) return known;
    const index = this.#purses.push(purse) - 1;
    this.#indexOf.set(purse, index);
    this.#chips.push(new Map());
    this.#scores.push(0);
    this.#queue.add(index, 0);
    return index;
  }
}
