import { coarser, type Issue, type Precision, PRECISIONS } from '../foundation/index.js';
import { type GrowableColumn } from '../structures/index.js';
import { layOutAmounts, planCurrencies, type RawAmounts } from './amount-lanes.js';
import { ColumnMover } from './column-mover.js';
import { dropRows, findDuplicates } from './duplicates.js';
import { canonicalOrder } from './canonical-order.js';
import { type Labels, layOutLabels } from './labels.js';
import { type HolderCounts, type SameHolder } from './holder-table.js';
import { Ledger } from './ledger.js';
import { findSecondViews } from './second-views.js';
import { type LedgerDraft } from './ledger-draft.js';
import { type LedgerWorld, requireKnownTexts } from './ledger-world.js';

/** How a draft becomes a ledger. */
export interface BuildOptions {
  /** What to do with transfers that agree in everything but their source position. Default 'keep'. */
  readonly duplicates?: 'keep' | 'drop';
  /**
   * What to do with a transfer that another file tells of as well: the same reference, amount, currency and accounts, at
   * most five days apart. Default 'keep': each is an issue, and counts.
   */
  readonly twoViews?: 'keep' | 'drop';
  /**
   * When accounts are taken for one holder's: where name and second identifier agree, or the name alone. Names are common, so the
   * second joins strangers. Default 'name-and-id'.
   */
  readonly sameHolder?: SameHolder;
  /** Whether the ledger keeps names of holders, so that a case can name those of listed operators. Default false. */
  readonly keepNames?: boolean;
  /** What a slice takes over from the ledger that it is a part of. Default none: the draft is whole. */
  readonly world?: LedgerWorld;
}

/** A ledger and what was found while it was put together. */
export interface BuiltLedger {
  readonly ledger: Ledger;
  /** Labels of the mapped label column in row order, for evaluation only; undefined if none is mapped. */
  readonly labels: Labels | undefined;
  /**
   * One issue per exact duplicate after the first of its kind: `noted` if kept, `quarantined` if dropped. At most
   * 100,000; {@link BuiltLedger.duplicateCount} has them all.
   */
  readonly duplicates: readonly Issue[];
  /** Number of exact duplicates after the first of their kind, kept or dropped. */
  readonly duplicateCount: number;
  /** How many of them have no issue of their own, by source. */
  readonly furtherDuplicates: readonly number[];
  /** One issue per transfer that another file tells of as well: `noted` if kept, `quarantined` if dropped. */
  readonly secondViews: readonly Issue[];
  /** What came of the names of holders. */
  readonly holders: HolderCounts;
}

/** Sorts, scales and freezes a draft. O(rows) radix passes plus sorting inside ties. */
export function assembleLedger(draft: LedgerDraft, options: BuildOptions = {}): BuiltLedger {
  const { directory, renumbered, holders } = draft.accounts.finish(options);
  renumber(draft.payer, renumbered);
  renumber(draft.beneficiary, renumbered);
  const { world } = options;
  if (world !== undefined) requireKnownTexts(draft, world);
  const codes = world?.currencies.map(({ code }) => code) ?? [...draft.currencies.texts()].sort();
  const currencyRank = ranks(draft.currencies.texts(), codes);
  renumberCurrencies(draft.currency, draft.mantissa, currencyRank);
  const { receivedCurrency, receivedMantissa } = draft;
  if (receivedCurrency && receivedMantissa) renumberCurrencies(receivedCurrency, receivedMantissa, currencyRank);
  const places = world?.places ?? [...draft.places.texts()].sort();
  const placeRank = ranks(draft.places.texts(), places);
  for (const column of draft.placeColumns) if (column !== undefined) renumber(column, placeRank);

  const paid: RawAmounts = {
    mantissa: draft.mantissa.finish(),
    decimals: draft.decimals.finish(),
    currency: draft.currency.finish(),
    wide: draft.wide,
  };
  const received = receivedAmounts(draft);
  const currencies = world?.currencies ?? planCurrencies(codes, received === undefined ? [paid] : [paid, received]);

  // Rows after the last one with an id have none either; only then do they equal those before it.
  while (draft.ids !== undefined && draft.ids.length < draft.rowCount) draft.ids.append('');
  const sorted = canonicalOrder(draft, { paid, received, currencies });
  const found = findDuplicates(draft, sorted, options.duplicates ?? 'keep');
  const single = options.duplicates === 'drop' ? dropRows(sorted.order, found.positions) : sorted.order;
  const { twoViews = 'keep' } = options;
  const views = findSecondViews(draft, single, twoViews);
  const order = twoViews === 'drop' && views.rows.size > 0 ? single.filter((row) => !views.rows.has(row)) : single;

  const precisions = precisionsOf(draft);
  const precision = world?.precision ?? precisions.reduce<Precision>(coarser, 'millisecond');
  const mover = new ColumnMover(order);
  // First, since the amounts then go where the times were.
  const timeMs = mover.move(draft.timeMs);
  const paidLane = layOutAmounts(paid, order, currencies, mover.takeDoubles());
  mover.releaseDoubles(draft.mantissa.array);
  const receivedLane = received && layOutAmounts(received, order, currencies, mover.takeDoubles());
  const ledger = new Ledger({
    accounts: directory,
    columns: {
      payer: mover.move(draft.payer),
      beneficiary: mover.move(draft.beneficiary),
      timeMs,
      precision: precisions.length < 2 ? mover.keep(draft.precision) : mover.move(draft.precision),
      amountMinor: paidLane.minor,
      currency: mover.move(draft.currency),
      receivedMinor: receivedLane?.minor,
      receivedCurrency: draft.receivedCurrency && mover.move(draft.receivedCurrency),
      channel: mover.move(draft.channel),
      placeFrom: placeColumn(draft, 0, mover),
      placeTo: placeColumn(draft, 1, mover),
      countryFrom: placeColumn(draft, 2, mover),
      countryTo: placeColumn(draft, 3, mover),
      id: draft.ids,
      textIndex: draft.ids && order,
      sourceFile: draft.sources.length < 2 ? mover.keep(draft.sourceFile) : mover.move(draft.sourceFile),
      sourceLine: mover.move(draft.sourceLine),
    },
    currencies,
    places,
    sources: draft.sources,
    precision,
    sequenced: world?.sequenced ?? draft.sequence !== undefined,
    wideAmounts: paidLane.wide,
    wideReceived: receivedLane?.wide ?? new Map<number, bigint>(),
  });
  return {
    ledger,
    labels: layOutLabels(draft, order),
    duplicates: found.issues,
    duplicateCount: found.count,
    furtherDuplicates: found.furtherBySource,
    secondViews: views.issues,
    holders,
  };
}

