import { type MoneyOrigin } from '../provenance/composition.js';
import { type EndState } from '../provenance/value-trace.js';
import { type TracingRule } from '../holdings/tracing-rules.js';

/** Stands beside every traced amount, wherever it is shown. */
export const TRACE_NOTICE =
  'Tracing rules are conventions; another rule gives another result. This is not a finding of ownership or guilt.';

/** What each rule says, in one line. */
export const RULE_MEANINGS: Readonly<Record<TracingRule, string>> = Object.freeze({
  fifo: 'first in, first out: an account spends first what came in first',
  lifo: 'last in, first out: an account spends first what came in last',
  'pro-rata': 'every payment takes from all money in the account in proportion',
  'lowest-intermediate-balance': 'other money is spent first; the claim never exceeds the lowest balance since',
  'taint-first': 'claimed money is spent first',
  'least-recently-born': 'money that appeared earliest in the data is spent first',
  'most-recently-born': 'money that appeared last in the data is spent first',
  poison: 'everything paid after contact counts whole: a reach, not an amount',
});

/** How each end of a trace reads. */
export const END_MEANINGS: Readonly<Record<EndState, string>> = Object.freeze({
  held: 'still held when the data end',
  returned: 'came back to where the claim started',
  'cash-out': 'left as cash',
  'left-data': 'left to where the data cannot follow',
  fee: 'paid and not received: the price of a transfer',
  'absorbed-by-overdraft': 'repaid what an account owed',
  'below-min-share': 'cut off: less than the least share',
  'hop-limit': 'cut off: beyond the greatest number of hops',
  'max-wait': 'cut off: waited longer than allowed',
});

/** How each origin of a trace backward reads. */
export const ORIGIN_MEANINGS: Readonly<Record<MoneyOrigin['kind'], string>> = Object.freeze({
  opening: 'held before the data begin or never seen coming in',
  credit: 'lent',
  'handed-in': 'handed in by a channel that the data cannot follow',
  'hop-limit': 'from beyond the greatest number of hops',
});
