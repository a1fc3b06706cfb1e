import { type Fraction } from '../../foundation/index.js';
import { type Arithmetic, Rationals } from '../holdings/arithmetic.js';
import { type ArithmeticRun, runInArithmetic } from './choose-arithmetic.js';
import { ClaimRun } from './claim-run.js';
import { type LotRule } from '../holdings/tracing-rules.js';
import { openingsOf } from './openings.js';
import { rowAmounts } from './row-amounts.js';
import { assumptionsOf } from './trace-assumptions.js';
import { followedLanes, type TracePlan, type TracePlans } from './trace-plan.js';
import { type ValueTrace } from './value-trace.js';

/** Follows a planned claim by one rule that attributes amounts. @throws UsageError `opening-balance` */
export function runRule(plans: TracePlans, rule: LotRule): ValueTrace {
  const { settings, lanes } = plans.plan;
  const inArithmetic = <Q>(newArithmetic: () => Arithmetic<Q>): TracedRun => new RuleRun(plans, rule, newArithmetic);
  return runInArithmetic(settings, lanes.wide, inArithmetic).trace();
}

interface TracedRun extends ArithmeticRun {
  trace(): ValueTrace;
}

/** A rule run in one arithmetic, in booked order; the opposite order only when the trace is asked for. */
class RuleRun<Q> implements TracedRun {
  readonly arithmetic: Arithmetic<Q>;
  readonly run: ClaimRun<Q>;
  readonly #openings: readonly Q[];
  readonly #plans: TracePlans;
  readonly #rule: LotRule;
  readonly #newArithmetic: () => Arithmetic<Q>;

  constructor(plans: TracePlans, rule: LotRule, newArithmetic: () => Arithmetic<Q>) {
    this.arithmetic = newArithmetic();
    const { run, openings } = runThrough(plans.plan, rule, this.arithmetic);
    this.run = run;
    this.#openings = openings;
    this.#plans = plans;
    this.#rule = rule;
    this.#newArithmetic = newArithmetic;
  }

  get transfers(): number {
    return this.run.transfers;
  }

  trace(): ValueTrace {
    const { arithmetic, run } = this;
    const { plan, reversed } = this.#plans;
    const { lanes, claim, settings } = plan;
    const origins = settings.perOrigin ? claim.rows : undefined;
    return {
      rule: this.#rule,
      measure: 'attributed',
      claimed: nonZero(run.claimed.map((amount) => arithmetic.toFraction(amount))),
      steps: run.tally.tracedSteps(origins),
      ends: run.tally.traceEnds(lanes, origins),
      rounded: !(arithmetic instanceof Rationals) && arithmetic.unevenDivisions > 0,
      tieSensitive: this.#isTieSensitive(),
      assumptions: assumptionsOf(plan, reversed !== undefined, arithmetic, run, this.#openings),
      complete: !arithmetic.exhausted,
      stoppedBy: arithmetic.exhausted ? `exactDigits ${settings.exactDigits}` : undefined,
    };
  }

  #isTieSensitive(): boolean {
    const { plan, reversed } = this.#plans;
    if (reversed === undefined || this.arithmetic.exhausted) return false;
    const { run } = runThrough(reversed, this.#rule, this.#newArithmetic());
    return !this.run.tally.equals(run.tally, plan.lanes);
  }
}

/** Books all transfers, or as many as the arithmetic can carry; what is in the accounts then counts as held. */
function runThrough<Q>(
  plan: TracePlan,
  rule: LotRule,
  arithmetic: Arithmetic<Q>,
): { readonly run: ClaimRun<Q>; readonly openings: readonly Q[] } {
  const { graph, lanes, order, claim, settings } = plan;
  const followed = followedLanes(plan, rule);
  const amounts = rowAmounts(graph, arithmetic);
  const openings = openingsOf(settings, lanes, order, followed, amounts, arithmetic, claim.linked);
  const run = new ClaimRun(plan, rule, arithmetic, followed, openings);
  for (let event = 0; event < order.length && !arithmetic.exhausted; event++) run.transfer(order[event]!, event);
  run.finish();
  return { run, openings };
}

function nonZero(amounts: readonly Fraction[]): { readonly currency: number; readonly amount: Fraction }[] {
  return amounts.map((amount, currency) => ({ currency, amount })).filter(({ amount }) => amount.numerator !== 0n);
}
