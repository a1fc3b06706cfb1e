import { compareText, formatInstant, formatMinor } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import type { CaseDocument } from './case-schema.js';
import { SMALLEST_GROUP } from './case-format.js';
import { ExactSum } from './exact-sum.js';

type Overview = CaseDocument['data'];
const MOST_CORRIDORS = 200;

/** Transfers of one kind, with an exact sum per currency (index into the ledger's). */
class Tally {
  transfers = 0;
  readonly payers = new Set<number>();
  readonly sums: (ExactSum | undefined)[] = [];
  readonly counts: number[] = [];
}

/**
 * What the whole data hold: period, sums by month, sums by pair of countries. Pairs of fewer than three transfers or of fewer
 * than three payers are left out, and so are all but the fullest 200. O(transfers).
 */
export function overviewOf(graph: TemporalGraph): Overview {
  const { ledger } = graph;
  const { timeMs } = ledger.columns;
  const hasClock = ledger.precision !== 'order' && ledger.precision !== 'step' && ledger.rowCount > 0;
  const moment = (row: number): string => formatInstant(timeMs[row]!, ledger.precision);
  return {
    transfers: ledger.rowCount,
    accounts: ledger.accounts.size,
    precision: ledger.precision,
    period: hasClock ? { first: moment(0), last: moment(ledger.rowCount - 1) } : null,
    months: hasClock ? monthsOf(graph) : [],
    corridors: corridorsOf(graph),
  };
}

function add({ ledger, payer }: TemporalGraph, tally: Tally, row: number): void {
  tally.transfers++;
  if (tally.payers.size < SMALLEST_GROUP) tally.payers.add(payer[row]!);
  if (ledger.currencies.length === 0 || Number.isNaN(ledger.columns.amountMinor[row]!)) return;
  const currency = ledger.columns.currency[row]!;
  (tally.sums[currency] ??= new ExactSum()).add(ledger, row);
  tally.counts[currency] = (tally.counts[currency] ?? 0) + 1;
}

function sumsOf(
  { ledger }: TemporalGraph,
  { sums, counts }: Tally,
): { currency: string; amount: string; transfers: number }[] {
  return ledger.currencies.flatMap(({ code, scale }, i) => {
    const sum = sums[i];
    return sum === undefined ? [] : [{ currency: code, amount: formatMinor(sum.minor, scale), transfers: counts[i]! }];
  });
}

/** Rows run by time, so a month is a run of rows. */
function monthsOf(graph: TemporalGraph): Overview['months'] {
  const { timeMs } = graph.ledger.columns;
  const months: Overview['months'] = [];
  let [row, tally] = [0, new Tally()];
  while (row < graph.transferCount) {
    const first = new Date(timeMs[row]!);
    const month = first.toISOString().slice(0, 7);
    // Date.UTC would take the years 1 to 99, which stand for no date in some exports, for 1901 to 1999.
    const end = new Date(0).setUTCFullYear(first.getUTCFullYear(), first.getUTCMonth() + 1, 1);
    for (tally = new Tally(); row < graph.transferCount && timeMs[row]! < end; row++) add(graph, tally, row);
    for (const { currency, transfers, amount } of sumsOf(graph, tally)) {
      months.push({ month, currency, transfers, amount });
    }
  }
  return months;
}

function corridorsOf(graph: TemporalGraph): Overview['corridors'] {
  const { places, columns, rowCount } = graph.ledger;
  const { countryFrom, countryTo } = columns;
  if (countryFrom === undefined || countryTo === undefined) return [];
  const tallies = new Map<number, Tally>();
  for (let row = 0; row < rowCount; row++) {
    const [from, to] = [countryFrom[row]!, countryTo[row]!];
    if (from < 0 || to < 0) continue;
    const key = from * places.length + to;
    let tally = tallies.get(key);
    if (tally === undefined) tallies.set(key, (tally = new Tally()));
    add(graph, tally, row);
  }
  return [...tallies]
    .filter(([, { transfers, payers }]) => transfers >= SMALLEST_GROUP && payers.size >= SMALLEST_GROUP)
    .map(([key, tally]) => ({
      from: places[Math.floor(key / places.length)]!,
      to: places[key % places.length]!,
      transfers: tally.transfers,
      sums: sumsOf(graph, tally).map(({ currency, amount }) => ({ currency, amount })),
    }))
    .sort((a, b) => b.transfers - a.transfers || compareText(a.from, b.from) || compareText(a.to, b.to))
    .slice(0, MOST_CORRIDORS);
}
