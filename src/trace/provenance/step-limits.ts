import { fraction, multiplyFractions, type Row } from '../../foundation/index.js';
import { type Arithmetic } from '../holdings/arithmetic.js';
import { type Lot } from '../holdings/lot.js';
import { type TracePlan } from './trace-plan.js';
import { shareFraction } from './trace-tally.js';
import { type EndState } from './value-trace.js';

/** How far claimed value is followed: hops, waiting times, and the least that a step must carry. */
export class StepLimits<Q> {
  readonly #plan: TracePlan;
  readonly #arithmetic: Arithmetic<Q>;
  /** When claimed value last came to each lane. */
  readonly #newestMs: Float64Array;
  /** By currency. */
  readonly #least: readonly Q[] | undefined;

  constructor(plan: TracePlan, arithmetic: Arithmetic<Q>) {
    this.#plan = plan;
    this.#arithmetic = arithmetic;
    this.#newestMs = new Float64Array(plan.lanes.count).fill(-Infinity);
    this.#least = plan.settings.minShare === 0 ? undefined : leastSteps(plan, arithmetic);
  }

  arrived(lane: number, row: Row): void {
    this.#newestMs[lane] = this.#plan.graph.ledger.columns.timeMs[row]!;
  }

  /** Whether claimed value has been waiting in the lane for too long to go on with this transfer. */
  isLate(lane: number, row: Row): boolean {
    const { graph, settings } = this.#plan;
    return graph.ledger.columns.timeMs[row]! - this.#newestMs[lane]! > settings.maxWaitMs;
  }

  /** Whether the claimed lots of a step are less than it must carry. */
  isSmall(currency: number, claimed: readonly Readonly<Lot<Q>>[]): boolean {
    if (this.#least === undefined) return false;
    let sum = this.#arithmetic.zero;
    for (const { amount } of claimed) sum = this.#arithmetic.add(sum, amount);
    return this.#arithmetic.compare(sum, this.#least[currency]!) < 0;
  }

  /** The limit that ends a lot of a step, if one does. */
  limitOf(lot: Readonly<Lot<Q>>, isLate: boolean, isSmall: boolean): EndState | undefined {
    if (isLate) return 'max-wait';
    if (lot.hops >= this.#plan.settings.maxHops) return 'hop-limit';
    return isSmall ? 'below-min-share' : undefined;
  }
}

/** The least share of what the claimed transfers bring, by currency. */
function leastSteps<Q>({ graph, lanes, claim, settings }: TracePlan, arithmetic: Arithmetic<Q>): Q[] {
  const totals = graph.ledger.currencies.map(() => 0n);
  for (const row of claim.rows) totals[lanes.currency[lanes.to[row]!]!]! += graph.ledger.received(row)!.minor;
  const share = shareFraction(settings.minShare);
  return totals.map((total) => arithmetic.notBelow(multiplyFractions(fraction(total), share)));
}
