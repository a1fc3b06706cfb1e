import { type Account } from '../../foundation/index.js';
import { type Alternative, judge } from './alternative.js';
import { type AlternativeView } from './alternative-view.js';
import { monthlySenders } from './regular-payments.js';

/**
 * Tenants pay a landlord (A04): at least 70 % of the senders pay the same amount within 2 % every 27 to 33 days, at
 * least three times, and at least 30 % of the outflow goes to public offices, lenders or suppliers, or nothing goes out in
 * the data at all.
 */
export const landlord: Alternative = {
  id: 'A04',
  title: 'Landlord',
  test: (subject, finding, view) => {
    const { tenants: leastTenants, tenantShare } = view.parameters;
    const senders = view.findingCredits(finding, subject).parties();
    const payMonthly = view.recall(subject, tenantsOf);
    const { running, business } = view.recall(subject, runningCosts);
    const tenants = [...senders].filter((sender) => payMonthly.has(sender)).length;
    return judge(
      senders.size >= leastTenants && tenants >= tenantShare * senders.size && business,
      `${tenants} of ${senders.size} senders pay one amount every month; ${running > 0 ? '' : 'no '}running costs seen.`,
    );
  },
};

function tenantsOf(account: Account, view: AlternativeView): ReadonlySet<Account> {
  return monthlySenders(view.creditsByOther(account), view.parameters.rentTolerance, view.parameters);
}

function runningCosts(account: Account, view: AlternativeView): { running: number; business: boolean } {
  const { debits } = view.flows(account);
  const running = debits.where((at) => view.isPublic(debits.other(at))).total();
  return { running, business: running >= view.parameters.runningCosts * debits.total() };
}
