import { type Account, formatInstant, formatMoney, type Row } from '../foundation/index.js';
import { type TraceNames, type TraceParty } from '../disclosure/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type PathRoute, type TransferPath } from '../trace/index.js';
import { formatAccount } from './cells.js';

/** One transfer of a path, ready to be shown. */
export interface PathStepRecord {
  readonly time: string;
  readonly from: string;
  readonly to: string;
  /** Decimal text; null where the data have no amount. */
  readonly amount: string | null;
  readonly currency: string | null;
  readonly file: string;
  readonly line: number;
}

/** One path, ready to be shown: accounts by name only where {@link TraceNames} allows it. */
export interface PathRecord {
  readonly departure: string;
  readonly arrival: string;
  /** Smallest transfer per currency: no more can have gone all the way. */
  readonly smallest: readonly { readonly currency: string; readonly amount: string }[];
  readonly transfers: readonly PathStepRecord[];
}

/** How paths call an account, and why: `named`, or a label such as `from-0001`. */
export interface PathParty {
  readonly account: string;
  readonly protection: TraceParty['kind'];
}

/** An account as paths show it. Text is as written in the data; escape it where it is shown. */
export function pathParty(names: TraceNames, account: Account): PathParty {
  const party = names.partyOf(account);
  const called = party.kind === 'named' ? party.accounts.map(formatAccount).join(' | ') : party.label;
  return { account: called, protection: party.kind };
}

/** Paths as plain values for JSON and for the terminal. Text is as written in the data; escape it where it is shown. */
export function pathRecords(graph: TemporalGraph, paths: readonly TransferPath[], names: TraceNames): PathRecord[] {
  const { ledger } = graph;
  return paths.map(({ rows, departureMs, arrivalMs, smallest }) => ({
    departure: formatInstant(departureMs, ledger.precision),
    arrival: formatInstant(arrivalMs, ledger.precision),
    smallest: smallest.map((money) => ({ currency: money.currency, amount: formatMoney(money) })),
    transfers: rows.map((row) => stepRecord(graph, row, names)),
  }));
}

/** One transfer of a path or a cycle as plain values. */
export function stepRecord({ ledger, payer, beneficiary }: TemporalGraph, row: Row, names: TraceNames): PathStepRecord {
  const amount = ledger.amount(row);
  return {
    time: formatInstant(ledger.columns.timeMs[row]!, ledger.precisionOf(row)),
    from: pathParty(names, payer[row]!).account,
    to: pathParty(names, beneficiary[row]!).account,
    amount: amount === undefined ? null : formatMoney(amount),
    currency: amount?.currency ?? null,
    ...ledger.source(row),
  };
}

/** A route, ready to be shown: its best path, how many paths there are over the same accounts, and what each leg moved. */
export interface RouteRecord extends PathRecord {
  /** Text where JSON readers would round it. */
  readonly ways: number | string;
  readonly legs: readonly RouteLegRecord[];
}

/** All transfers between two neighbours on a route that some way along it uses. */
export interface RouteLegRecord {
  readonly from: string;
  readonly to: string;
  readonly transfers: number;
  readonly sums: readonly { readonly currency: string; readonly amount: string }[];
}

/** Routes as plain values for JSON and for the terminal. Text is as written in the data; escape it where it is shown. */
export function routeRecords(graph: TemporalGraph, routes: readonly PathRoute[], names: TraceNames): RouteRecord[] {
  const best = pathRecords(
    graph,
    routes.map((route) => route.best),
    names,
  );
  return routes.map(({ accounts, ways, legs }, i) => ({
    ways: ways <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(ways) : String(ways),
    ...best[i]!,
    legs: legs.map((rows, leg) => ({
      from: pathParty(names, accounts[leg]!).account,
      to: pathParty(names, accounts[leg + 1]!).account,
      transfers: rows.length,
      sums: graph.ledger.totals(rows).map((money) => ({ currency: money.currency, amount: formatMoney(money) })),
    })),
  }));
}
