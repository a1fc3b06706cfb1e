import { type Account, resolveOptions } from '../foundation/index.js';
import { type BackwardTrace, type ForwardTrace } from '../trace/index.js';
import { FlowShares } from './flow-shares.js';
import { gathersMoney } from './operator-ties.js';
import { maskedDestinations } from './trace-masks.js';
import { type MaskedAccount, TraceNames } from './trace-names.js';

/** A trace as outputs may show it. Exports take this and nothing else. */
export interface TraceCase<T extends ForwardTrace | BackwardTrace = ForwardTrace | BackwardTrace> {
  readonly trace: T;
  readonly names: TraceNames;
}

/** What {@link protectTrace} may be told. */
export interface ProtectTraceOptions {
  /**
   * The accounts asked for as destination or target, in the order in which they were typed: those that stay unnamed are
   * `to-0001` onwards in that order. Names nobody. Default none; backward: the trace's targets by their first transfer.
   */
  readonly to?: Iterable<Account> | undefined;
}

/**
 * Decides who may be named in the outputs of a trace. That somebody typed an account never decides it: an output is
 * handed on, and its next reader need not know whom it was asked about.
 *
 * Forward: the accounts that traced value reached, but for payers and bystanders ({@link maskedDestinations}). The
 * accounts that the claim came from are never named, whatever they are: a victim is somebody who paid. They are counted,
 * and their transfers shown as file and line.
 *
 * Backward: origins that gather money ({@link gathersMoney}). Everybody else where the money came from is a payer, and
 * payers are merged into one line. An account that was asked about and where part of the money came from has a line of its
 * own, with a name only if it gathers.
 *
 * Not claimed: that a named account did anything wrong. O(transfers of the accounts).
 *
 * @throws UsageError `unknown-option`
 */
export function protectTrace<T extends ForwardTrace | BackwardTrace>(
  trace: T,
  options: ProtectTraceOptions = {},
): TraceCase<T> {
  const to = [...(resolveOptions<ProtectTraceOptions>({ to: undefined }, options, 'protectTrace').to ?? [])];
  const names = trace.direction === 'forward' ? nameDestinations(trace, to) : nameOrigins(trace, to);
  return { trace, names };
}

function nameDestinations(trace: ForwardTrace, to: readonly Account[]): TraceNames {
  const { graph, sources, claimedRows, reached } = trace;
  const unnamed = new Set(sources);
  const from = new Set([...claimedRows.map((row) => graph.payer[row]!), ...sources]);
  const masked = maskedDestinations(trace);
  for (const { account } of masked) unnamed.add(account);
  return new TraceNames(graph, {
    named: reached.map(({ account }) => account).filter((account) => !unnamed.has(account)),
    masked: [...masked, ...[...from].map((account): MaskedAccount => ({ account, kind: 'unnamed' }))],
    ends: { from, to },
  });
}

function nameOrigins({ graph, targets, targetRows, origins }: BackwardTrace, typed: readonly Account[]): TraceNames {
  const inflow = new FlowShares(graph, 'in');
  const asked = new Set(targets);
  const byTransfer = targetRows.map((row) => graph.beneficiary[row]!).filter((account) => asked.has(account));
  const to = new Set([...typed.filter((account) => asked.has(account)), ...byTransfer, ...targets]);
  const shown = [...new Set([...origins.map(({ account }) => account), ...to])];
  const named = new Set(shown.filter((account) => gathersMoney(account, inflow)));
  const masked = shown.filter((account) => !named.has(account));
  return new TraceNames(graph, {
    named,
    masked: masked.map((account) => ({ account, kind: asked.has(account) ? 'unnamed' : 'protected-payer' })),
    ends: { to },
  });
}
