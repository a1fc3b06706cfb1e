import { type Budget } from '../../foundation/index.js';
import { type FifoLane, type MinorColumn } from '../../trace/index.js';
import { type ExactShare } from '../numbers/exact-share.js';
import { type BipartiteCosts } from './least-cost-matching.js';
import { isNear, type Share } from './release-share.js';

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

  /** When the credits and the debits of a matching happened, each ascending; `debitTimeMs` as for {@link FittingPairs.at}. */
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

  /**
   * The pairs that also fit in time if the debits happen at these times, one for each of {@link FittingPairs.debits}, with
   * what they cost. Undefined if the budget, in pairs, ran out.
   */
  at(debitTimeMs: ArrayLike<number>, budget: Budget): BipartiteCosts | undefined {
    const { credits, debits, starts: from, targets: fitting } = this.columns;
    if (!budget.spend(fitting.length)) return undefined;
    const { lane, rule } = this.search;
    const { creditTimeMs, creditMinor, debitMinor } = lane;
    const starts = new Int32Array(from.length);
    const targets = new Int32Array(fitting.length);
    const costs = new Float64Array(fitting.length);
    let edges = 0;
    for (let i = 0; i < credits.length; i++) {
      const credit = credits[i]!;
      for (let pair = from[i]!; pair < from[i + 1]!; pair++) {
        const target = fitting[pair]!;
        const lag = debitTimeMs[target]! - creditTimeMs[credit]!;
        if (lag < rule.minLagMs || lag > rule.maxLagMs) continue;
        targets[edges] = target;
        costs[edges++] = this.search.cost(creditMinor[credit]!, debitMinor[debits[target]!]!, lag);
      }
      starts[i + 1] = edges;
    }
    return { starts, targets: targets.subarray(0, edges), costs: costs.subarray(0, edges), rightCount: debits.length };
  }

  /** The same pairs without the credits and debits that are in none: small where hardly any of a long lane fit. */
  compact(): FittingPairs {
    const { credits, debits, starts, targets } = this.columns;
    const kept = credits.filter((_, i) => starts[i + 1]! > starts[i]!);
    const used = Int32Array.from(new Set(targets)).sort();
    const place = new Map(Array.from(used, (target, i) => [target, i]));
    return new FittingPairs(this.search, {
      credits: kept,
      debits: used.map((target) => debits[target]!),
      starts: Int32Array.from([0, ...starts.subarray(1).filter((end, i) => end > starts[i]!)]),
      targets: targets.map((target) => place.get(target)!),
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
  readonly lane: FifoLane;
  readonly rule: ReleaseRule;
  /** Debits by amount, equal ones by time. */
  readonly #byAmount: Int32Array;

  constructor(lane: FifoLane, rule: ReleaseRule) {
    this.lane = lane;
    this.rule = rule;
    const { debitMinor } = lane;
    this.#byAmount = Int32Array.from(debitMinor.keys()).sort((a, b) => {
      const [left, right] = [debitMinor[a]!, debitMinor[b]!];
      return left < right ? -1 : left > right ? 1 : a - b;
    });
  }

  /** All pairs whose amounts and parties fit. Undefined if the budget ran out: eight steps for each pair whose amounts fit. */
  all(budget: Budget): FittingPairs | undefined {
    return this.#fitting(this.#byAmount, budget, () => true, KEPT_COST);
  }

  /** Those of them whose share is near the usual one, to the debits chosen. */
  near(usual: Share, isChosen: (debit: number) => boolean, budget: Budget): FittingPairs | undefined {
    const { creditMinor, debitMinor } = this.lane;
    return this.#fitting(this.#byAmount.filter(isChosen), budget, (credit, debit) => {
      const share = { receivedMinor: BigInt(creditMinor[credit]!), paidMinor: BigInt(debitMinor[debit]!) };
      return isNear(share, usual, this.rule.maxSpread);
    });
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
    holds: (credit: number, debit: number) => boolean,
    steps = 1,
  ): FittingPairs | undefined {
    const { creditMinor, debitMinor } = this.lane;
    const starts = new Int32Array(creditMinor.length + 1);
    const debits: number[] = [];
    for (let credit = 0; credit < creditMinor.length; credit++) {
      const whole = creditMinor[credit]!;
      const from = firstFrom(byAmount, debitMinor, leastRelease(whole, this.rule.maxCommission));
      for (let i = from; i < byAmount.length; i++) {
        const debit = byAmount[i]!;
        if (debitMinor[debit]! > whole) break;
        if (!budget.spend(steps)) return undefined;
        if (this.rule.mayRelease(credit, debit) && holds(credit, debit)) debits.push(debit);
      }
      starts[credit + 1] = debits.length;
    }
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
