import { between, wholeBetween } from '../draws.js';
import { inReference } from '../currencies.js';
import { type Stage } from '../stage.js';
import { DAY_SECONDS, HOUR_SECONDS } from '../world-clock.js';

/** What an acquirer owes one shop for the cards of one stretch of days. */
interface Due {
  readonly acquirer: number;
  readonly shop: number;
  readonly stretch: number;
  /** Hundredths of the unit of reference. */
  sum: number;
}

/** The most stretches that a period can have: one a day. */
const STRETCHES = 512;

/** Pays shops what acquirers took for them by card: once for some days, less a fee. */
export class CardSettlement {
  readonly #stage: Stage;
  readonly #days: number;
  readonly #fee: number;
  readonly #dues = new Map<number, Due>();
  #scanned = 0;
  #pending = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
    this.#days = [1, 7, 7, 14, 30][wholeBetween(stage.random, 0, 4)]!;
    this.#fee = between(stage.random, 0.005, 0.02);
  }

  /** How many rows settling would add to what is seen, at most. */
  pending(): number {
    const { sheet, book } = this.#stage;
    const stretch = this.#days * DAY_SECONDS;
    for (; this.#scanned < sheet.length; this.#scanned++) {
      const row = this.#scanned;
      const shop = sheet.merchant.array[row]!;
      if (shop < 0) continue;
      const key = shop * STRETCHES + Math.floor(sheet.time.array[row]! / stretch);
      const sum = inReference(sheet.amountMinor.array[row]!, sheet.currency.array[row]!);
      const known = this.#dues.get(key);
      if (known !== undefined) known.sum += sum;
      else {
        const acquirer = sheet.beneficiary.array[row]!;
        this.#dues.set(key, { acquirer, shop, stretch: key % STRETCHES, sum });
        if (book.bankOf(shop) >= 0 && sheet.wouldShowWire(acquirer, shop)) this.#pending++;
      }
    }
    return this.#pending;
  }

  /** Writes all settlements that fall into the period. */
  settle(): void {
    this.pending();
    const { sheet, random } = this.#stage;
    for (const { acquirer, shop, stretch, sum } of this.#dues.values()) {
      const day = (stretch + 1) * this.#days;
      const time = day * DAY_SECONDS + 5 * HOUR_SECONDS + Math.floor(random() * 3600);
      sheet.add(time, acquirer, shop, Math.max(1, Math.floor(sum * (1 - this.#fee))), { channel: 'wire' });
    }
    this.#dues.clear();
    this.#pending = 0;
  }
}