/** Received amounts for every row: where the data gave none, the paid amount. */
function receivedAmounts(draft: LedgerDraft): RawAmounts | undefined {
  const { receivedMantissa, receivedDecimals, receivedCurrency } = draft;
  if (receivedMantissa === undefined || receivedDecimals === undefined || receivedCurrency === undefined) {
    return undefined;
  }
  const missing = draft.rowCount - receivedMantissa.length;
  receivedMantissa.appendRepeated(NaN, missing);
  receivedDecimals.appendRepeated(0, missing);
  receivedCurrency.appendRepeated(0, missing);
  const mantissas = receivedMantissa.finish();
  const paid = draft.mantissa.finish();
  const decimals = draft.decimals.finish();
  const currencies = draft.currency.finish();
  const receivedScale = receivedDecimals.finish();
  const receivedCode = receivedCurrency.finish();
  for (let row = 0; row < mantissas.length; row++) {
    if (!Number.isNaN(mantissas[row]!)) continue;
    mantissas[row] = paid[row]!;
    receivedScale[row] = decimals[row]!;
    receivedCode[row] = currencies[row]!;
    const wide = draft.wide.size === 0 ? undefined : draft.wide.get(row);
    if (wide !== undefined) draft.receivedWide.set(row, wide);
  }
  return {
    mantissa: mantissas,
    decimals: receivedScale,
    currency: receivedCode,
    wide: draft.receivedWide,
  };
}

function placeColumn(draft: LedgerDraft, kind: number, mover: ColumnMover): Int32Array | undefined {
  const column = draft.placeColumns[kind];
  if (column === undefined) return undefined;
  column.appendRepeated(-1, draft.rowCount - column.length);
  return mover.move(column);
}

function precisionsOf(draft: LedgerDraft): Precision[] {
  const seen = new Uint8Array(PRECISIONS.length);
  const codes = draft.precision.finish();
  for (let row = 0; row < codes.length; row++) seen[codes[row]!] = 1;
  return PRECISIONS.filter((_, code) => seen[code] === 1);
}

/** For each text of `from`, its position in `to`. */
function ranks(from: readonly string[], to: readonly string[]): Int32Array {
  const position = new Map(to.map((text, i) => [text, i]));
  return Int32Array.from(from, (text) => position.get(text) ?? 0);
}

/** Replaces every non-negative entry by its new number. */
function renumber(column: GrowableColumn<Int32Array>, renumbered: Int32Array): void {
  const { array, length } = column;
  if (renumbered.length === 0) return;
  for (let i = 0; i < length; i++) if (array[i]! >= 0) array[i] = renumbered[array[i]!]!;
}

/** As {@link renumber} for currencies. That of a row without an amount means nothing: it is the first, whatever was read first. */
function renumberCurrencies(
  { array, length }: GrowableColumn<Uint16Array>,
  mantissas: GrowableColumn<Float64Array>,
  renumbered: Int32Array,
): void {
  if (renumbered.length === 0) return;
  const amounts = mantissas.array;
  for (let i = 0; i < length; i++) array[i] = Number.isNaN(amounts[i]!) ? 0 : renumbered[array[i]!]!;
}
