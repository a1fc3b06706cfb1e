import { type Fraction } from '../../foundation/index.js';
import { type Arithmetic, MinorBigints, MinorNumbers, Rationals } from './arithmetic.js';
import { ClaimRun } from './claim-run.js';
import { type LotRule } from './holdings/holding-of-rule.js';
import { givenOpenings, leastOpenings } from './least-openings.js';
import { rowAmounts } from './row-amounts.js';
import { assumptionsOf } from './trace-assumptions.js';
import { followedLanes, type TracePlan, type TracePlans } from './trace-plan.js';
import { type ValueTrace } from './value-trace.js';

/** Uneven divisions up to which `auto` tries rational numbers. */
const EXACT_DIVISIONS = 20_000;

/** Follows a planned claim by one rule that attributes amounts. @throws UsageError `opening-balance` */
export function runRule(plans: TracePlans, rule: LotRule): ValueTrace {
  const { arithmetic, exactDigits } = plans.plan.settings;
  if (arithmetic === 'exact') return outcome(plans, rule, () => new Rationals(exactDigits)).trace;
  const inUnits = plans.plan.lanes.wide
    ? outcome(plans, rule, () => new MinorBigints())
    : outcome(plans, rule, () => new MinorNumbers());
  const { unevenDivisions } = inUnits;
  if (arithmetic === 'minor-units' || unevenDivisions === 0 || unevenDivisions > EXACT_DIVISIONS) return inUnits.trace;
  const exact = outcome(plans, rule, () => new Rationals(exactDigits, EXACT_DIVISIONS)).trace;
  return exact.complete ? exact : inUnits.trace;
}

interface Outcome {
  readonly trace: ValueTrace;
  /** Divisions that did not come out in whole minor units. */
  readonly unevenDivisions: number;
}

function outcome<Q>({ plan, reversed }: TracePlans, rule: LotRule, newArithmetic: () => Arithmetic<Q>): Outcome {
  const arithmetic = newArithmetic();
  const { run, openings } = runThrough(plan, rule, arithmetic);
  const { lanes, claim, settings } = plan;
  const origins = settings.perOrigin ? claim.rows : undefined;
  const tieSensitive =
    reversed !== undefined &&
    !arithmetic.exhausted &&
    !run.tally.equals(runThrough(reversed, rule, newArithmetic()).run.tally, lanes);
  const trace: ValueTrace = {
    rule,
    measure: 'attributed',
    claimed: nonZero(run.claimed.map((amount) => arithmetic.toFraction(amount))),
    steps: run.tally.tracedSteps(origins),
    ends: run.tally.traceEnds(lanes, origins),
    rounded: !(arithmetic instanceof Rationals) && arithmetic.unevenDivisions > 0,
    tieSensitive,
    assumptions: assumptionsOf(plan, reversed !== undefined, arithmetic, run, openings),
    complete: !arithmetic.exhausted,
    stoppedBy: arithmetic.exhausted ? `exactDigits ${settings.exactDigits}` : undefined,
  };
  return { trace, unevenDivisions: arithmetic.unevenDivisions };
}

/** Books all transfers, or as many as the arithmetic can carry; what is in the accounts then counts as held. */
function runThrough<Q>(
  plan: TracePlan,
  rule: LotRule,
  arithmetic: Arithmetic<Q>,
): { readonly run: ClaimRun<Q>; readonly openings: readonly Q[] } {
  const { graph, lanes, order, claim, settings } = plan;
  const followed = followedLanes(plan, rule);
  const openings =
    settings.shortfall === 'minimal-opening'
      ? leastOpenings(lanes, order, followed, claim.linked, rowAmounts(graph, arithmetic), arithmetic)
      : Array.from({ length: lanes.count }, () => arithmetic.zero);
  for (const [lane, minor] of givenOpenings(lanes, settings.openings))
    openings[lane] = arithmetic.of(Number(minor), minor);
  const run = new ClaimRun(plan, rule, arithmetic, followed, openings);
  for (let event = 0; event < order.length && !arithmetic.exhausted; event++) run.transfer(order[event]!, event);
  run.finish();
  return { run, openings };
}

function nonZero(amounts: readonly Fraction[]): { readonly currency: number; readonly amount: Fraction }[] {
  return amounts.map((amount, currency) => ({ currency, amount })).filter(({ amount }) => amount.numerator !== 0n);
}
