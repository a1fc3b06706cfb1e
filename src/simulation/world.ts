import { type BuiltLedger, channelCode, LedgerBuilder } from '../ledger/index.js';
import { PRECISIONS } from '../foundation/index.js';
import { csvChunks } from './csv-chunks.js';
import { WORLD_CURRENCIES } from './currencies.js';
import { filledColumns } from './filled-columns.js';
import { resolutionSeconds } from './resolution-seconds.js';
import { transferId } from './transfer-id.js';
import { type Truth } from './truth.js';
import { type WorldParts } from './world-parts.js';

const UNKNOWN_CHANNEL = channelCode('unknown');

/** A simulated world: transfers as CSV text or as a ledger, and the truth about them. Everything in it is invented. */
export class World {
  readonly truth: Truth;
  readonly #parts: WorldParts;

  /** Used by `simulateWorld`. */
  constructor(parts: WorldParts) {
    this.truth = parts.truth;
    this.#parts = parts;
  }

  get transferCount(): number {
    return this.#parts.order.length;
  }

  /** The transfers as CSV text, some thousand lines at a time, header first; may be called again. O(transfers). */
  csvChunks(): Iterable<string> {
    return csvChunks(this.#parts);
  }

  /** The truth as JSON text with a final line end. */
  truthJson(): string {
    return `${JSON.stringify(this.truth, undefined, 1)}\n`;
  }

  /** The transfers as a ledger, the same that reading the CSV gives. For tests; the CSV is the way in for everything else. */
  toLedger(): BuiltLedger {
    const { sheet, order, names, geography, startMs, resolution, columns } = this.#parts;
    const { ids, channels, places, countries } = filledColumns(columns);
    const builder = new LedgerBuilder();
    const file = builder.addSource({ name: 'simulated', sha256: '' });
    const precision = PRECISIONS.indexOf(resolution);
    const step = resolutionSeconds(resolution);
    order.forEach((row, position) => {
      const payer = names[sheet.payer.array[row]!]!;
      const beneficiary = names[sheet.beneficiary.array[row]!]!;
      const time = sheet.time.array[row]!;
      const minor = sheet.amountMinor.array[row]!;
      // As a reader has it: no more decimals than the amount needs.
      const decimals = minor % 100 === 0 ? 0 : minor % 10 === 0 ? 1 : 2;
      builder.appendRow(
        builder.accounts.intern(payer.institution, payer.account),
        builder.accounts.intern(beneficiary.institution, beneficiary.account),
        startMs + (time - (time % step)) * 1000,
        precision,
        minor / 10 ** (2 - decimals),
        decimals,
        builder.currencies.intern(WORLD_CURRENCIES[sheet.currency.array[row]!]!),
        channels ? sheet.channel.array[row]! : UNKNOWN_CHANNEL,
        file,
        position + 2,
      );
      const from = sheet.placeFrom.array[row]!;
      const to = sheet.placeTo.array[row]!;
      if (places) {
        builder.setPlace(0, builder.places.intern(geography.townName[from]!));
        builder.setPlace(1, builder.places.intern(geography.townName[to]!));
      }
      if (countries) {
        builder.setPlace(2, builder.places.intern(geography.townCountry[from]!));
        builder.setPlace(3, builder.places.intern(geography.townCountry[to]!));
      }
      if (ids) builder.setId(transferId(position));
    });
    return builder.finish();
  }
}
