import { type OraclePayment } from './net-settlement.js';

/** What the oracle holds refunds to. */
export interface RefundOracleRule {
  readonly minRefund: number;
  readonly maxDays: number;
  readonly minPersons: number;
  readonly minRateRatio: number;
}

/**
 * Institution, agent and number of the agent's clients with a refund, for every pair that the definition of refund loops names: all
 * pairs of accounts, all payments gone through for each. Payments come in the order of their days, no two on one day.
 */
export function refundLoops(payments: readonly OraclePayment[], rule: RefundOracleRule): string[] {
  const names = [...new Set(payments.flatMap(([from, to]) => [from, to]))].sort();
  const payersOf = (account: string): string[] =>
    names.filter((name) => name !== account && payments.some(([from, to]) => from === name && to === account));
  return names.flatMap((institution) => {
    const clients = payersOf(institution);
    const clientsOf = (agent: string): string[] =>
      agent === institution ? [] : payersOf(agent).filter((name) => clients.includes(name));
    const back = refundsOf(institution, { payments, clientsOf, rule });
    const refunded = clients.filter((name) => {
      const paid = sum(payments.filter(([from, to]) => from === name && to === institution));
      return back.has(name) && back.get(name)! >= rule.minRefund * paid;
    });
    return names.flatMap((agent) => {
      const own = clientsOf(agent);
      const hit = own.filter((name) => refunded.includes(name)).length;
      const others = clients.filter((name) => name !== agent && !own.includes(name)).length;
      const otherHits = refunded.filter((name) => name !== agent && !own.includes(name)).length;
      const isFound =
        own.length >= rule.minPersons &&
        hit >= rule.minPersons &&
        others > 0 &&
        hit * others >= rule.minRateRatio * otherHits * own.length;
      return isFound ? [`${institution} ${agent} ${hit}`] : [];
    });
  });
}

/** What each person gets back: payments out in their order, each for the earliest open payment in; first those to who paid. */
function refundsOf(
  institution: string,
  {
    payments,
    clientsOf,
    rule,
  }: {
    readonly payments: readonly OraclePayment[];
    readonly clientsOf: (agent: string) => readonly string[];
    readonly rule: RefundOracleRule;
  },
): Map<string, number> {
  const open = payments.filter(([from, to]) => to === institution && from !== institution);
  const back = new Map<string, number>();
  const take = (person: string, [, , day, amount]: OraclePayment): boolean => {
    const at = open.findIndex(
      ([from, , since, paid]) =>
        from === person &&
        since <= day &&
        day - since <= rule.maxDays &&
        amount <= paid &&
        amount >= rule.minRefund * paid,
    );
    if (at < 0) return false;
    open.splice(at, 1);
    back.set(person, (back.get(person) ?? 0) + amount);
    return true;
  };
  const debits = payments.filter(([from, to]) => from === institution && to !== institution);
  const rest = debits.filter((debit) => !take(debit[1], debit));
  for (const debit of rest) {
    const clients = clientsOf(debit[1]);
    if (clients.length >= rule.minPersons) clients.some((person) => take(person, debit));
  }
  return back;
}

function sum(payments: readonly OraclePayment[]): number {
  return payments.reduce((total, [, , , amount]) => total + amount, 0);
}
