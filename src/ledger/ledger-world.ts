import { type Precision, UsageError } from '../foundation/index.js';
import { type Currency } from './currency-table.js';
import { type LedgerDraft } from './ledger-draft.js';
import { type LedgerParts } from './ledger-parts.js';
import { type SourceFile } from './source-file.js';

/**
 * What a slice of a ledger takes over from the whole, so that amounts have the same scale, numbers of currencies and places
 * the same order, and a column that is empty in the slice is still there. Plain data.
 */
export interface LedgerWorld {
  readonly precision: Precision;
  readonly sequenced: boolean;
  readonly currencies: readonly Currency[];
  readonly places: readonly string[];
  /** Whether there is a column, by kind: placeFrom, placeTo, countryFrom, countryTo. */
  readonly placeColumns: readonly boolean[];
  readonly sources: readonly SourceFile[];
}

/** What slices of this ledger take over from it. */
export function worldOf({ precision, sequenced, currencies, places, sources, columns }: LedgerParts): LedgerWorld {
  const { placeFrom, placeTo, countryFrom, countryTo } = columns;
  const placeColumns = [placeFrom, placeTo, countryFrom, countryTo].map((column) => column !== undefined);
  return { precision, sequenced, currencies, places, placeColumns, sources };
}

/** @throws UsageError `slice-world` for a currency or a place that the whole does not have */
export function requireKnownTexts(draft: LedgerDraft, { currencies, places }: LedgerWorld): void {
  const codes = new Set(currencies.map(({ code }) => code));
  const known = new Set(places);
  if (draft.currencies.texts().some((code) => !codes.has(code))) refuse('currency');
  if (draft.places.texts().some((place) => !known.has(place))) refuse('place');
}

function refuse(what: string): never {
  throw new UsageError('slice-world', `Expected a ${what} of the whole ledger in each row of a slice`);
}
