import { type Account } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { GATHERING_DEFAULTS } from './gathering-parameters.js';
import { TraceNames } from './trace-names.js';
import { type KnownAccounts, TraceNaming } from './trace-naming.js';

/**
 * Who may be named where an account is asked about: it and those that it deals with, as far as they are operators of the case
 * that it is asked in and nobody vouches for them. Without a case nobody is named, not even who was typed. O(its transfers).
 */
export function protectUse(
  graph: TemporalGraph,
  asked: Account,
  { operators = [], vouched = [] }: KnownAccounts = {},
): TraceNames {
  const naming = new TraceNaming(graph, GATHERING_DEFAULTS, { operators, vouched });
  const others = [
    ...Array.from(rowsOf(graph.in, asked), (row) => graph.payer[row]!),
    ...Array.from(rowsOf(graph.out, asked), (row) => graph.beneficiary[row]!),
  ];
  const all = [...new Set([asked, ...others])];
  const masked = all.filter((account) => !naming.isOperator(account));
  return new TraceNames(graph, {
    named: all.filter((account) => naming.isOperator(account)),
    masked: masked.map((account) => ({ account, kind: 'unnamed' })),
    ends: { from: [asked] },
    withinCase: true,
  });
}
