import { type Account } from '../../foundation/index.js';
import { type Alternative, judge } from './alternative.js';
import { type AlternativeView } from './alternative-view.js';
import { FlowGroups } from './flow-groups.js';
import { paysRegularly } from './regular-payments.js';
import { percent } from './spread.js';
import { greatest } from '../../structures/index.js';

/**
 * An employer or labour provider (A05): at least five receivers get regular wages, which with payments to public offices
 * make at least 60 % of all that goes out. Also a household into which wages flow: one payer's regular wage makes at
 * least 70 % of the finding’s credits, by value and by number.
 */
export const payrollHub: Alternative = {
  id: 'A05',
  title: 'Payroll',
  test: (subject, finding, view) => {
    const { receivers, share, employer } = view.recall(subject, wagesPaid);
    const credits = view.findingCredits(finding, subject);
    const { householdShare } = view.parameters;
    const incomes = new FlowGroups(credits).where((flows) => paysRegularly(flows, view.parameters));
    const [income, payments] = [
      greatest(
        incomes.map((flows) => flows.total()),
        0,
      ),
      greatest(
        incomes.map((flows) => flows.length),
        0,
      ),
    ];
    const all = credits.total();
    const household = income > 0 && income >= householdShare * all && payments >= householdShare * credits.length;
    return judge(
      employer || household,
      `${receivers} receivers are paid regularly, ${share} of the outflow with ` +
        `public payees; one regular wage makes ${percent(income, all)} of the credits.`,
    );
  },
};

/** What an account pays out as wages and to public offices, whatever the finding. */
function wagesPaid(account: Account, view: AlternativeView): { receivers: number; share: string; employer: boolean } {
  const { debits } = view.flows(account);
  const wages = view.debitsByOther(account).where((flows) => paysRegularly(flows, view.parameters));
  const paid = wages.reduce((sum, flows) => sum + flows.total(), 0);
  const waged = new Set(wages.map((flows) => flows.other(0)));
  const isOffice = (other: Account): boolean => !waged.has(other) && view.isPublic(other);
  const offices = debits.where((at) => isOffice(debits.other(at))).total();
  const outflow = debits.total();
  const { wagedReceivers, wageShare, wageAndOfficeShare } = view.parameters;
  const employer =
    wages.length >= wagedReceivers && paid >= wageShare * outflow && paid + offices >= wageAndOfficeShare * outflow;
  return { receivers: wages.length, share: percent(paid + offices, outflow), employer };
}
