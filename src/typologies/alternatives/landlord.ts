import { DAY_MS } from '../../foundation/index.js';
import { byOther, type Flow, totalOf } from './account-flows.js';
import { type Alternative, judge } from './alternative.js';
import { gaps, median } from './spread.js';

/**
 * Tenants pay a landlord (A04): at least 70 % of the senders pay the same amount within 2 % every 27 to 33 days, at
 * least three times, and payments to public offices, lenders or suppliers go out.
 */
export const landlord: Alternative = {
  id: 'A04',
  title: 'Landlord',
  test: (subject, finding, view) => {
    const senders = new Set(view.findingCredits(finding, subject).map(({ other }) => other));
    const { credits, debits } = view.flows(subject);
    const histories = [...byOther(credits)].filter(([sender]) => senders.has(sender)).map(([, flows]) => flows);
    const tenants = histories.filter(paysRent).length;
    const running = totalOf(debits.filter(({ other }) => view.isPublic(other)));
    const business = running >= 0.3 * totalOf(debits) && running > 0;
    return judge(
      histories.length > 0 && tenants >= 0.7 * histories.length && business,
      `${tenants} of ${histories.length} senders pay one amount every month; running costs ${business ? '' : 'not '}seen.`,
    );
  },
};

function paysRent(flows: readonly Flow[]): boolean {
  if (flows.length < 3) return false;
  const usual = median(flows.map(({ minor }) => minor));
  const equal = flows.filter(({ minor }) => Math.abs(minor - usual) <= usual * 0.02).length;
  const rhythm = median(gaps(flows.map(({ timeMs }) => timeMs))) / DAY_MS;
  return equal >= 0.8 * flows.length && rhythm >= 26.5 && rhythm <= 33.5;
}
