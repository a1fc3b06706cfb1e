import { formatInstant } from '../foundation/index.js';
import { CHANNELS } from '../ledger/index.js';
import { WORLD_CURRENCIES } from './currencies.js';
import { filledColumns } from './filled-columns.js';
import { type Resolution } from './regimes/regime.js';
import { transferId } from './transfer-id.js';
import { type WorldParts } from './world-parts.js';
import { DAY_SECONDS } from './world-clock.js';

export const WORLD_CSV_HEADER =
  'id,time,payer_institution,payer_account,beneficiary_institution,beneficiary_account,amount,currency,channel,' +
  'place_from,country_from,place_to,country_to';

const ROWS_PER_CHUNK = 4096;

const TWO_DIGITS = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));

/**
 * CSV text of a world, header first; columns that the books lack are there and empty. No cell needs quoting: names hold
 * letters, digits and hyphens only.
 */
export function* csvChunks(parts: WorldParts): Generator<string, void, undefined> {
  const { sheet, order, names, geography, startMs, resolution } = parts;
  const { ids, channels, places, countries } = filledColumns(parts.columns);
  const accountCells = names.map((name) => `${name.institution},${name.account}`);
  const placeCells = geography.townName.map(
    (town, i) => `${places ? town : ''},${countries ? geography.townCountry[i]! : ''}`,
  );
  const channelCells = CHANNELS.map((channel) => (channels ? channel : ''));
  const dayTexts = new Map<number, string>();
  let chunk = `${WORLD_CSV_HEADER}\n`;
  for (let position = 0; position < order.length; position++) {
    const row = order[position]!;
    const time = sheet.time.array[row]!;
    const day = Math.floor(time / DAY_SECONDS);
    let dayText = dayTexts.get(day);
    if (dayText === undefined) {
      dayTexts.set(day, (dayText = formatInstant(startMs + day * DAY_SECONDS * 1000, 'day')));
    }
    const minor = sheet.amountMinor.array[row]!;
    chunk +=
      `${ids ? transferId(position) : ''},${dayText}${clockText(time - day * DAY_SECONDS, resolution)},` +
      `${accountCells[sheet.payer.array[row]!]!},${accountCells[sheet.beneficiary.array[row]!]!},` +
      `${Math.floor(minor / 100)}.${TWO_DIGITS[minor % 100]!},${WORLD_CURRENCIES[sheet.currency.array[row]!]!},` +
      `${channelCells[sheet.channel.array[row]!]!},${placeCells[sheet.placeFrom.array[row]!]!},` +
      `${placeCells[sheet.placeTo.array[row]!]!}\n`;
    if ((position + 1) % ROWS_PER_CHUNK === 0) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}

/** What follows the date: nothing where only days are told. */
function clockText(second: number, resolution: Resolution): string {
  if (resolution === 'day') return '';
  const minutes = `T${TWO_DIGITS[Math.floor(second / 3600)]!}:${TWO_DIGITS[Math.floor(second / 60) % 60]!}`;
  return resolution === 'minute' ? `${minutes}Z` : `${minutes}:${TWO_DIGITS[second % 60]!}Z`;
}
