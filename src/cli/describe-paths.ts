import { formatSums, type PathParty, type RouteRecord } from '../export/index.js';
import { type PathOrder } from '../trace/index.js';
import { terminalTable } from './terminal-table.js';

/** Goes with paths wherever they are shown. */
export const PATHS_NOTICE =
  'A path is a way that money could have gone in time. It does not say that it did, or that the accounts know each other.';

/** What a search for routes was told, and how it ended. */
export interface PathsSearched {
  readonly order: PathOrder;
  readonly stoppedBy: string | null;
  /** Who may be named: operators of a case, whom all data tell, or without a case beside an engine nobody. */
  readonly named: 'operators' | 'by-data' | 'nobody';
  /** Whether --max-hops or --max-wait left longer paths out. Default false. */
  readonly bounded?: boolean;
}

const UNNAMED: Readonly<Record<PathsSearched['named'], string>> = Object.freeze({
  operators: 'Accounts that are no operators of the case are unnamed',
  'by-data': 'Accounts that may merely have paid are unnamed',
  nobody: 'Nobody is named: through an engine only operators of a case (--case) are',
});

/** What a person sees: both ends, then each route with its best path line by line and what its legs moved in all. */
export function describePaths(
  routes: readonly RouteRecord[],
  { from, to }: Readonly<Record<'from' | 'to', PathParty>>,
  { order, stoppedBy, named, bounded = false }: PathsSearched,
): string {
  const ends = [
    ['--from', from.account, from.protection],
    ['--to', to.account, to.protection],
  ];
  const lines = routes.flatMap((route, i) => [...describeRoute(route, i + 1), '']);
  if (routes.length === 0) lines.push(nothingFound(stoppedBy, bounded), '');
  if (stoppedBy !== null) {
    lines.push(`Incomplete: stopped by ${stoppedBy}; there may be more routes. See --max-visits.`);
  }
  const typed = named !== 'nobody' && [from, to].some(({ protection }) => protection !== 'named');
  lines.push(`Best first by ${order}. ${UNNAMED[named]}${typed ? ', also where they were typed' : ''}.`, PATHS_NOTICE);
  return `${[terminalTable(['typed', 'account', 'protection'], ends), '', ...lines].join('\n')}\n`;
}

function nothingFound(stoppedBy: string | null, bounded: boolean): string {
  if (stoppedBy !== null) return 'No path was found before the search stopped.';
  return `No path in time order connects them in these data${bounded ? ', within --max-hops and --max-wait as they were set' : ''}.`;
}

function describeRoute({ ways, departure, arrival, smallest, transfers, legs }: RouteRecord, number: number): string[] {
  const least = formatSums(smallest);
  const one = `${transfers.length === 1 ? '1 transfer' : `${transfers.length} transfers`}, ${departure} to ${arrival}${least === '' ? '' : `, smallest ${least}`}`;
  const steps = terminalTable(
    ['time', 'from', 'to', 'amount', 'currency', 'where'],
    transfers.map(({ time, from, to, amount, currency, file, line }) => [
      time,
      from,
      to,
      amount ?? '',
      currency ?? '',
      `${file}:${line}`,
    ]),
  );
  if (ways === 1) return [`Route ${number}, one way: ${one}`, steps];
  const sums = terminalTable(
    ['from', 'to', 'transfers', 'in all'],
    legs.map((leg) => [leg.from, leg.to, String(leg.transfers), formatSums(leg.sums)]),
  );
  return [`Route ${number}, ${ways} ways; the best: ${one}`, steps, 'Over all ways:', sums];
}
