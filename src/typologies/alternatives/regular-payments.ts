import { type Account, DAY_MS } from '../../foundation/index.js';
import { type Flow } from './account-flows.js';
import { gaps, median, variation } from './spread.js';

/** Paid at least three times, weekly to monthly, with steady gaps and amounts: a wage, for example. */
export function paysRegularly(flows: readonly Flow[]): boolean {
  if (flows.length < 3 || !canReach(flows, 6)) return false;
  const between = gaps(flows.map(({ timeMs }) => timeMs));
  const rhythm = median(between) / DAY_MS;
  const steady = variation(between) <= 0.25 && variation(flows.map(({ minor }) => minor)) <= 0.25;
  return steady && rhythm >= 6 && rhythm <= 34;
}

/** Paid at least three times, every 27 to 33 days, four in five of the amounts within `tolerance` of the median: a rent. */
export function paysMonthly(flows: readonly Flow[], tolerance: number): boolean {
  if (flows.length < 3 || !canReach(flows, 26.5)) return false;
  const usual = median(flows.map(({ minor }) => minor));
  const equal = flows.filter(({ minor }) => Math.abs(minor - usual) <= usual * tolerance).length;
  const rhythm = median(gaps(flows.map(({ timeMs }) => timeMs))) / DAY_MS;
  return equal >= 0.8 * flows.length && rhythm >= 26.5 && rhythm <= 33.5;
}

/** Paid at least three times, a month or two apart, amounts alike: a rent, a salary, help for a relative (as A01 has it). */
export function isUpkeep(flows: readonly Pick<Flow, 'timeMs' | 'minor'>[]): boolean {
  if (flows.length < 3 || !canReach(flows, 25)) return false;
  const rhythm = median(gaps(flows.map(({ timeMs }) => timeMs))) / DAY_MS;
  return rhythm >= 25 && rhythm <= 65 && variation(flows.map(({ minor }) => minor)) <= 0.5;
}

/** Those who pay so every month. */
export function monthlySenders(bySender: ReadonlyMap<Account, readonly Flow[]>, tolerance: number): Set<Account> {
  return new Set([...bySender].filter(([, flows]) => paysMonthly(flows, tolerance)).map(([sender]) => sender));
}

/** Whether the median gap can be so many days at all: half of the gaps must then fit between first and last. */
function canReach(flows: readonly Pick<Flow, 'timeMs'>[], days: number): boolean {
  const half = Math.ceil((flows.length - 1) / 2);
  return flows.at(-1)!.timeMs - flows[0]!.timeMs >= half * days * DAY_MS;
}
