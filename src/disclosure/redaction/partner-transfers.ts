import { DAY_MS } from '../../foundation/index.js';
import type { LeadDocument } from '../document/lead-schema.js';
import { ValueIndex } from '../document/value-index.js';
import { toTwoDigits } from './coarse-amounts.js';
import { type RedactionContext } from './redaction-context.js';
import { isCountryCode, isKnownChannel } from './vocabulary.js';

/** Columns of a lead's transfers with the lists that they refer to. */
type TransferColumns = Pick<LeadDocument, 'currencies' | 'channels' | 'places' | 'files' | 'transfers'>;

interface Row {
  readonly at: number;
  readonly day: number;
  readonly from: number;
  readonly to: number;
  readonly amount: string | null;
}

/**
 * Transfers for a partner: days instead of instants, amounts with two significant digits, no places below countries, numbers for
 * files and lines. Inside a day they are ordered by their ends and amounts, since the order of the case is that of the clock. Without
 * clock times the position in the file becomes the rank within the lead. `place`: new places of operators. O(rows log rows).
 */
export function partnerTransfers(
  lead: LeadDocument,
  place: readonly number[],
  context: RedactionContext,
): TransferColumns {
  const { transfers } = lead;
  const [currencies, channels, places, files] = [0, 1, 2, 3].map(() => new ValueIndex<string>());
  const { days, startMs } = daysOf(lead);
  const end = (old: number): number => place[old] ?? old;
  const rows = days
    .map((day, at): Row => {
      const amount = transfers.amount[at] ?? null;
      return {
        at,
        day,
        from: end(transfers.from[at]!),
        to: end(transfers.to[at]!),
        amount: amount === null ? null : (toTwoDigits(amount) ?? null),
      };
    })
    .sort((a, b) => a.day - b.day || a.from - b.from || a.to - b.to || Number(a.amount ?? 0) - Number(b.amount ?? 0));
  const country = (column: readonly number[]): number[] =>
    rows.map(({ at }) => {
      const text = lead.places[column[at]!] ?? '';
      return isCountryCode(text) ? places!.at(text) : -1;
    });
  const channel = rows.map(({ at }) => {
    const text = lead.channels[transfers.channel[at]!] ?? '';
    return isKnownChannel(text) ? channels!.at(text) : -1;
  });
  const currency = rows.map(({ at }) => {
    const text = lead.currencies[transfers.currency[at]!];
    return text === undefined ? -1 : currencies!.at(context.currencies.label(text));
  });
  const none = rows.map(() => -1);
  const fileOf = (at: number): string => lead.files[transfers.file[at]!] ?? '';
  const columns = {
    start: startMs === undefined ? null : `${new Date(startMs).toISOString().slice(0, 10)}T00:00:00Z`,
    seconds: rows.map(({ day }) => (startMs === undefined ? day : (day * DAY_MS) / 1000)),
    from: rows.map(({ from }) => from),
    to: rows.map(({ to }) => to),
    amount: rows.map(({ amount }) => amount),
    currency,
    channel,
    countryFrom: country(transfers.countryFrom),
    countryTo: country(transfers.countryTo),
    placeFrom: none,
    placeTo: [...none],
    file: rows.map(({ at }) => files!.at(context.lines.file(fileOf(at)))),
    line: rows.map(({ at }) => context.lines.line(fileOf(at), transfers.line[at]!)),
    findings: rows.map(({ at }) => [...transfers.findings[at]!]),
  };
  return {
    currencies: currencies!.values,
    channels: channels!.values,
    places: places!.values,
    files: files!.values,
    transfers: columns,
  };
}

/** Days after the first one, or ranks where there is no clock (a start that is no date counts as none). */
function daysOf({ transfers: { start, seconds } }: LeadDocument): { days: number[]; startMs: number | undefined } {
  const fromMs = start === null ? Number.NaN : Date.parse(start);
  if (Number.isNaN(fromMs)) {
    const ranks = new Map([...new Set(seconds)].sort((a, b) => a - b).map((one, rank) => [one, rank]));
    return { days: seconds.map((one) => ranks.get(one)!), startMs: undefined };
  }
  const first = Math.floor(fromMs / DAY_MS);
  return {
    days: seconds.map((after) => Math.floor((fromMs + 1000 * after) / DAY_MS) - first),
    startMs: first * DAY_MS,
  };
}
