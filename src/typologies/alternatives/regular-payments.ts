import { type Account, DAY_MS } from '../../foundation/index.js';
import { type Flow } from './account-flows.js';
import { ALTERNATIVE_DEFAULTS, type AlternativeParameters } from './alternative-parameters.js';
import { gaps, median, variation } from './spread.js';

/** Paid at least three times, weekly to monthly, with steady gaps and amounts: a wage, for example. */
export function paysRegularly(flows: readonly Flow[], p: AlternativeParameters): boolean {
  if (flows.length < p.repeatedPayments || !canReach(flows, p.wageLeastDays)) return false;
  const between = gaps(flows.map(({ timeMs }) => timeMs));
  const rhythm = median(between) / DAY_MS;
  const steady = variation(between) <= p.wageVariation && variation(flows.map(({ minor }) => minor)) <= p.wageVariation;
  return steady && rhythm >= p.wageLeastDays && rhythm <= p.wageMostDays;
}

/** Paid at least three times, every 27 to 33 days, four in five of the amounts within `tolerance` of the median: a rent. */
export function paysMonthly(flows: readonly Flow[], tolerance: number, p: AlternativeParameters): boolean {
  if (flows.length < p.repeatedPayments || !canReach(flows, p.monthLeastDays)) return false;
  const usual = median(flows.map(({ minor }) => minor));
  const equal = flows.filter(({ minor }) => Math.abs(minor - usual) <= usual * tolerance).length;
  const rhythm = median(gaps(flows.map(({ timeMs }) => timeMs))) / DAY_MS;
  return equal >= p.monthEqualShare * flows.length && rhythm >= p.monthLeastDays && rhythm <= p.monthMostDays;
}

/** Paid at least three times, a month or two apart, amounts alike: a rent, a salary, help for a relative (as A01 has it). */
export function isUpkeep(
  flows: readonly Pick<Flow, 'timeMs' | 'minor'>[],
  p: AlternativeParameters = ALTERNATIVE_DEFAULTS,
): boolean {
  if (flows.length < p.repeatedPayments || !canReach(flows, p.upkeepLeastDays)) return false;
  const rhythm = median(gaps(flows.map(({ timeMs }) => timeMs))) / DAY_MS;
  const steady = variation(flows.map(({ minor }) => minor)) <= p.upkeepVariation;
  return rhythm >= p.upkeepLeastDays && rhythm <= p.upkeepMostDays && steady;
}

/** Those who pay so every month. */
export function monthlySenders(
  bySender: ReadonlyMap<Account, readonly Flow[]>,
  tolerance: number,
  p: AlternativeParameters,
): Set<Account> {
  return new Set([...bySender].filter(([, flows]) => paysMonthly(flows, tolerance, p)).map(([sender]) => sender));
}

/** Whether the median gap can be so many days at all: half of the gaps must then fit between first and last. */
function canReach(flows: readonly Pick<Flow, 'timeMs'>[], days: number): boolean {
  const half = Math.ceil((flows.length - 1) / 2);
  return flows.at(-1)!.timeMs - flows[0]!.timeMs >= half * days * DAY_MS;
}
