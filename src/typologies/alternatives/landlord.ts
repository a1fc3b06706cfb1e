import { byOther, totalOf } from './account-flows.js';
import { type Alternative, judge } from './alternative.js';
import { paysMonthly } from './regular-payments.js';

/**
 * Tenants pay a landlord (A04): at least 70 % of the senders pay the same amount within 2 % every 27 to 33 days, at
 * least three times, and at least 30 % of the outflow goes to public offices, lenders or suppliers, or nothing goes out in
 * the data at all.
 */
export const landlord: Alternative = {
  id: 'A04',
  title: 'Landlord',
  test: (subject, finding, view) => {
    const senders = new Set(view.findingCredits(finding, subject).map(({ other }) => other));
    const { credits, debits } = view.flows(subject);
    const histories = [...byOther(credits)].filter(([sender]) => senders.has(sender)).map(([, flows]) => flows);
    const tenants = histories.filter((flows) => paysMonthly(flows, 0.02)).length;
    const running = totalOf(debits.filter(({ other }) => view.isPublic(other)));
    const business = running >= 0.3 * totalOf(debits);
    return judge(
      histories.length >= 3 && tenants >= 0.7 * histories.length && business,
      `${tenants} of ${histories.length} senders pay one amount every month; ${running > 0 ? '' : 'no '}running costs seen.`,
    );
  },
};
