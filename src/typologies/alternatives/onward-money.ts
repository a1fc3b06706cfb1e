import { type CreditUses } from './credit-uses.js';
import { type Flows } from './flows.js';

/** Where credits went, by first in, first out; minor units of one currency. */
export interface OnwardMoney {
  readonly credited: number;
  readonly passed: number;
  /** Part that left at once: within `fastMs` of the rule of uses, inclusive. */
  readonly passedFast: number;
  /** Part that left by everyday debits. */
  readonly everyday: number;
}

/** Follows some of an account's credits; `uses` are those of all. O(some x log all). */
export function onwardMoney(uses: CreditUses | undefined, all: Flows, some: Flows): OnwardMoney {
  const money = { credited: 0, passed: 0, passedFast: 0, everyday: 0 };
  if (uses === undefined) return money;
  let credit = 0;
  for (let at = 0; at < some.length; at++, credit++) {
    const row = some.row(at);
    if (all.row(credit) !== row) credit = all.firstFrom(row, credit);
    money.credited += some.minor(at);
    money.passed += uses.passed(credit);
    money.passedFast += uses.passedFast(credit);
    money.everyday += uses.everyday(credit);
  }
  return money;
}
