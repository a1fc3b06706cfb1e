import { type Fraction, fraction, type Row } from '../../foundation/index.js';
import { type AccountLanes } from './account-lanes.js';
import { type Arithmetic } from '../holdings/arithmetic.js';
import { END_STATES, type EndState, type TracedStep, type TraceEnd } from './value-trace.js';

/** Amounts noted under equal heads are one amount. `row` -1 = none. */
interface Entry<Q> {
  readonly row: Row;
  readonly origin: number;
  readonly asserted: boolean;
  amount: Q;
}
interface StepEntry<Q> extends Entry<Q> {
  hops: number;
}
interface EndEntry<Q> extends Entry<Q> {
  readonly state: EndState;
  readonly lane: number;
}

/** The steps and ends of one run while it goes on, in the run's own kind of amounts. */
export class TraceTally<Q> {
  readonly steps: StepEntry<Q>[] = [];
  readonly #arithmetic: Arithmetic<Q>;
  readonly #ends: EndEntry<Q>[] = [];
  readonly #returned = new Map<string, EndEntry<Q>>();

  constructor(arithmetic: Arithmetic<Q>) {
    this.#arithmetic = arithmetic;
  }

  /** Notes claimed value that a transfer carries. The transfers must come one after the other. */
  step(row: Row, origin: number, asserted: boolean, hops: number, amount: Q): void {
    for (let k = this.steps.length - 1; k >= 0 && this.steps[k]!.row === row; k--) {
      const entry = this.steps[k]!;
      if (entry.origin !== origin || entry.asserted !== asserted) continue;
      entry.amount = this.#arithmetic.add(entry.amount, amount);
      if (hops < entry.hops) entry.hops = hops;
      return;
    }
    this.steps.push({ row, origin, asserted, hops, amount });
  }

  end(state: EndState, lane: number, row: Row, origin: number, asserted: boolean, amount: Q): void {
    if (row >= 0) {
      this.#ends.push({ state, lane, row, origin, asserted, amount });
      return;
    }
    const key = `${state} ${lane} ${origin} ${asserted}`;
    const entry = this.#returned.get(key);
    if (entry === undefined) this.#returned.set(key, { state, lane, row, origin, asserted, amount });
    else entry.amount = this.#arithmetic.add(entry.amount, amount);
  }

  /** All ends, each head once, by state, account, currency, row, origin, unasserted first. */
  ends(lanes: AccountLanes): EndEntry<Q>[] {
    const sorted = [...this.#ends, ...this.#returned.values()].sort(
      (a, b) =>
        STATE_RANK.get(a.state)! - STATE_RANK.get(b.state)! ||
        lanes.account[a.lane]! - lanes.account[b.lane]! ||
        lanes.currency[a.lane]! - lanes.currency[b.lane]! ||
        a.row - b.row ||
        a.origin - b.origin ||
        Number(a.asserted) - Number(b.asserted),
    );
    const merged: EndEntry<Q>[] = [];
    for (const entry of sorted) {
      const last = merged.at(-1);
      const isSame =
        last?.state === entry.state &&
        last.lane === entry.lane &&
        last.row === entry.row &&
        last.origin === entry.origin &&
        last.asserted === entry.asserted;
      if (isSame) last.amount = this.#arithmetic.add(last.amount, entry.amount);
      else merged.push({ ...entry });
    }
    return merged;
  }

  /** Whether two runs in different orders came to the same figures. */
  equals(other: TraceTally<Q>, lanes: AccountLanes): boolean {
    const same = (left: readonly Entry<Q>[], right: readonly Entry<Q>[]): boolean =>
      left.length === right.length &&
      left.every((entry, at) => {
        const twin = right[at]!;
        const isSamePlace = (entry as Partial<EndEntry<Q>>).lane === (twin as Partial<EndEntry<Q>>).lane;
        const isSameHead =
          isSamePlace && entry.row === twin.row && entry.origin === twin.origin && entry.asserted === twin.asserted;
        return isSameHead && this.#arithmetic.compare(entry.amount, twin.amount) === 0;
      });
    const byRow = (steps: readonly StepEntry<Q>[]): StepEntry<Q>[] =>
      [...steps].sort((a, b) => a.row - b.row || a.origin - b.origin || Number(a.asserted) - Number(b.asserted));
    return same(this.ends(lanes), other.ends(lanes)) && same(byRow(this.steps), byRow(other.steps));
  }

  /** Steps as results; `rows` are the origins' rows where they are kept apart. */
  tracedSteps(rows: readonly Row[] | undefined): TracedStep[] {
    return this.steps.map(({ row, origin, asserted, hops, amount }) => ({
      row,
      amount: this.#arithmetic.toFraction(amount),
      hops,
      asserted,
      origin: rows?.[origin],
    }));
  }

  traceEnds(lanes: AccountLanes, rows: readonly Row[] | undefined): TraceEnd[] {
    return this.ends(lanes).map(({ state, lane, row, origin, asserted, amount }) => ({
      state,
      account: lanes.account[lane]!,
      currency: lanes.currency[lane]!,
      amount: this.#arithmetic.toFraction(amount),
      row: row < 0 ? undefined : row,
      asserted,
      origin: rows?.[origin],
    }));
  }
}

const STATE_RANK: ReadonlyMap<EndState, number> = new Map(END_STATES.map((state, rank) => [state, rank]));

/** A share such as 0.05 as the exact decimal it is written as. */
export function shareFraction(share: number): Fraction {
  const [digits = '0', exponent = '0'] = share.toExponential().split('e');
  const [whole = '0', decimals = ''] = digits.split('.');
  return fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length - Number(exponent)));
}
