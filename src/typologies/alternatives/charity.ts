import { type Account } from '../../foundation/index.js';
import { type Alternative, judge, passed } from './alternative.js';
import { type AlternativeView } from './alternative-view.js';
import { inWords, percent } from './spread.js';

/**
 * A non-profit body (A06): on the user's list of registered bodies; or at least 30 donors of whom none gives more than
 * a fifth, with outflow to at least five receivers, the two largest below 80 %, and not at once.
 */
export const charity: Alternative = {
  id: 'A06',
  title: 'Non-profit, church, shelter, school',
  test: (subject, finding, view) => {
    if (view.lists.registeredBodies?.has(subject) === true) return passed('On the user’s list of registered bodies.');
    const p = view.parameters;
    const { donors, receivers, twoLargest, outflow, spread } = view.recall(subject, giving);
    const { credited, passedFast } = view.onward(finding, subject);
    return judge(
      donors >= p.donors && receivers >= p.grantees && spread && passedFast < p.giftsGoneFast * credited,
      `${donors} donors, ${receivers} receivers, the two largest with ` +
        `${percent(twoLargest, outflow)} of the outflow; ${percent(passedFast, credited)} left within ${inWords(p.fastHours)}.`,
    );
  },
};

/** Gifts and grants of an account, whatever the finding. */
function giving(
  account: Account,
  view: AlternativeView,
): { donors: number; receivers: number; twoLargest: number; outflow: number; spread: boolean } {
  const { credits, debits } = view.flows(account);
  const gifts = view.creditsByOther(account).map((flows) => flows.total());
  const grants = view
    .debitsByOther(account)
    .map((flows) => flows.total())
    .sort((a, b) => b - a);
  const largest = gifts.reduce((most, gift) => Math.max(most, gift), 0);
  const twoLargest = (grants[0] ?? 0) + (grants[1] ?? 0);
  const outflow = debits.total();
  const { largestGift, twoLargestGrants } = view.parameters;
  const spread = largest <= largestGift * credits.total() && twoLargest < twoLargestGrants * outflow;
  return { donors: gifts.length, receivers: grants.length, twoLargest, outflow, spread };
}
