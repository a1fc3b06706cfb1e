import {
  type CaseDocument,
  type TracedDestination,
  type TracedOrigin,
  type TraceDocument,
} from '../disclosure/index.js';
import { OperatorIndex, type TracedAccount } from './traced-accounts.js';
import { addRanges, amountsOf, type RowAmounts, sameAmounts } from './trace-sums.js';

/** What a row of a trace is about. */
export type TraceRowKind =
  /** A way in which value ended, over all accounts. */
  | 'state'
  /** An account of a lead. */
  | 'account'
  /** Accounts of leads beyond the rows that are shown, together. */
  | 'more'
  /** Accounts outside leads, together. */
  | 'others'
  /** Protected payers, together. */
  | 'payers'
  /** Both of them in one, where there are too few payers for a row of their own. */
  | 'unnamed'
  /** Accounts that the claim came from. */
  | 'sources';

/** One row of the picture: exact amounts as decimal text, one for each rule that attributes any. */
export interface TraceRow extends RowAmounts {
  readonly kind: TraceRowKind;
  /** Accounts behind the row; 0 where it is about none. */
  readonly count: number;
  readonly account: TracedAccount | null;
  /** How it ended or came to be, in words; empty where nothing is to be said. */
  readonly meaning: string;
}

/** A trace in one currency. */
export interface TracePart {
  readonly currency: string;
  /** What was followed, nothing twice, or looking back what was asked about. */
  readonly claimed: RowAmounts | null;
  /** How value ended, over all accounts; empty looking back. */
  readonly states: readonly TraceRow[];
  /** Where it ended; looking back, where it came from. */
  readonly places: readonly TraceRow[];
  /** Under each rule these rows, with `dust`, are exactly what was claimed: nothing was exchanged or left out. */
  readonly addsUp: boolean;
  /** Accounts of leads that it only passed through. Never added up: the same money may pass several of them. */
  readonly passed: readonly TraceRow[];
  /** Accounts of leads that it passed through besides. */
  readonly passedMore: number;
  /** Destinations about which every rule says 0, and what came to all of them. */
  readonly dust: { readonly accounts: number; readonly highest: string } | null;
}

/** What a report says about a trace: what its document says, with accounts outside leads and payers only together. */
export interface TraceSummary {
  readonly notice: string;
  readonly direction: TraceDocument['direction'];
  readonly claim: { readonly transfers: number; readonly accounts: number; readonly named: readonly TracedAccount[] };
  readonly rules: TraceDocument['rules'];
  readonly leads: readonly {
    readonly lead: string;
    readonly accounts: number;
    readonly reached: readonly TracedAccount[];
  }[];
  readonly parts: readonly TracePart[];
  /** Only destinations that were asked for are listed. */
  readonly isNarrowed: boolean;
  readonly protectedPayers: number;
  readonly instantOrder: string;
  readonly assumptions: readonly string[];
  readonly stoppedBy: string | null;
}

/** Rows with a name before the rest goes into one [choice]: more are not read in a picture. */
export const MOST_ROWS = 12;
/** Fewer payers than this get no row of their own: it would be about one person. */
const FEWEST_PAYERS = 3;

/**
 * A trace as reports show it, strictly from its document and that of its case.
 *
 * @throws InputError `trace-without-case`, `trace-other-case` where it names an account that is no operator of the case
 */
export function summariseTrace(trace: TraceDocument, document: CaseDocument): TraceSummary {
  const operators = new OperatorIndex(document);
  operators.requireAll(trace);
  const currencies = new Set(
    [trace.claimed, trace.ends, trace.destinations, trace.origins].flatMap((all) =>
      (all ?? []).map((one) => one.currency),
    ),
  );
  const attributes = trace.rules.some(({ measure }) => measure === 'attributed');
  return {
    notice: trace.notice,
    direction: trace.direction,
    claim: {
      transfers: trace.claim.transfers,
      accounts: trace.claim.accounts,
      named: trace.claim.named.map((key) => operators.find(key)),
    },
    rules: trace.rules,
    leads: (trace.case?.leads ?? []).map(({ lead, accounts, reached }) => ({
      lead,
      accounts,
      reached: reached.map((key) => operators.find(key)),
    })),
    parts: attributes ? [...currencies].map((currency) => partOf(trace, currency, operators)) : [],
    isNarrowed: trace.narrowed ?? false,
    protectedPayers: trace.protectedPayers,
    instantOrder: trace.instantOrder,
    assumptions: trace.assumptions,
    stoppedBy: trace.stoppedBy,
  };
}

