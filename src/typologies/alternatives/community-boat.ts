import { type Alternative, judge } from './alternative.js';
import { percent } from './spread.js';

/**
 * Passengers pool money and buy (A03): at least 90 % of the pooled value goes to shops and suppliers or by card, and
 * nothing noteworthy stays. The text is "no profit retainer seen", nothing stronger.
 */
export const communityBoat: Alternative = {
  id: 'A03',
  title: 'Pooled purchase without gain',
  test: (subject, finding, view) => {
    const { credited, everyday } = view.onward(finding, subject);
    const share = percent(everyday, credited);
    const spent = everyday >= view.parameters.pooledShare * credited;
    return judge(
      credited > 0 && spent,
      spent
        ? `No profit retainer seen: ${share} went to shops and suppliers.`
        : `${share} went to shops and suppliers.`,
    );
  },
};
