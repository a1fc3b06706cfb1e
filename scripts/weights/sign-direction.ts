import { type SignDirection } from '../../src/judgement/index.js';

/** How far from chance a sign must rank a domain for the domain to have a say. */
const LEAST_LEAN = 0.03;
/** Net share of the domains that must agree. */
const LEAST_AGREEMENT = 6 / 8;

/**
 * Direction in which a sign may be learned; undefined where it shall have no weight.
 *
 * A sign whose meaning states a direction keeps it: a domain in which it says nothing, or in which it goes the other way
 * because of who uses such books at all, leaves it without weight by itself, and no domain can turn it round. For the others
 * it is the side on which at least 6 net of 8 domains lean clearly, by their areas under the curve.
 */
export function directionOf(areas: readonly number[], stated?: SignDirection): SignDirection | undefined {
  if (stated !== undefined) return stated;
  const net = areas.reduce((sum, area) => sum + (Math.abs(area - 0.5) > LEAST_LEAN ? Math.sign(area - 0.5) : 0), 0);
  if (Math.abs(net) < LEAST_AGREEMENT * areas.length) return undefined;
  return net > 0 ? '+' : '-';
}
