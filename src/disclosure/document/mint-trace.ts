import { type Account, formatMoney, type Fraction, ZERO } from '../../foundation/index.js';
import { type AccountKey } from '../../ledger/index.js';
import {
  amountRange,
  type BackwardTrace,
  describeLimits,
  END_MEANINGS,
  type EndTotal,
  type ForwardTrace,
  listedDestinations,
  ORIGIN_MEANINGS,
  orderRule,
  RULE_MEANINGS,
  TRACE_NOTICE,
  type ValueTrace,
} from '../../trace/index.js';
import { linesByFile } from '../lines-by-file.js';
import { type TraceCase } from '../trace-case.js';
import { type TraceNames } from '../trace-names.js';
import { originLines } from '../trace-origins.js';
import { frozen } from './frozen.js';
import { mintDestination, mintUnnamed } from './mint-destinations.js';
import { mintFrontier } from './mint-frontier.js';
import { TRACE_FORMAT } from './trace-format.js';
import type { TracedCase, TraceDocument } from './trace-schema.js';
import { mintAccount, mintParty } from './traced-party.js';
import { mintRange } from './traced-range.js';

/** The case that a trace was asked in, as far as its document says it. */
export interface AskedLeads {
  /** Of the bytes of its case.json, lower-case hex. */
  readonly sha256: string;
  readonly leads: readonly { readonly lead: string; readonly accounts: readonly AccountKey[] }[];
}

/**
 * A trace as one plain frozen value, ready for JSON: what trace.json is and what every table and report of the trace is made
 * from. All names in it have passed {@link TraceNames}; payers are numbers, and an account that was asked about is `to-0001`
 * onwards unless it may be named. With `asked` it says which case it belongs to and every account of each lead that it
 * reaches. Its transfers are apart, see `traceSteps`: there may be as many as the data have. O(destinations x rules).
 */
export function mintTrace(traceCase: TraceCase, asked?: AskedLeads): TraceDocument {
  const { trace, names } = traceCase;
  const { graph, rules } = trace;
  const isForward = trace.direction === 'forward';
  const rows = isForward ? trace.claimedRows : trace.targetRows;
  const from = isForward ? trace.sources : trace.targets;
  const results = isForward ? trace.traces : trace.compositions;
  return frozen({
    format: TRACE_FORMAT,
    notice: TRACE_NOTICE,
    direction: trace.direction,
    case: asked === undefined ? null : mintAskedCase(asked, trace, names),
    claim: {
      transfers: rows.length,
      accounts: from.length,
      named: namedOf(names, from),
      amounts: graph.ledger.totals(rows).map((money) => ({ currency: money.currency, amount: formatMoney(money) })),
      evidence: linesByFile(graph.ledger, rows).map(({ file, lines }) => ({ file, lines: [...lines] })),
    },
    rules: results.map((result, i) => ({
      rule: rules[i]!,
      meaning: RULE_MEANINGS[result.rule],
      measure: result.rule === 'poison' ? 'reach' : 'attributed',
      tieSensitive: 'tieSensitive' in result ? result.tieSensitive : null,
      rounded: result.rounded,
      complete: result.complete,
      stoppedBy: result.stoppedBy ?? null,
    })),
    ...(isForward ? forwardParts(trace, names) : backwardParts(traceCase as TraceCase<BackwardTrace>)),
    protectedPayers: names.payerCount,
    instantOrder: orderRule(graph),
    assumptions: describeLimits(trace).slice(1),
    complete: trace.complete,
    stoppedBy: trace.stoppedBy ?? null,
  });
}

/** Accounts that may be named, each once, in their order. */
function namedOf(names: TraceNames, accounts: Iterable<Account>): AccountKey[] {
  return [...new Set(accounts)].flatMap((account) => {
    const party = names.partyOf(account);
    return party.kind === 'named' ? party.accounts.map(mintAccount) : [];
  });
}

function mintAskedCase(
  { sha256, leads }: AskedLeads,
  trace: ForwardTrace | BackwardTrace,
  names: TraceNames,
): TracedCase {
  const met = trace.direction === 'forward' ? trace.reached : trace.origins;
  const textOf = ({ institution, account }: AccountKey): string => JSON.stringify([institution, account]);
  const reached = new Set(
    namedOf(
      names,
      met.map(({ account }) => account),
    ).map(textOf),
  );
  return {
    sha256,
    leads: leads.map(({ lead, accounts }) => ({
      lead,
      accounts: accounts.length,
      reached: accounts.filter((account) => reached.has(textOf(account))).map(mintAccount),
    })),
  };
}

type ForwardParts = Pick<
  TraceDocument,
  | 'claimed'
  | 'ends'
  | 'endsAtSources'
  | 'narrowed'
  | 'destinations'
  | 'unnamedDestinations'
  | 'unlistedDestinations'
  | 'frontier'
>;

function forwardParts(trace: ForwardTrace, names: TraceNames): ForwardParts {
  const { rules, graph } = trace;
  const { currencies } = graph.ledger;
  const mintEnd = ({ state, currency, amounts }: EndTotal): NonNullable<TraceDocument['ends']>[number] => ({
    state,
    meaning: END_MEANINGS[state],
    ...mintRange(rules, amounts, currencies[currency]!),
  });
  const { listed, unlisted } = listedDestinations(trace);
  return {
    claimed: claimedByCurrency(trace).map(([currency, amounts]) =>
      mintRange(rules, amountRange(rules, amounts), currencies[currency]!),
    ),
    ends: trace.ends.map(mintEnd),
    endsAtSources: trace.endsAtSources.map(mintEnd),
    narrowed: trace.destinations !== trace.reached,
    destinations: listed.map((one) => mintDestination(trace, names, one)),
    unnamedDestinations: mintUnnamed(trace, names, listed),
    unlistedDestinations: unlisted.map(({ count, currency, ended }) => ({
      destinations: count,
      ...mintRange(rules, ended, currencies[currency]!),
    })),
    frontier: mintFrontier(trace, names),
  };
}

/** What each rule followed, per currency that occurs, ascending. */
function claimedByCurrency({ traces }: ForwardTrace): [currency: number, amounts: Fraction[]][] {
  const occurring = new Set(traces.flatMap(({ claimed }) => claimed.map(({ currency }) => currency)));
  const amountOf = ({ claimed }: ValueTrace, wanted: number): Fraction =>
    claimed.find(({ currency }) => currency === wanted)?.amount ?? ZERO;
  return [...occurring]
    .sort((a, b) => a - b)
    .map((currency) => [currency, traces.map((trace) => amountOf(trace, currency))]);
}

function backwardParts(traceCase: TraceCase<BackwardTrace>): Pick<TraceDocument, 'origins'> {
  const { graph, rules } = traceCase.trace;
  return {
    origins: originLines(traceCase).map(({ party, accounts, kind, currency, hops, amounts }) => ({
      protection: party?.kind ?? 'protected-payer',
      ...(party === undefined ? { payers: accounts } : mintParty(party)),
      origin: kind,
      meaning: kind === 'payers' ? 'people who paid, merged into one line' : ORIGIN_MEANINGS[kind],
      hops,
      ...mintRange(rules, amounts, graph.ledger.currencies[currency]!),
    })),
  };
}