function partOf(trace: TraceDocument, wanted: string, operators: OperatorIndex): TracePart {
  const own = <T extends { readonly currency: string }>(all: readonly T[] | undefined): T[] =>
    (all ?? []).filter(({ currency }) => currency === wanted);
  const named = own(trace.destinations).filter(({ protection }) => protection === 'named');
  const passed = largestFirst(
    named.map((one) => accountRow(one, one.passedOn, operators)).filter(({ highest }) => Number(highest) > 0),
  );
  const dust = own(trace.unlistedDestinations);
  const claimed = claimedIn(trace, wanted);
  const listed = trace.direction === 'forward' ? [...named, ...own(trace.unnamedDestinations)] : own(trace.origins);
  const whole = addRanges([...listed, ...dust, ...own(trace.endsAtSources)]);
  return {
    currency: wanted,
    claimed,
    states: own(trace.ends).map((end) => ({
      kind: 'state',
      count: 0,
      account: null,
      meaning: end.meaning,
      ...amountsOf(end),
    })),
    places:
      trace.direction === 'forward'
        ? endedRows(named, trace, wanted, operators)
        : originRows(own(trace.origins), operators),
    addsUp: claimed !== null && whole !== undefined && sameAmounts(whole, claimed),
    passed: passed.slice(0, MOST_ROWS),
    passedMore: Math.max(0, passed.length - MOST_ROWS),
    dust: dust.length === 0 ? null : { accounts: dust[0]!.destinations, highest: dust[0]!.highest },
  };
}

/** What was followed in a currency; looking back, what was asked about, the same under every rule. */
function claimedIn({ claimed = [], claim, direction, rules }: TraceDocument, wanted: string): RowAmounts | null {
  const followed = claimed.find(({ currency }) => currency === wanted);
  if (direction === 'forward') return followed === undefined ? null : amountsOf(followed);
  const amount = claim.amounts.find(({ currency }) => currency === wanted)?.amount;
  if (amount === undefined) return null;
  return { amounts: rules.map(({ rule }) => ({ rule, amount })), lowest: amount, highest: amount };
}

function endedRows(
  named: readonly TracedDestination[],
  { unnamedDestinations, endsAtSources, claim }: TraceDocument,
  wanted: string,
  operators: OperatorIndex,
): TraceRow[] {
  const ended = largestFirst(named.filter(({ highest }) => Number(highest) > 0));
  const unnamed = (unnamedDestinations ?? []).filter(({ currency }) => currency === wanted);
  const atSources = addRanges((endsAtSources ?? []).filter(({ currency }) => currency === wanted));
  return [
    ...ended.slice(0, MOST_ROWS).map((one) => accountRow(one, one, operators)),
    ...together('more', ended.slice(MOST_ROWS), ended.length - MOST_ROWS),
    ...unnamedRows(
      unnamed.map(({ protection, accounts, ...range }) => ({
        isPayer: protection === 'protected-payer',
        accounts,
        ...range,
      })),
    ),
    ...(atSources === undefined
      ? []
      : [{ kind: 'sources', count: claim.accounts, account: null, meaning: '', ...atSources } as const]),
  ];
}

function originRows(origins: readonly TracedOrigin[], operators: OperatorIndex): TraceRow[] {
  const named = largestFirst(origins.filter(({ protection }) => protection === 'named'));
  const unnamed = origins.filter(({ protection }) => protection !== 'named');
  return [
    ...named.slice(0, MOST_ROWS).map((one) => ({ ...accountRow(one, one, operators), meaning: one.meaning })),
    ...together('more', named.slice(MOST_ROWS), named.length - MOST_ROWS),
    ...unnamedRows(
      unnamed.map(({ payers, ...range }) => ({ ...range, isPayer: payers !== undefined, accounts: payers ?? 1 })),
    ),
  ];
}

type Unnamed = Parameters<typeof addRanges>[0][number] & { readonly isPayer: boolean; readonly accounts: number };

/** Payers in one row and others in another; in one, where a row of payers would be about one person or two. */
function unnamedRows(groups: readonly Unnamed[]): TraceRow[] {
  const count = (own: readonly Unnamed[]): number => own.reduce((sum, { accounts }) => sum + accounts, 0);
  const payers = groups.filter(({ isPayer }) => isPayer);
  const others = groups.filter(({ isPayer }) => !isPayer);
  if (payers.length > 0 && others.length > 0 && count(payers) < FEWEST_PAYERS)
    return together('unnamed', groups, count(groups));
  return [...together('others', others, count(others)), ...together('payers', payers, count(payers))];
}

function together(kind: TraceRowKind, ranges: Parameters<typeof addRanges>[0], count: number): TraceRow[] {
  const sum = addRanges(ranges);
  return sum === undefined ? [] : [{ kind, count, account: null, meaning: '', ...sum }];
}

function accountRow(
  { accounts = [] }: Pick<TracedDestination, 'accounts'>,
  amounts: RowAmounts,
  operators: OperatorIndex,
): TraceRow {
  return {
    kind: 'account',
    count: accounts.length,
    account: operators.find(accounts[0]!),
    meaning: '',
    ...amountsOf(amounts),
  };
}

function largestFirst<T extends { readonly highest: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((a, b) => Number(b.highest) - Number(a.highest));
}
