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
    const { credited, byReceiver, byCard } = view.onward(finding, subject);
    let spent = byCard;
    for (const [receiver, minor] of byReceiver) if (view.isPublic(receiver)) spent += minor;
    spent = Math.min(spent, credited);
    const share = percent(spent, credited);
    return judge(
      credited > 0 && spent >= 0.9 * credited,
      spent >= 0.9 * credited
        ? `No profit retainer seen: ${share} went to shops and suppliers.`
        : `${share} went to shops and suppliers.`,
    );
  },
};
