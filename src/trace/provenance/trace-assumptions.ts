import { fraction } from '../../foundation/index.js';
import { type Arithmetic } from '../holdings/arithmetic.js';
import { type ClaimRun } from './claim-run.js';
import { type TracePlan } from './trace-plan.js';
import { type TraceAssumption } from './value-trace.js';

/** What a run had to suppose, by kind; opening balances only of lanes that claimed value can have reached. */
export function assumptionsOf<Q>(
  { lanes, contact, claim }: TracePlan,
  orderMatters: boolean,
  arithmetic: Arithmetic<Q>,
  run: ClaimRun<Q>,
  openings: readonly Q[],
): TraceAssumption[] {
  const assumptions: TraceAssumption[] = [];
  const ofLane = (kind: TraceAssumption['kind'], lane: number, amount: Q): void => {
    const [account, currency] = [lanes.account[lane]!, lanes.currency[lane]!];
    assumptions.push({ kind, account, currency, amount: arithmetic.toFraction(amount) });
  };
  openings.forEach((amount, lane) => {
    if (contact.laneHops[lane]! > 0 && !arithmetic.isZero(amount)) ofLane('opening-balance', lane, amount);
  });
  const lent = [...run.book.debts].sort(([a], [b]) => a - b);
  for (const [lane, debt] of lent) if (contact.laneHops[lane]! > 0) ofLane('overdraft', lane, debt.lent);
  for (const { fromRow, amountMinor } of [...claim.linked.values()].flat()) {
    const lane = lanes.from[fromRow]!;
    const [account, currency] = [lanes.account[lane]!, lanes.currency[lane]!];
    assumptions.push({ kind: 'asserted-link', account, currency, amount: fraction(amountMinor) });
  }
  if (orderMatters) {
    assumptions.push({ kind: 'instant-order', account: undefined, currency: undefined, amount: undefined });
  }
  for (const currency of [...run.exchangedInto].sort((a, b) => a - b)) {
    assumptions.push({ kind: 'currency-change', account: undefined, currency, amount: undefined });
  }
  return assumptions;
}
