import { formatInstant } from '../foundation/index.js';
import { CHANNELS } from '../ledger/index.js';
import { WORLD_CURRENCIES } from './geography.js';
import { transferId } from './transfer-id.js';
import { type WorldParts } from './world-parts.js';
import { DAY_SECONDS } from './world-clock.js';

export const WORLD_CSV_HEADER =
  'id,time,payer_institution,payer_account,beneficiary_institution,beneficiary_account,amount,currency,channel,' +
  'place_from,country_from,place_to,country_to';

const ROWS_PER_CHUNK = 4096;

/** CSV text of a world, header first. No cell needs quoting: names hold letters, digits and hyphens only. */
export function* csvChunks(parts: WorldParts): Generator<string, void, undefined> {
  const { sheet, order, names, geography, startMs } = parts;
  const accountCells = names.map((name) => `${name.institution},${name.account}`);
  const placeCells = geography.townName.map((town, i) => `${town},${geography.townCountry[i]}`);
  const twoDigits = Array.from({ length: 100 }, (_, i) => String(i).padStart(2, '0'));
  const dayTexts = new Map<number, string>();
  let chunk = `${WORLD_CSV_HEADER}\n`;
  for (let position = 0; position < order.length; position++) {
    const row = order[position]!;
    const time = sheet.time.array[row]!;
    const day = Math.floor(time / DAY_SECONDS);
    const second = time - day * DAY_SECONDS;
    let dayText = dayTexts.get(day);
    if (dayText === undefined) {
      dayTexts.set(day, (dayText = formatInstant(startMs + day * DAY_SECONDS * 1000, 'day')));
    }
    const hour = twoDigits[Math.floor(second / 3600)]!;
    const minute = twoDigits[Math.floor(second / 60) % 60]!;
    const minor = sheet.amountMinor.array[row]!;
    chunk +=
      `${transferId(position)},${dayText}T${hour}:${minute}:${twoDigits[second % 60]!}Z,` +
      `${accountCells[sheet.payer.array[row]!]!},${accountCells[sheet.beneficiary.array[row]!]!},` +
      `${Math.floor(minor / 100)}.${twoDigits[minor % 100]!},${WORLD_CURRENCIES[sheet.currency.array[row]!]!},` +
      `${CHANNELS[sheet.channel.array[row]!]!},${placeCells[sheet.placeFrom.array[row]!]!},` +
      `${placeCells[sheet.placeTo.array[row]!]!}\n`;
    if ((position + 1) % ROWS_PER_CHUNK === 0) {
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
