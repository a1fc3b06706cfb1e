import { type Account, compareFractions, compareText, type Money, type Row, ZERO } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type ForwardTrace } from './trace-forward.js';

/** Why the data say no more about an account. */
export type FrontierReason =
  /** Money came in, and no transfer out is in the data. */
  | 'no-outgoing'
  /** Transfers out are in the data, but none after the money came in. */
  | 'none-after-arrival'
  /** It paid on, and some of the traced value stayed or left where the data cannot follow. */
  | 'holds-value';

/** Accounts at which the data stop, of one institution and country. */
export interface FrontierGroup {
  /** As the data name it; empty where they name none. Whoever keeps the next records. */
  readonly institution: string;
  /** Country in which the last money was received; undefined where the data have none. */
  readonly country: string | undefined;
  readonly reason: FrontierReason;
  /** Ascending. Node numbers, not names. */
  readonly accounts: readonly Account[];
  /** The transfers behind it: the traced ones into these accounts, or all of them where no trace was given. */
  readonly rows: readonly Row[];
  /** What these transfers carried, traced or not, per currency. */
  readonly paidIn: readonly Money[];
}

/**
 * Where the data stop: accounts that money reached and that have no later transfer out, or that still hold traced value,
 * by the institution and country that keep the next records. Given a trace, its destinations; given accounts, those.
 * Groups with more accounts come first.
 *
 * Not claimed: that money is still there. Another extract may go on where this one stops.
 * O(transfers of these accounts).
 */
export function frontier(graph: TemporalGraph, reached: ForwardTrace | Iterable<Account>): FrontierGroup[] {
  const arrivals = 'traces' in reached ? tracedArrivals(reached) : allArrivals(graph, reached);
  const holding = new Set<Account>(
    'traces' in reached
      ? reached.destinations
          .filter(({ ended }) => ended.byRule.some((amount) => compareFractions(amount, ZERO) > 0))
          .map(({ account }) => account)
      : [],
  );
  const groups = new Map<string, FrontierGroup & { accounts: Account[]; rows: Row[] }>();
  for (const [account, rows] of [...arrivals].sort((a, b) => a[0] - b[0])) {
    const reason = reasonFor(graph, account, rows[0]!, holding);
    if (reason === undefined) continue;
    const { institution } = graph.ledger.accounts.key(account);
    const country = countryOf(graph, rows);
    const key = JSON.stringify([institution, country ?? null, reason]);
    const group = groups.get(key) ?? { institution, country, reason, accounts: [], rows: [], paidIn: [] };
    group.accounts.push(account);
    for (const row of rows) group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()]
    .map((group) => {
      const rows = group.rows.sort((a, b) => a - b);
      return { ...group, rows, paidIn: graph.ledger.totals(rows) };
    })
    .sort(
      (a, b) =>
        b.accounts.length - a.accounts.length ||
        compareText(a.institution, b.institution) ||
        compareText(a.country ?? '', b.country ?? '') ||
        compareText(a.reason, b.reason),
    );
}

function reasonFor(
  graph: TemporalGraph,
  account: Account,
  firstArrival: Row,
  holding: ReadonlySet<Account>,
): FrontierReason | undefined {
  const outgoing = rowsOf(graph.out, account).filter((row) => graph.beneficiary[row] !== account);
  if (outgoing.length === 0) return 'no-outgoing';
  const { timeMs } = graph.ledger.columns;
  if (timeMs[outgoing.at(-1)!]! < timeMs[firstArrival]!) return 'none-after-arrival';
  return holding.has(account) ? 'holds-value' : undefined;
}

/** Transfers that brought traced value to each destination, ascending. */
function tracedArrivals({ graph, traces, destinations }: ForwardTrace): Map<Account, Row[]> {
  const arrivals = new Map<Account, Row[]>(destinations.map(({ account }) => [account, []]));
  const rows = new Set(traces.flatMap(({ steps }) => steps.map(({ row }) => row)));
  for (const row of [...rows].sort((a, b) => a - b)) arrivals.get(graph.beneficiary[row]!)?.push(row);
  return arrivals;
}

/** Transfers into each account from others, ascending; accounts that nobody paid are left out. */
function allArrivals(graph: TemporalGraph, accounts: Iterable<Account>): Map<Account, Row[]> {
  const arrivals = new Map<Account, Row[]>();
  for (const account of accounts) {
    const rows = [...rowsOf(graph.in, account)].filter((row) => graph.payer[row] !== account);
    if (rows.length > 0) arrivals.set(account, rows);
  }
  return arrivals;
}

/** Country of the latest of the transfers that says where it was received. */
function countryOf({ ledger }: TemporalGraph, rows: readonly Row[]): string | undefined {
  const { countryTo } = ledger.columns;
  if (countryTo === undefined) return undefined;
  const known = rows.filter((row) => countryTo[row]! >= 0).at(-1);
  return known === undefined ? undefined : ledger.places[countryTo[known]!];
}
