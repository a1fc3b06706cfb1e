import { type Account } from '../../foundation/index.js';
import { rowsOf } from '../../graph/index.js';
import { ResidualQueue } from './residual-queue.js';
import { type Purse, type TransferValues } from './transfer-values.js';

/** Purses whose residuals differ by less than this share are pushed together: rounding must not decide who is first. */
const SAME = 1e-9;

/** Constants of the push: share kept, share of the rest that moves forward, whether an instant follows itself. */
export interface PushRule {
  readonly alpha: number;
  readonly beta: number;
  readonly sameInstant: boolean;
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
  readonly #purses: Purse[] = [];
  readonly #chips: Map<number, number>[] = [];
  readonly #scores: number[] = [];

  constructor(values: TransferValues, rule: PushRule) {
    this.#values = values;
    this.#rule = rule;
  }

  /** Lets mass start in a purse: it may leave by any transfer, and may have come by any. */
  start(purse: Purse, mass: number): void {
    this.#push(this.#find(purse), [-Infinity], [-Infinity], [mass], [mass], mass);
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
    const taken: { readonly purse: number; readonly times: number[]; readonly masses: number[] }[] = [];
    while (this.#queue.largest >= least && this.#queue.largest > epsilon) {
      const purse = this.#queue.pop()!;
      const chips = [...this.#chips[purse]!].sort(([a], [b]) => a - b);
      this.#chips[purse]!.clear();
      taken.push({ purse, times: chips.map(([time]) => time), masses: chips.map(([, mass]) => mass) });
    }
    let steps = 0;
    for (const { purse, times, masses } of taken) {
      const total = masses.reduce((sum, mass) => sum + mass, 0);
      const backTimes = times.map((time) => -time).reverse();
      steps += this.#push(purse, times, backTimes, masses, [...masses].reverse(), total);
    }
    return steps;
  }

  /** Score and residual per account, sums over its purses. */
  byAccount(): Map<Account, { score: number; residual: number }> {
    const sums = new Map<Account, { score: number; residual: number }>();
    this.#purses.forEach(({ account }, purse) => {
      const sum = sums.get(account) ?? { score: 0, residual: 0 };
      sum.score += this.#scores[purse]!;
      sum.residual += this.#queue.weightOf(purse);
      sums.set(account, sum);
    });
    return sums;
  }

  // prettier-ignore
  #push(purse: number, times: readonly number[], backTimes: readonly number[], masses: readonly number[], backMasses: readonly number[], total: number): number {
    const { alpha, beta } = this.#rule;
    const { graph } = this.#values;
    const { account } = this.#purses[purse]!;
    const out = rowsOf(graph.out, account);
    const into = rowsOf(graph.in, account);
    this.#scores[purse] = this.#scores[purse]! + alpha * total;
    if (beta > 0) this.#spread(purse, times, masses, { sign: 1, share: (1 - alpha) * beta, rows: out });
    if (beta < 1) this.#spread(purse, backTimes, backMasses, { sign: -1, share: (1 - alpha) * (1 - beta), rows: into });
    return out.length + into.length + 2 * masses.length + 1;
  }

  /**
   * Shares each chip among the transfers later than it, by value; a chip with none stays where it is. One walk from the
   * latest transfer for the sums, one from the earliest for the shares.
   */
  #spread(purse: number, times: readonly number[], masses: readonly number[], side: Side): void {
    const { sign, share, rows } = side;
    const { timeMs } = this.#values.graph.ledger.columns;
    const laterValue = masses.map(() => 0);
    let sum = 0;
    let at = rows.length - 1;
    const rowAt = (i: number): number => rows[sign === 1 ? i : rows.length - 1 - i]!;
    for (let chip = times.length - 1; chip >= 0; chip--) {
      for (; at >= 0 && this.#follows(times[chip]!, sign * timeMs[rowAt(at)]!); at--) {
        sum += this.#valueFor(purse, rowAt(at), sign);
      }
      laterValue[chip] = sum;
      if (sum === 0) this.#credit(purse, sign * times[chip]!, share * masses[chip]!);
    }
    let perValue = 0;
    let chip = 0;
    for (let i = at + 1; i < rows.length; i++) {
      const row = rowAt(i);
      const time = timeMs[row]!;
      for (; chip < times.length && this.#follows(times[chip]!, sign * time); chip++) {
        if (laterValue[chip]! > 0) perValue += (share * masses[chip]!) / laterValue[chip]!;
      }
      const value = this.#valueFor(purse, row, sign);
      if (value === 0) continue;
      const next = sign === 1 ? this.#values.receivingPurse(row) : this.#values.payingPurse(row);
      this.#credit(this.#find(next), time, perValue * value);
    }
  }

  #follows(chipTime: number, transferTime: number): boolean {
    return this.#rule.sameInstant ? transferTime >= chipTime : transferTime > chipTime;
  }

  /** Value of a transfer in the currency of the purse that it leaves (forward) or enters (backward); 0 = another one. */
  #valueFor(purse: number, row: number, sign: 1 | -1): number {
    const values = this.#values;
    const end = sign === 1 ? values.payingPurse(row) : values.receivingPurse(row);
    if (end.currency !== this.#purses[purse]!.currency) return 0;
    return sign === 1 ? values.paid(row) : values.received(row);
  }

  #credit(purse: number, time: number, mass: number): void {
    const chips = this.#chips[purse]!;
    chips.set(time, (chips.get(time) ?? 0) + mass);
    this.#queue.add(purse, mass);
  }

  #find(purse: Purse): number {
    const key = purse.account * Math.max(1, this.#values.graph.ledger.currencies.length) + purse.currency;
    const known = this.#indexOf.get(key);
    if (known !== undefined) return known;
    const index = this.#purses.push(purse) - 1;
    this.#indexOf.set(key, index);
    this.#chips.push(new Map());
    this.#scores.push(0);
    this.#queue.add(index, 0);
    return index;
  }
}
