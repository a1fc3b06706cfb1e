import { resolveParameters } from '../evidence/index.js';
import { type Account, requireRange, resolveOptions } from '../foundation/index.js';
import { type BackwardTrace, type ForwardTrace } from '../trace/index.js';
import { GATHERING, type GatheringParameters } from './gathering-parameters.js';
import { maskedDestinations } from './trace-masks.js';
import { carriersOfOrigin, NAME_SHARE } from './trace-name-share.js';
import { type MaskedAccount, TraceNames } from './trace-names.js';
import { type KnownAccounts, TraceNaming } from './trace-naming.js';

/** A trace as outputs may show it. Exports take this and nothing else. */
export interface TraceCase<T extends ForwardTrace | BackwardTrace = ForwardTrace | BackwardTrace> {
  readonly trace: T;
  readonly names: TraceNames;
  /** See {@link ProtectTraceOptions}. */
  readonly nameShare: number;
  /** Every number that decided which accounts gather. */
  readonly gathering: GatheringParameters;
  /** Whether the operators of a case were named, and nobody else; the numbers above then decided nothing. */
  readonly withinCase: boolean;
}

/** What {@link protectTrace} may be told. */
export interface ProtectTraceOptions {
  /**
   * The accounts asked for as destination or target, in the order in which they were typed: those that stay unnamed are
   * `to-0001` onwards in that order. Names nobody. Default none; backward: the trace's targets by their first transfer.
   */
  readonly to?: Iterable<Account> | undefined;
  /** Least part of the claim, 0..1, that an account must carry to be named. Default 0.01. */
  readonly nameShare?: number | undefined;
  /** Values that replace defaults of the set `gathering`; they can only name fewer. Default none. */
  readonly gathering?: Readonly<Record<string, number>> | undefined;
  /** Default nothing. */
  readonly known?: KnownAccounts | undefined;
}

/** The numbers in force. */
type NamingRule = Pick<TraceCase, 'nameShare' | 'gathering'>;

/**
 * Decides who may be named in the outputs of a trace. That somebody typed an account never decides it: an output is
 * handed on, and its next reader need not know whom it was asked about.
 *
 * An account is named only if it handles money of others ({@link TraceNaming}) and carries at least `nameShare` of the claim
 * ({@link carriersOfClaim}); all others are counted. Two groups never are:
 *
 * Forward, payers ({@link maskedDestinations}) and the accounts that the claim came from, whatever they are: a victim is
 * somebody who paid. Their transfers are shown as file and line.
 *
 * Backward, everybody else: where money came from they are payers, merged into one line. An account that
 * was asked about and where part of the money came from has a line of its own, with a name only by the same rule.
 *
 * Within a case ({@link KnownAccounts}) its operators are named wherever they occur, and nobody else is.
 *
 * Not claimed: that a named account did anything wrong, or that an unnamed one did not. O(transfers of the accounts).
 *
 * @throws UsageError `unknown-option`, `option-range`, `unknown-parameter`, `parameter-integer`
 */
export function protectTrace<T extends ForwardTrace | BackwardTrace>(
  trace: T,
  options: ProtectTraceOptions = {},
): TraceCase<T> {
  const defaults: ProtectTraceOptions = {
    to: undefined,
    nameShare: NAME_SHARE,
    gathering: undefined,
    known: undefined,
  };
  const { to: typed, nameShare = NAME_SHARE, known, ...given } = resolveOptions(defaults, options, 'protectTrace');
  requireRange('nameShare', nameShare, 0, 1);
  const to = [...(typed ?? [])];
  const rule = { nameShare, gathering: resolveParameters(GATHERING, given.gathering) };
  const naming = new TraceNaming(trace.graph, rule.gathering, known);
  const names =
    trace.direction === 'forward' ? nameDestinations(trace, naming, to, rule) : nameOrigins(trace, naming, to, rule);
  return { trace, names, ...rule, withinCase: naming.withinCase };
}

function nameDestinations(
  trace: ForwardTrace,
  naming: TraceNaming,
  to: readonly Account[],
  rule: NamingRule,
): TraceNames {
  const { graph, sources, claimedRows, reached } = trace;
  const from = new Set([...claimedRows.map((row) => graph.payer[row]!), ...sources]);
  const unnamedFrom = [...from].filter((account) => !naming.isOperator(account));
  const masked: MaskedAccount[] = [
    ...maskedDestinations(trace, naming, rule),
    ...unnamedFrom.map((account): MaskedAccount => ({ account, kind: 'unnamed' })),
  ];
  const unnamed = new Set(masked.map(({ account }) => account));
  return new TraceNames(graph, {
    named: [...reached.map(({ account }) => account), ...from].filter((account) => !unnamed.has(account)),
    masked,
    ends: { from, to },
    withinCase: naming.withinCase,
  });
}

function nameOrigins(
  trace: BackwardTrace,
  naming: TraceNaming,
  typed: readonly Account[],
  rule: NamingRule,
): TraceNames {
  const { graph, targets, targetRows, origins } = trace;
  const carries = naming.withinCase ? () => true : carriersOfOrigin(trace, rule.nameShare);
  const asked = new Set(targets);
  const byTransfer = targetRows.map((row) => graph.beneficiary[row]!).filter((account) => asked.has(account));
  const to = new Set([...typed.filter((account) => asked.has(account)), ...byTransfer, ...targets]);
  const shown = [...new Set([...origins.map(({ account }) => account), ...to])];
  const named = new Set(shown.filter((account) => carries(account) && naming.mayBeNamed(account)));
  const masked = shown.filter((account) => !named.has(account));
  return new TraceNames(graph, {
    named,
    masked: masked.map((account) => ({ account, kind: asked.has(account) ? 'unnamed' : 'protected-payer' })),
    ends: { to },
    withinCase: naming.withinCase,
  });
}
