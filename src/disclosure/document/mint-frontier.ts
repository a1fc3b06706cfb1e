import { formatMoney } from '../../foundation/index.js';
import { type ForwardTrace, frontier } from '../../trace/index.js';
import { type TraceNames } from '../trace-names.js';
import { SMALLEST_GROUP } from './case-format.js';
import type { TraceDocument } from './trace-schema.js';

/**
 * Where the data stop: the institution that keeps the next records, and how many accounts there; no account is named. The
 * institution of one or two unnamed accounts is left out, since it says too much of them.
 */
export function mintFrontier(trace: ForwardTrace, names: TraceNames): NonNullable<TraceDocument['frontier']> {
  return frontier(trace.graph, trace).map(({ institution, country, reason, accounts, rows, paidIn }) => {
    const isToldApart =
      accounts.length < SMALLEST_GROUP && !accounts.some((account) => names.partyOf(account).kind === 'named');
    return {
      institution: isToldApart ? '' : institution,
      country: country ?? null,
      reason,
      accounts: accounts.length,
      transfers: rows.length,
      paidIn: paidIn.map((money) => ({ currency: money.currency, amount: formatMoney(money) })),
    };
  });
}
