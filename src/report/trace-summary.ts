import {
  type CaseDocument,
  type TracedDestination,
  type TracedOrigin,
  type TraceDocument,
} from '../disclosure/index.js';
import type { RowAmounts, TracePart, TraceRow, TraceRowKind, TraceSummary } from './document/trace-summary-schema.js';
import { OperatorIndex } from './traced-accounts.js';
import { addRanges, amountsOf, sameAmounts } from './trace-sums.js';

export type { TracePart, TraceRow, TraceSummary } from './document/trace-summary-schema.js';

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
