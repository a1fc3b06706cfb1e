import { type Account } from '../../foundation/index.js';
import { type Finding } from '../../evidence/index.js';
import { rowsOf } from '../../graph/index.js';
import { type Alternative, judge, notEvaluable, passed, type SubjectOutcome } from './alternative.js';
import { type AlternativeView } from './alternative-view.js';
import { monthlySenders } from './regular-payments.js';
import { inWords, percent } from './spread.js';

/** Findings about money that is kept for a time by their definition. */
const HELD_SUMS = 'escrow-hold-release';

/**
 * A shop, office or other business (A13), by any of three signs: customers pay by card, banked takings aside; the money
 * does not leave at once, hardly any of it came by hand, and the payers are many or seven in ten of them pay every month
 * (tax, bills, fees); or what comes in goes to suppliers, rent and shops: 60 % of the outflow, 80 % if it leaves at once.
 * Money of fees that is handed in by people and sent on within two days to a private account shows none of them. In a
 * finding about sums that are held the second sign says nothing: held money never leaves at once, and a wire is no sale.
 */
export const shop: Alternative = { id: 'A13', title: 'Shop, franchise, other business', test };

function test(subject: Account, finding: Finding, view: AlternativeView): SubjectOutcome {
  const p = view.parameters;
  const credits = view.findingCredits(finding, subject);
  const known = credits.count((at) => credits.channel(at) !== 'unknown');
  const { sales, cards, customers } = view.recall(subject, salesByCard);
  if (customers >= p.cardCustomers && cards >= p.cardShare * sales) {
    return passed(`${customers} customers pay by card, ${percent(cards, sales)} of all sales.`);
  }
  const { credited, passed: out, passedFast, everyday } = view.onward(finding, subject);
  const slow = passedFast < p.takingsGoneFast * credited;
  const byHand = credits.count((at) => ['cash', 'p2p'].includes(credits.channel(at)));
  if (slow && known > 0 && byHand <= p.salesByHand * credits.length && finding.typology !== HELD_SUMS) {
    const senders = credits.parties();
    const everyMonth = view.recall(subject, monthlyPayers);
    const monthly = [...senders].filter((sender) => everyMonth.has(sender)).length;
    const how = `${percent(byHand, credits.length)} of the payments by hand, money does not leave at once.`;
    if (view.isPublic(subject)) return passed(`Many payers, ${how}`);
    if (senders.size >= p.monthlyCustomers && monthly >= p.monthlyShare * senders.size) {
      return passed(`${monthly} of ${senders.size} senders pay every month, ${how}`);
    }
  }
  if (out > 0 && out >= p.spentShare * credited && everyday >= (slow ? p.supplierShare : p.supplierShareFast) * out) {
    return passed(`${percent(everyday, out)} of the outflow goes to suppliers, rent and shops.`);
  }
  const reason = `${percent(cards, sales)} of sales by card, ${percent(passedFast, credited)} gone within ${inWords(p.fastHours)}.`;
  return known === 0 ? notEvaluable(`How customers pay is not in the data. ${reason}`) : judge(false, reason);
}

/** Whatever the amounts. */
function monthlyPayers(account: Account, view: AlternativeView): ReadonlySet<Account> {
  return monthlySenders(view.creditsByOther(account), Infinity, view.parameters);
}

/** Over all currencies: a customer's card pays in the customer's own. */
function salesByCard(
  account: Account,
  { graph, parameters }: AlternativeView,
): { sales: number; cards: number; customers: number } {
  const cashOf = new Map<Account, number>();
  const customers = new Set<Account>();
  let sales = 0;
  let cards = 0;
  for (const row of rowsOf(graph.in, account)) {
    const payer = graph.payer[row]!;
    const channel = graph.ledger.channel(row);
    if (payer === account) continue;
    if (channel === 'cash') cashOf.set(payer, (cashOf.get(payer) ?? 0) + 1);
    else sales++;
    if (channel !== 'card') continue;
    cards++;
    customers.add(payer);
  }
  for (const times of cashOf.values()) if (times < parameters.takings) sales += times;
  return { sales, cards, customers: customers.size };
}
