import { type Budget } from '../../foundation/index.js';
import { type LaneColumns, type MinorColumn } from '../../trace/index.js';
import { type ExactShare } from '../numbers/exact-share.js';
import { nearnessTo, type Share } from './release-share.js';

/** When a debit may be the release of a credit. */
export interface ReleaseRule {
  /** Least and greatest time from credit to debit, milliseconds, inclusive. */
  readonly minLagMs: number;
  readonly maxLagMs: number;
  /** Greatest part of a credit that may be held back. */
  readonly maxCommission: ExactShare;
  /** Greatest distance of a release's share paid / received from the usual one. */
  readonly maxSpread: ExactShare;
  /** What a lag of the greatest length costs beside a commission, which costs its own share. */
  readonly lagCost: number;
  /** Most debits that may make up one release. */
  readonly maxParts: number;
  /** Whether this credit may be released by this debit, by who pays and who receives; positions in the lane. */
  readonly mayRelease: (credit: number, debit: number) => boolean;
}

/** Costs are counted in billionths, so that sums of them are exact. */
const COST_PARTS = 1e9;

/** Pairs as columns: credit `credits[i]` with debits `debits[targets[starts[i]]] .. debits[targets[starts[i + 1] - 1]]`. */
export interface PairColumns {
  readonly credits: Int32Array;
  readonly debits: Int32Array;
  readonly starts: Int32Array;
  readonly targets: Int32Array;
}

/** Pairs of credit and debit whose amounts and parties fit, whenever the debits happen. */
export class FittingPairs {
  readonly search: ReleaseSearch;
  readonly columns: PairColumns;

  constructor(search: ReleaseSearch, columns: PairColumns) {
    this.search = search;
    this.columns = columns;
  }

  /** Positions in the lane of the debits that a matching of these pairs speaks of. */
  get debits(): Int32Array {
    return this.columns.debits;
  }

  /** Whether every credit of the pairs fits every debit of them: then the amounts do not tell which belongs to which. */
  get areAlike(): boolean {
    const { credits, debits, targets } = this.columns;
    return targets.length === credits.length * debits.length;
  }

  /** When the credits and the debits of a matching happened, each ascending; `debitTimeMs` has one for each of {@link FittingPairs.debits}. */
  timesOf(
    debitOf: Int32Array,
    debitTimeMs: ArrayLike<number>,
  ): { readonly creditMs: Float64Array; readonly debitMs: Float64Array } {
    const { credits } = this.columns;
    const { creditTimeMs } = this.search.lane;
    const matched = [...debitOf.keys()].filter((i) => debitOf[i] !== -1);
    return {
      creditMs: Float64Array.from(matched, (i) => creditTimeMs[credits[i]!]!).sort(),
      debitMs: Float64Array.from(matched, (i) => debitTimeMs[debitOf[i]!]!).sort(),
    };
  }

  /** The same pairs without the credits and debits that are in none: small where hardly any of a long lane fit. */
  compact(): FittingPairs {
    const { credits, debits, starts, targets } = this.columns;
    const isKept = (_: number, i: number): boolean => starts[i + 1]! > starts[i]!;
    const place = new Int32Array(debits.length);
    for (let pair = 0; pair < targets.length; pair++) place[targets[pair]!] = 1;
    const used = debits.filter((_, target) => place[target] === 1);
    for (let target = 0, at = 0; target < place.length; target++) if (place[target] === 1) place[target] = at++;
    return new FittingPairs(this.search, {
      credits: credits.filter(isKept),
      debits: used,
      starts: Int32Array.of(0, ...starts.subarray(1).filter(isKept)),
      targets: targets.map((target) => place[target]!),
    });
  }
}

/** Steps that a pair of the whole lane costs: it is kept, 20 bytes each, so that a lane holds at most 2.2 million of them by default. */
const KEPT_COST = 8;

/**
 * Which debits of one lane may be the release of which credits: amounts from (1 - commission) of the credit up to the
 * credit, compared exactly. O((credits + debits) log debits), then O(pairs whose amounts fit).
 */
