import { byOther, totalOf } from './account-flows.js';
import { type Alternative, judge } from './alternative.js';
import { paysRegularly } from './regular-payments.js';
import { percent } from './spread.js';

/**
 * An employer or labour provider (A05): at least five receivers get regular wages, which with payments to public offices
 * make at least 60 % of all that goes out. Also a household into which wages flow: one payer's regular wage makes at
 * least 70 % of the finding’s credits, by value and by number.
 */
export const payrollHub: Alternative = {
  id: 'A05',
  title: 'Payroll',
  test: (subject, finding, view) => {
    const { debits } = view.flows(subject);
    const credits = view.findingCredits(finding, subject);
    const wages = [...byOther(debits).values()].filter(paysRegularly);
    const paid = wages.reduce((sum, flows) => sum + totalOf(flows), 0);
    const waged = new Set(wages.map((flows) => flows[0]!.other));
    const offices = totalOf(debits.filter(({ other }) => !waged.has(other) && view.isPublic(other)));
    const employer = wages.length >= 5 && 2 * paid >= 0.6 * totalOf(debits) && paid + offices >= 0.6 * totalOf(debits);
    const incomes = [...byOther(credits).values()].filter(paysRegularly);
    const income = Math.max(0, ...incomes.map(totalOf));
    const payments = Math.max(0, ...incomes.map((flows) => flows.length));
    const household = income > 0 && income >= 0.7 * totalOf(credits) && payments >= 0.7 * credits.length;
    return judge(
      employer || household,
      `${wages.length} receivers are paid regularly, ${percent(paid + offices, totalOf(debits))} of the outflow with ` +
        `public payees; one regular wage makes ${percent(income, totalOf(credits))} of the credits.`,
    );
  },
};
