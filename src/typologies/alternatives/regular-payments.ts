import { type Account, DAY_MS } from '../../foundation/index.js';
import { ALTERNATIVE_DEFAULTS, type AlternativeParameters } from './alternative-parameters.js';
import { type FlowGroups } from './flow-groups.js';
import { type Flows } from './flows.js';
import { gaps, median, variation } from './spread.js';

/** Paid at least three times, weekly to monthly, with steady gaps and amounts: a wage, for example. */
export function paysRegularly(flows: Flows, p: AlternativeParameters): boolean {
  if (flows.length < p.repeatedPayments || !canReach(flows.length, spanMs(flows), p.wageLeastDays)) return false;
  const between = gaps(timesOf(flows));
  const rhythm = median(between) / DAY_MS;
  const steady = variation(between) <= p.wageVariation && variation(amountsOf(flows)) <= p.wageVariation;
  return steady && rhythm >= p.wageLeastDays && rhythm <= p.wageMostDays;
}

/** Paid at least three times, every 27 to 33 days, four in five of the amounts within `tolerance` of the median: a rent. */
export function paysMonthly(flows: Flows, tolerance: number, p: AlternativeParameters): boolean {
  if (flows.length < p.repeatedPayments || !canReach(flows.length, spanMs(flows), p.monthLeastDays)) return false;
  const usual = median(amountsOf(flows));
  const equal = flows.count((at) => Math.abs(flows.minor(at) - usual) <= usual * tolerance);
  const rhythm = median(gaps(timesOf(flows))) / DAY_MS;
  return equal >= p.monthEqualShare * flows.length && rhythm >= p.monthLeastDays && rhythm <= p.monthMostDays;
}

/** Paid at least three times, a month or two apart, amounts alike: a rent, a salary, help for a relative (as A01 has it). By time. */
export function isUpkeep(
  payments: readonly { readonly timeMs: number; readonly minor: number }[],
  p: AlternativeParameters = ALTERNATIVE_DEFAULTS,
): boolean {
  const [first, last] = [payments[0], payments.at(-1)];
  if (payments.length < p.repeatedPayments || first === undefined || last === undefined) return false;
  if (!canReach(payments.length, last.timeMs - first.timeMs, p.upkeepLeastDays)) return false;
  const rhythm = median(gaps(payments.map(({ timeMs }) => timeMs))) / DAY_MS;
  const steady = variation(payments.map(({ minor }) => minor)) <= p.upkeepVariation;
  return rhythm >= p.upkeepLeastDays && rhythm <= p.upkeepMostDays && steady;
}

const NOBODY: ReadonlySet<Account> = new Set();

/** Those who pay so every month. */
export function monthlySenders(
  bySender: FlowGroups,
  tolerance: number,
  p: AlternativeParameters,
): ReadonlySet<Account> {
  const senders = bySender.others.filter((_, group) => paysMonthly(bySender.flows(group), tolerance, p));
  return senders.length === 0 ? NOBODY : new Set(senders);
}

/** Whether the median gap can be this many days at all: half of the gaps must then fit between first and last. */
function canReach(payments: number, lastingMs: number, days: number): boolean {
  return lastingMs >= Math.ceil((payments - 1) / 2) * days * DAY_MS;
}

/** From the first to the last; there must be one. */
function spanMs(flows: Flows): number {
  return flows.timeMs(flows.length - 1) - flows.timeMs(0);
}

function timesOf(flows: Flows): number[] {
  return flows.map((at) => flows.timeMs(at));
}

function amountsOf(flows: Flows): number[] {
  return flows.map((at) => flows.minor(at));
}
