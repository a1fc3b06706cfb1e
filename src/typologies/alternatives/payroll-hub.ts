import { DAY_MS } from '../../foundation/index.js';
import { byOther, type Flow, totalOf } from './account-flows.js';
import { type Alternative, judge } from './alternative.js';
import { gaps, median, percent, variation } from './spread.js';

/**
 * An employer or labour provider (A05): at least five receivers get regular wages, which with payments to public offices
 * make at least 60 % of all that goes out. Also a household into which wages flow: one payer's regular wage makes at
 * least 70 % of what comes in.
 */
export const payrollHub: Alternative = {
  id: 'A05',
  title: 'Payroll',
  test: (subject, _finding, view) => {
    const { credits, debits } = view.flows(subject);
    const wages = [...byOther(debits).values()].filter(isRegular);
    const paid = wages.reduce((sum, flows) => sum + totalOf(flows), 0);
    const waged = new Set(wages.map((flows) => flows[0]!.other));
    const offices = totalOf(debits.filter(({ other }) => !waged.has(other) && view.isPublic(other)));
    const employer = wages.length >= 5 && 2 * paid >= 0.6 * totalOf(debits) && paid + offices >= 0.6 * totalOf(debits);
    const income = Math.max(0, ...[...byOther(credits).values()].filter(isRegular).map(totalOf));
    const household = income >= 0.7 * totalOf(credits) && income > 0;
    return judge(
      employer || household,
      `${wages.length} receivers are paid regularly, ${percent(paid + offices, totalOf(debits))} of the outflow with ` +
        `public payees; one regular wage makes ${percent(income, totalOf(credits))} of the inflow.`,
    );
  },
};

/** Paid at least three times, weekly to monthly, with steady gaps and amounts. */
function isRegular(flows: readonly Flow[]): boolean {
  if (flows.length < 3) return false;
  const between = gaps(flows.map(({ timeMs }) => timeMs));
  const rhythm = median(between) / DAY_MS;
  const steady = variation(between) <= 0.25 && variation(flows.map(({ minor }) => minor)) <= 0.25;
  return steady && rhythm >= 6 && rhythm <= 34;
}
