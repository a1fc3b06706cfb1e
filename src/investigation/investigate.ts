import { type Ledger } from '../ledger/index.js';
import { runPlanned } from '../typologies/index.js';
import { type InvestigateOptions, type Investigation } from './investigate-options.js';
import { type InvestigationPlan, planInvestigation } from './plan-investigation.js';

/**
 * The whole pipeline in one call: ledger to temporal graph, detectors, features, judgement, leads, disclosure. Pure: the
 * same ledger and options give the same investigation. In Node, `investigateInParallel` does it with several threads.
 *
 * @throws UsageError `unknown-option`, `option-range`, `seed`, `unknown-detector`, `unknown-parameter`,
 *   `guard-list-account`, `null-runs`, `corridor`; the reason of `signal`
 * @example
 * const { ledger } = createLedger(transfers);
 * for (const lead of investigate(ledger, { seed: 1 }).leads) use(lead.level, lead.parts);
 */
export function investigate(ledger: Ledger, options: InvestigateOptions = {}): Investigation {
  return investigateHere(planInvestigation(ledger, options));
}

/**
 * Does a whole plan in this thread. Flows are judged before patterns are searched: judging makes and drops columns of the size of
 * the file, and whenever 64 MB of them are gone V8 goes through all objects alive, which with the findings of a large file takes
 * seconds each time.
 */
export function investigateHere(plan: InvestigationPlan): Investigation {
  plan.judge();
  return plan.finish(runPlanned(plan.detectors, plan.watched));
}
