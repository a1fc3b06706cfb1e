import { coarser, type Issue, type Precision, PRECISIONS } from '../foundation/index.js';
import { type ColumnArray, type GrowableColumn } from '../structures/index.js';
import { layOutAmounts, planCurrencies, type RawAmounts } from './amount-lanes.js';
import { dropRows, findDuplicates } from './duplicates.js';
import { canonicalOrder } from './canonical-order.js';
import { type Labels, layOutLabels } from './labels.js';
import { Ledger } from './ledger.js';
import { type LedgerDraft } from './ledger-draft.js';

/** How a draft becomes a ledger. */
export interface BuildOptions {
  /** What to do with transfers that agree in everything but their source position. Default 'keep'. */
  readonly duplicates?: 'keep' | 'drop';
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
  /** Accounts that the data gives to more than one holder; they count as their own unit. */
  readonly accountsWithSeveralHolders: number;
}

/** Sorts, scales and freezes a draft. O(rows) radix passes plus sorting inside ties. */
export function assembleLedger(draft: LedgerDraft, options: BuildOptions = {}): BuiltLedger {
  const { directory, renumbered, severalHolders } = draft.accounts.finish();
  renumber(draft.payer, renumbered);
  renumber(draft.beneficiary, renumbered);
  const codes = [...draft.currencies.texts()].sort();
  const currencyRank = ranks(draft.currencies.texts(), codes);
  renumber(draft.currency, currencyRank);
  if (draft.receivedCurrency !== undefined) renumber(draft.receivedCurrency, currencyRank);
  const places = [...draft.places.texts()].sort();
  const placeRank = ranks(draft.places.texts(), places);
  for (const column of draft.placeColumns) if (column !== undefined) renumber(column, placeRank);

  const paid: RawAmounts = {
    mantissa: draft.mantissa.finish(),
    decimals: draft.decimals.finish(),
    currency: draft.currency.finish(),
    wide: draft.wide,
  };
  const received = receivedAmounts(draft);
  const currencies = planCurrencies(codes, received === undefined ? [paid] : [paid, received]);

  const sorted = canonicalOrder(draft, { paid, received, currencies });
  const found = findDuplicates(draft, sorted, options.duplicates ?? 'keep');
  const order = options.duplicates === 'drop' ? dropRows(sorted.order, found.positions) : sorted.order;

  const paidLane = layOutAmounts(paid, order, currencies);
  const receivedLane = received === undefined ? undefined : layOutAmounts(received, order, currencies);
  const ledger = new Ledger({
    accounts: directory,
    columns: {
      payer: permute(draft.payer, order),
      beneficiary: permute(draft.beneficiary, order),
      timeMs: permute(draft.timeMs, order),
      precision: permute(draft.precision, order),
      amountMinor: paidLane.minor,
      currency: permute(draft.currency, order),
      receivedMinor: receivedLane?.minor,
      receivedCurrency: draft.receivedCurrency && permute(draft.receivedCurrency, order),
      channel: permute(draft.channel, order),
      placeFrom: placeColumn(draft, 0, order),
      placeTo: placeColumn(draft, 1, order),
      countryFrom: placeColumn(draft, 2, order),
      countryTo: placeColumn(draft, 3, order),
      id: draft.ids,
      textIndex: draft.ids && order,
      sourceFile: permute(draft.sourceFile, order),
      sourceLine: permute(draft.sourceLine, order),
    },
    currencies,
    places,
    sources: draft.sources,
    precision: coarsestPrecision(draft),
    wideAmounts: paidLane.wide,
    wideReceived: receivedLane?.wide ?? new Map<number, bigint>(),
  });
  return {
    ledger,
    labels: layOutLabels(draft, order),
    duplicates: found.issues,
    duplicateCount: found.count,
    accountsWithSeveralHolders: severalHolders,
  };
}

/** Received amounts for every row: where the data gave none, the paid amount. */
function receivedAmounts(draft: LedgerDraft): RawAmounts | undefined {
  const { receivedMantissa, receivedDecimals, receivedCurrency } = draft;
  if (receivedMantissa === undefined || receivedDecimals === undefined || receivedCurrency === undefined) {
    return undefined;
  }
  const given = receivedMantissa.length;
  for (let row = 0; row < draft.rowCount; row++) {
    if (row >= given) {
      receivedMantissa.push(NaN);
      receivedDecimals.push(0);
      receivedCurrency.push(0);
    }
    if (!Number.isNaN(receivedMantissa.array[row]!)) continue;
    receivedMantissa.array[row] = draft.mantissa.array[row]!;
    receivedDecimals.array[row] = draft.decimals.array[row]!;
    receivedCurrency.array[row] = draft.currency.array[row]!;
    const wide = draft.wide.get(row);
    if (wide !== undefined) draft.receivedWide.set(row, wide);
  }
  return {
    mantissa: receivedMantissa.finish(),
    decimals: receivedDecimals.finish(),
    currency: receivedCurrency.finish(),
    wide: draft.receivedWide,
  };
}

function placeColumn(draft: LedgerDraft, kind: number, order: Uint32Array): Int32Array | undefined {
  const column = draft.placeColumns[kind];
  if (column === undefined) return undefined;
  while (column.length < draft.rowCount) column.push(-1);
  return permute(column, order);
}

function coarsestPrecision(draft: LedgerDraft): Precision {
  const seen = new Set(draft.precision.finish());
  return [...seen].map((code) => PRECISIONS[code] as Precision).reduce(coarser, 'millisecond');
}

/** For each text of `from`, its position in `to`. */
function ranks(from: readonly string[], to: readonly string[]): Int32Array {
  const position = new Map(to.map((text, i) => [text, i]));
  return Int32Array.from(from, (text) => position.get(text) ?? 0);
}

/** Replaces every non-negative entry by its new number. */
function renumber(column: GrowableColumn<ColumnArray>, renumbered: Int32Array): void {
  const { array, length } = column;
  if (renumbered.length === 0) return;
  for (let i = 0; i < length; i++) if (array[i]! >= 0) array[i] = renumbered[array[i]!]!;
}

function permute<A extends ColumnArray>(column: GrowableColumn<A>, order: Uint32Array): A {
  const moved = column.emptyCopy(order.length);
  const { array } = column;
  for (let i = 0; i < order.length; i++) moved[i] = array[order[i]!]!;
  return moved;
}
