import { type Account } from '../foundation/index.js';
import { type BackwardTrace, type ForwardTrace } from '../trace/index.js';
import { FlowShares } from './flow-shares.js';
import { gathersMoney } from './operators.js';
import { maskedDestinations } from './trace-masks.js';
import { type MaskedAccount, TraceNames } from './trace-names.js';

/** A trace as outputs may show it. Exports take this and nothing else. */
export interface TraceCase<T extends ForwardTrace | BackwardTrace = ForwardTrace | BackwardTrace> {
  readonly trace: T;
  readonly names: TraceNames;
}

/**
 * Decides who may be named in the outputs of a trace.
 *
 * Forward: the accounts that traced value reached, but for payers and bystanders ({@link maskedDestinations}). The
 * accounts that the claim came from are never named: they are counted, and their transfers shown as file and line.
 *
 * Backward: the accounts that were asked about, and origins that gather money: paid by at least four others, of whom none
 * makes half of it. Everybody else where the money came from is a payer, and payers are merged into one line.
 *
 * Not claimed: that a named account did anything wrong. O(transfers of the accounts).
 */
export function protectTrace<T extends ForwardTrace | BackwardTrace>(trace: T): TraceCase<T> {
  const names = trace.direction === 'forward' ? nameDestinations(trace) : nameOrigins(trace);
  return { trace, names };
}

function nameDestinations(trace: ForwardTrace): TraceNames {
  const { graph, sources, claimedRows, reached } = trace;
  const unnamed = new Set(sources);
  const sourcesByTransfer = claimedRows.map((row): MaskedAccount => ({ account: graph.payer[row]!, kind: 'unnamed' }));
  const masked = maskedDestinations(trace);
  for (const { account } of masked) unnamed.add(account);
  return new TraceNames(graph, {
    named: reached.map(({ account }) => account).filter((account) => !unnamed.has(account)),
    masked: [...masked, ...sourcesByTransfer],
  });
}

function nameOrigins({ graph, targets, origins }: BackwardTrace): TraceNames {
  const inflow = new FlowShares(graph, 'in');
  const asked = new Set(targets);
  const mayBeNamed = (account: Account): boolean => asked.has(account) || gathersMoney(account, inflow);
  const accounts = [...new Set(origins.map(({ account }) => account))];
  const masked = accounts.filter((account) => !mayBeNamed(account));
  return new TraceNames(graph, {
    named: [...targets, ...accounts.filter(mayBeNamed)],
    masked: masked.map((account) => ({ account, kind: 'protected-payer' })),
  });
}
