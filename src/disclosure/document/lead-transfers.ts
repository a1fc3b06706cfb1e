import { formatInstant, formatMoney, type Row } from '../../foundation/index.js';
import type { LeadDocument, LeadTransfers } from './lead-schema.js';
import { endOf, type LeadView } from './lead-view.js';
import { shownPlaces } from './shown-places.js';
import { ValueIndex } from './value-index.js';

/** The columns of a lead's transfers with the lists that they refer to. */
export type TransferColumns = Pick<LeadDocument, 'currencies' | 'channels' | 'places' | 'files' | 'transfers'>;

/**
 * The transfers of a lead in columns. Ends that are not operators are two numbers, never accounts, and their places stand only
 * where at least three of them share one ({@link shownPlaces}). Amounts are exact text. O(rows).
 */
export function transferColumns(view: LeadView, rows: readonly Row[]): TransferColumns {
  const { ledger, payer, beneficiary } = view.graph;
  const { timeMs, sourceFile, sourceLine } = ledger.columns;
  const [currencies, channels, places, files] = [0, 1, 2, 3].map(() => new ValueIndex<string>());
  const placeCells = (side: 'from' | 'to', column: Int32Array | undefined): number[] => {
    const shown = shownPlaces(view, rows, side, column);
    return rows.map((row) => {
      const place = shown(row);
      return place < 0 ? -1 : places!.at(ledger.places[place]!);
    });
  };
  const hasClock = ledger.precision !== 'order' && ledger.precision !== 'step';
  const startMs = hasClock && rows.length > 0 ? 1000 * Math.floor(timeMs[rows[0]!]! / 1000) : 0;
  const amounts = rows.map((row) => ledger.amount(row));
  const transfers: LeadTransfers = {
    start: hasClock && rows.length > 0 ? formatInstant(startMs, 'second') : null,
    seconds: rows.map((row) => (hasClock ? (timeMs[row]! - startMs) / 1000 : timeMs[row]!)),
    from: rows.map((row) => endOf(view, payer[row]!)),
    to: rows.map((row) => endOf(view, beneficiary[row]!)),
    amount: amounts.map((money) => (money === undefined ? null : formatMoney(money))),
    currency: amounts.map((money) => (money === undefined ? -1 : currencies!.at(money.currency))),
    channel: rows.map((row) => {
      const channel = ledger.channel(row);
      return channel === 'unknown' ? -1 : channels!.at(channel);
    }),
    countryFrom: placeCells('from', ledger.columns.countryFrom),
    countryTo: placeCells('to', ledger.columns.countryTo),
    placeFrom: placeCells('from', ledger.columns.placeFrom),
    placeTo: placeCells('to', ledger.columns.placeTo),
    file: rows.map((row) => files!.at(ledger.sources[sourceFile[row]!]?.name ?? '')),
    line: rows.map((row) => sourceLine[row]!),
    findings: findingsOfRows(view, rows),
  };
  return {
    currencies: currencies!.values,
    channels: channels!.values,
    places: places!.values,
    files: files!.values,
    transfers,
  };
}

/** By row, the places in the lead's list of findings of those that the row is in, ascending. */
function findingsOfRows({ formed }: LeadView, rows: readonly Row[]): number[][] {
  const wanted = new Map<Row, number[]>(rows.map((row) => [row, []]));
  formed.findings.forEach((finding, place) => {
    for (const row of finding.rows) wanted.get(row)?.push(place);
  });
  return rows.map((row) => wanted.get(row)!);
}
