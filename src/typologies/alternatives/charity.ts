import { totalOf } from './account-flows.js';
import { type Alternative, judge, passed } from './alternative.js';
import { percent } from './spread.js';

/**
 * A non-profit body (A06): on the user's list of registered bodies; or at least 30 donors of whom none gives more than
 * a fifth, with outflow to at least five receivers, the two largest below 80 %, and not at once.
 */
export const charity: Alternative = {
  id: 'A06',
  title: 'Non-profit, church, shelter, school',
  test: (subject, finding, view) => {
    if (view.lists.registeredBodies?.has(subject) === true) return passed('On the user’s list of registered bodies.');
    const { credits, debits } = view.flows(subject);
    const gifts = new Map<number, number>();
    for (const { other, minor } of credits) gifts.set(other, (gifts.get(other) ?? 0) + minor);
    const grants = new Map<number, number>();
    for (const { other, minor } of debits) grants.set(other, (grants.get(other) ?? 0) + minor);
    const [first = 0, second = 0] = [...grants.values()].sort((a, b) => b - a);
    const largest = Math.max(0, ...gifts.values());
    const { credited, passedFast } = view.onward(finding, subject);
    const spread = largest <= 0.2 * totalOf(credits) && first + second < 0.8 * totalOf(debits);
    return judge(
      gifts.size >= 30 && grants.size >= 5 && spread && passedFast < 0.5 * credited,
      `${gifts.size} donors, ${grants.size} receivers, the two largest with ` +
        `${percent(first + second, totalOf(debits))} of the outflow; ${percent(passedFast, credited)} left within two days.`,
    );
  },
};
