import { type Account } from '../foundation/index.js';
import { REVIEW_LIMITS } from '../roles/index.js';
import { type AccountTies, gathersMoney, TIES } from './operator-ties.js';

// How an account may belong to operators that are known already. Each rule looks at the account's own flows only.

/** Whether an account gathers money and transfers most of it to operators, oftener than a protected payer pays. */
export function isFeeder(account: Account, operators: ReadonlySet<Account>, { sent, inflow }: AccountTies): boolean {
  return (
    sent.transfersWith(account, operators) > REVIEW_LIMITS.deposits &&
    gathersMoney(account, inflow) &&
    sent.isWith(account, operators, TIES.onwardPercent)
  );
}

/** Whether two operators, or one of which it mostly lives, transfer a good part of their outflow here. */
export function isReceiver(
  account: Account,
  operators: ReadonlySet<Account>,
  { sent, received }: AccountTies,
): boolean {
  const payers = [...received.partners(account)].filter((payer) => operators.has(payer));
  const paying = (percent: number): Account[] => payers.filter((payer) => sent.isWithOne(payer, account, percent));
  if (paying(TIES.receiverOutflowPercent).length >= 2) {
    const isHabit = received.transfersWith(account, operators) >= TIES.habitTransfers;
    return isHabit && received.isWith(account, operators, TIES.receiverInflowPercent);
  }
  return (
    received.isWith(account, operators, TIES.soleInflowPercent) &&
    paying(TIES.soleOutflowPercent).some(
      (payer) => received.transfersWith(account, new Set([payer])) >= TIES.habitTransfers,
    )
  );
}

/**
 * Whether an account stands between operators: some transfer to it much of what it gets, and it transfers most of what it
 * pays to others of them, again and again. Money that only goes back to who paid it is no passing on.
 */
export function isConduit(
  account: Account,
  operators: ReadonlySet<Account>,
  { sent, received, inflow }: AccountTies,
): boolean {
  const payers = new Set([...received.partners(account)].filter((payer) => operators.has(payer)));
  // Also who pays it a wage, or in cash, has paid it.
  const paidBy = new Set(inflow.partners(account));
  const onward = { has: (partner: Account) => operators.has(partner) && !paidBy.has(partner) };
  return (
    received.transfersWith(account, payers) >= TIES.habitTransfers &&
    sent.transfersWith(account, onward) >= TIES.habitTransfers &&
    received.isWith(account, payers, TIES.receiverInflowPercent) &&
    sent.isWith(account, onward, TIES.onwardPercent)
  );
}

/** Whether several accounts with a primary indicator, one of them an operator, transfer here most of what they get. */
export function isFedByLayer(
  account: Account,
  operators: ReadonlySet<Account>,
  withPrimary: ReadonlySet<Account>,
  { sent, received }: AccountTies,
): boolean {
  const layer = [...received.partners(account)].filter(
    (payer) =>
      (operators.has(payer) || withPrimary.has(payer)) && sent.isWithOne(payer, account, TIES.controlOutflowPercent),
  );
  return (
    layer.length >= TIES.controlledAccounts &&
    layer.some((payer) => operators.has(payer)) &&
    received.isWith(account, new Set(layer), TIES.soleInflowPercent)
  );
}
