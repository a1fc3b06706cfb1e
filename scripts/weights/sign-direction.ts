import { type SignDirection } from '../../src/judgement/index.js';

/** How far from chance a sign must rank a domain for the domain to have a say. */
const LEAST_LEAN = 0.03;
/** Net share of the domains that must agree. */
const LEAST_AGREEMENT = 6 / 8;

/**
 * Direction of a sign by its area under the curve in each domain: the side on which at least 6 net of 8 domains lean clearly;
 * undefined where they do not agree, and then the sign has no weight.
 */
export function directionOf(areas: readonly number[]): SignDirection | undefined {
  const net = areas.reduce((sum, area) => sum + (Math.abs(area - 0.5) > LEAST_LEAN ? Math.sign(area - 0.5) : 0), 0);
  if (Math.abs(net) < LEAST_AGREEMENT * areas.length) return undefined;
  return net > 0 ? '+' : '-';
}
