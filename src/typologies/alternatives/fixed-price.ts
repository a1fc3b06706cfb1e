import { type Alternative, judge } from './alternative.js';
import { percent } from './spread.js';
import { landlord } from './landlord.js';
import { shop } from './shop.js';
import { greatest } from '../../structures/index.js';

/**
 * One price for all (A15): at least 80 % of the finding's credits are of one amount, and the receiver passes as a
 * business or a landlord. Equal amounts alone explain nothing: fees are equal too.
 */
export const fixedPrice: Alternative = {
  id: 'A15',
  title: 'Fixed price',
  test: (subject, finding, view) => {
    const credits = view.findingCredits(finding, subject);
    const counts = new Map<number, number>();
    for (const minor of credits.map((at) => credits.minor(at))) counts.set(minor, (counts.get(minor) ?? 0) + 1);
    const equal = greatest(counts.values(), 0);
    const business = [shop, landlord].some((one) => one.test(subject, finding, view).outcome === 'passed');
    return judge(
      equal > 0 && equal >= view.parameters.equalPriceShare * credits.length && business,
      `${percent(equal, credits.length)} of the amounts are equal; the receiver ${business ? 'looks' : 'does not look'} ` +
        'like a business.',
    );
  },
};
