import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph, type TemporalIndex } from '../../graph/index.js';
import { type FlowColumns, Flows } from './flows.js';

/** All credits and debits of an account in one currency, by time; self-transfers left out. */
export interface AccountFlows {
  readonly credits: Flows;
  readonly debits: Flows;
}

/** Where flows of one direction are looked up, for all accounts and currencies of a graph. */
export interface FlowSource extends FlowColumns {
  readonly index: TemporalIndex;
  readonly currencies: Uint16Array;
}

export interface FlowSources {
  readonly credits: FlowSource;
  readonly debits: FlowSource;
}

export function flowSources({ ledger, payer, beneficiary, in: received, out: paid }: TemporalGraph): FlowSources {
  const { timeMs, amountMinor, currency, receivedMinor, receivedCurrency } = ledger.columns;
  const all = { ledger, timeMs };
  return {
    credits: {
      ...all,
      index: received,
      others: payer,
      amounts: receivedMinor ?? amountMinor,
      currencies: receivedCurrency ?? currency,
    },
    debits: { ...all, index: paid, others: beneficiary, amounts: amountMinor, currencies: currency },
  };
}

/** O(transfers of the account). */
export function accountFlows({ credits, debits }: FlowSources, account: Account, currency: number): AccountFlows {
  return { credits: flowsOf(credits, account, currency), debits: flowsOf(debits, account, currency) };
}

/** Copies rows only where some of them do not belong here. */
function flowsOf(source: FlowSource, account: Account, currency: number): Flows {
  const { index, others, amounts, currencies } = source;
  const [start, end] = [index.starts[account]!, index.starts[account + 1]!];
  let kept: Row[] | undefined;
  for (let i = start; i < end; i++) {
    const row = index.rows[i]!;
    const belongs = currencies[row] === currency && others[row] !== account && !Number.isNaN(amounts[row]!);
    if (belongs) kept?.push(row);
    else if (kept === undefined) {
      kept = [];
      for (let before = start; before < i; before++) kept.push(index.rows[before]!);
    }
  }
  return kept === undefined ? new Flows(source, index.rows, start, end - start) : new Flows(source, kept);
}