export class ReleaseSearch {
  readonly lane: LaneColumns;
  readonly rule: ReleaseRule;
  /** Debits by amount, equal ones by time. */
  readonly #byAmount: Int32Array;
  /** By credit: the least that may be its release. */
  readonly #leastRelease: MinorColumn;

  constructor(lane: LaneColumns, rule: ReleaseRule) {
    this.lane = lane;
    this.rule = rule;
    const { creditMinor, debitMinor } = lane;
    this.#byAmount = Int32Array.from(debitMinor.keys()).sort((a, b) => {
      const [left, right] = [debitMinor[a]!, debitMinor[b]!];
      return left < right ? -1 : left > right ? 1 : a - b;
    });
    const least = (whole: number | bigint): number | bigint => leastRelease(whole, rule.maxCommission);
    this.#leastRelease =
      creditMinor instanceof Float64Array
        ? creditMinor.map((whole) => Number(least(whole)))
        : creditMinor.map((whole) => BigInt(least(whole)));
  }

  /** All pairs whose amounts and parties fit. Undefined if the budget ran out: eight steps for each pair whose amounts fit. */
  all(budget: Budget): FittingPairs | undefined {
    return this.#fitting(this.#byAmount, budget, () => true, KEPT_COST);
  }

  /** Those of them whose share is near the usual one, to the debits chosen. */
  near(usual: Share, isChosen: (debit: number) => boolean, budget: Budget): FittingPairs | undefined {
    return this.#fitting(this.#byAmount.filter(isChosen), budget, nearnessTo(usual, this.rule.maxSpread));
  }

  /** Cost of releasing `paid` of `received` after `lagMs`, in whole billionths. */
  cost(received: number | bigint, paid: number | bigint, lagMs: number): number {
    const commission = (Number(received) - Number(paid)) / Number(received);
    return Math.round(COST_PARTS * (commission + (this.rule.lagCost * lagMs) / this.rule.maxLagMs));
  }

  /** Pairs with the given debits, which are by amount. */
  #fitting(
    byAmount: Int32Array,
    budget: Budget,
    holds: (received: number | bigint, paid: number | bigint) => boolean,
    steps = 1,
  ): FittingPairs | undefined {
    const { creditMinor, debitMinor } = this.lane;
    const { mayRelease } = this.rule;
    const mayBeSpent = budget.left;
    const starts = new Int32Array(creditMinor.length + 1);
    const debits: number[] = [];
    let spent = 0;
    for (let credit = 0; credit < creditMinor.length && spent <= mayBeSpent; credit++) {
      const whole = creditMinor[credit]!;
      for (let i = firstFrom(byAmount, debitMinor, this.#leastRelease[credit]!); i < byAmount.length; i++) {
        const debit = byAmount[i]!;
        const paid = debitMinor[debit]!;
        if (paid > whole) break;
        spent += steps;
        if (spent > mayBeSpent) break;
        if (mayRelease(credit, debit) && holds(whole, paid)) debits.push(debit);
      }
      starts[credit + 1] = debits.length;
    }
    if (spent > 0 && !budget.spend(spent)) return undefined;
    const all = { credits: Int32Array.from(creditMinor.keys()), debits: Int32Array.from(debitMinor.keys()) };
    return new FittingPairs(this, { ...all, starts, targets: Int32Array.from(debits) });
  }
}

/** Position of the first debit, by amount, that is at least `least`. */
function firstFrom(byAmount: Int32Array, debitMinor: MinorColumn, least: number | bigint): number {
  let low = 0;
  for (let high = byAmount.length; low < high;) {
    const middle = (low + high) >> 1;
    if (debitMinor[byAmount[middle]!]! >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The least whole amount that is at least (1 - commission) of `whole`. */
export function leastRelease(whole: number | bigint, { numerator, denominator }: ExactShare): number | bigint {
  const [kept, parts] = [Number(denominator - numerator), Number(denominator)];
  if (typeof whole === 'number' && whole * parts <= Number.MAX_SAFE_INTEGER) {
    // Whole numbers below 2^53: product, remainder and quotient are exact.
    const rest = (whole * kept) % parts;
    return (whole * kept - rest) / parts + (rest > 0 ? 1 : 0);
  }
  return (BigInt(whole) * (denominator - numerator) + denominator - 1n) / denominator;
}
