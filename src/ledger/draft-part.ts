import { type ColumnArray, type GrowableColumn, type TextPart } from '../structures/index.js';
import { type AccountPart } from './account-table.js';
import { type LedgerDraft, type ReceivedColumns } from './ledger-draft.js';

/** Exact decimals of a stretch of rows; entries of `wide` are keyed by row of the part. */
interface AmountPart {
  readonly mantissa: Float64Array;
  readonly decimals: Uint8Array;
  readonly currency: Uint16Array;
  readonly wide: ReadonlyMap<number, bigint>;
}

/**
 * The rows of one draft on their way into another, from another thread: nothing but columns, maps and texts. Columns that
 * not every row has may be shorter than the others.
 */
export interface DraftPart {
  readonly accounts: AccountPart;
  readonly currencies: readonly string[];
  readonly places: readonly string[];
  readonly labelTexts: readonly string[];
  readonly payer: Int32Array;
  readonly beneficiary: Int32Array;
  readonly timeMs: Float64Array;
  readonly precision: Uint8Array;
  readonly channel: Uint8Array;
  readonly sourceLine: Uint32Array;
  readonly paid: AmountPart;
  readonly received: AmountPart | undefined;
  readonly placeColumns: readonly (Int32Array | undefined)[];
  readonly sequence: Float64Array | undefined;
  readonly label: Int32Array | undefined;
  readonly ids: TextPart | undefined;
}

/** Where the rows of a part stand in the draft they are appended to. */
export interface PartPlace {
  readonly file: number;
  /** Lines of the file before the part. */
  readonly linesBefore: number;
  /** Whether times are row numbers, counted from the part's first row. */
  readonly timesAreRows: boolean;
  /** As `timesAreRows`, for the sequence. */
  readonly sequencesAreRows: boolean;
}

/** Everything in a draft of one source, as views; nothing may be appended to it afterwards. */
export function takePart(draft: LedgerDraft): DraftPart {
  const { receivedMantissa, receivedDecimals, receivedCurrency } = draft;
  const hasReceived = receivedMantissa !== undefined && receivedDecimals !== undefined;
  return {
    accounts: draft.accounts.take(),
    currencies: draft.currencies.texts(),
    places: draft.places.texts(),
    labelTexts: draft.labelTexts.texts(),
    payer: draft.payer.finish(),
    beneficiary: draft.beneficiary.finish(),
    timeMs: draft.timeMs.finish(),
    precision: draft.precision.finish(),
    channel: draft.channel.finish(),
    sourceLine: draft.sourceLine.finish(),
    paid: {
      mantissa: draft.mantissa.finish(),
      decimals: draft.decimals.finish(),
      currency: draft.currency.finish(),
      wide: draft.wide,
    },
    received:
      hasReceived && receivedCurrency !== undefined
        ? {
            mantissa: receivedMantissa.finish(),
            decimals: receivedDecimals.finish(),
            currency: receivedCurrency.finish(),
            wide: draft.receivedWide,
          }
        : undefined,
    placeColumns: draft.placeColumns.map((column) => column?.finish()),
    sequence: draft.sequence?.finish(),
    label: draft.label?.finish(),
    ids: draft.ids?.take(),
  };
}

/**
 * Appends the rows of a part, as if they had been appended one by one: texts and accounts get the numbers they have in
 * `draft`. O(rows) copying, plus one look-up per different account.
 */
export function appendPart(draft: LedgerDraft, part: DraftPart, place: PartPlace): void {
  const first = draft.rowCount;
  const count = part.payer.length;
  const accounts = draft.accounts.addPart(part.accounts);
  const currencies = Int32Array.from(part.currencies, (text) => draft.currencies.intern(text));
  appendNumbered(draft.payer, part.payer, accounts);
  appendNumbered(draft.beneficiary, part.beneficiary, accounts);
  appendShifted(draft.timeMs, part.timeMs, place.timesAreRows ? first : 0);
  draft.precision.appendRange(part.precision, 0, count);
  draft.channel.appendRange(part.channel, 0, count);
  draft.sourceFile.appendRepeated(place.file, count);
  appendShifted(draft.sourceLine, part.sourceLine, place.linesBefore);
  appendAmounts(draft, part.paid, currencies, draft.wide, first);
  const { received } = part;
  if (received !== undefined) {
    appendAmounts(draft.receivedColumns(first), received, currencies, draft.receivedWide, first);
  }
  const places = Int32Array.from(part.places, (text) => draft.places.intern(text));
  part.placeColumns.forEach((column, kind) => {
    if (column !== undefined) appendNumbered(draft.placeColumn(kind, first), column, places);
  });
  if (part.sequence !== undefined) {
    appendShifted(draft.sequenceColumn(first), part.sequence, place.sequencesAreRows ? first : 0);
  }
  if (part.label !== undefined) {
    const labels = Int32Array.from(part.labelTexts, (text) => draft.labelTexts.intern(text));
    appendNumbered(draft.labelColumn(first), part.label, labels);
  }
  if (part.ids !== undefined) draft.idsBefore(first).appendPart(part.ids);
}

function appendAmounts(
  to: ReceivedColumns,
  { mantissa, decimals, currency, wide }: AmountPart,
  numbers: Int32Array,
  wideTo: Map<number, bigint>,
  first: number,
): void {
  to.mantissa.appendRange(mantissa, 0, mantissa.length);
  to.decimals.appendRange(decimals, 0, decimals.length);
  to.currency.reserve(currency.length);
  const { array, length } = to.currency;
  // The currency of a row without amount is 0 everywhere and means nothing.
  for (let i = 0; i < currency.length; i++) array[length + i] = Number.isNaN(mantissa[i]) ? 0 : numbers[currency[i]!]!;
  to.currency.length += currency.length;
  for (const [row, exact] of wide) wideTo.set(first + row, exact);
}

/** Appends numbers as they are in the draft; negative ones stand for "none". */
function appendNumbered(column: GrowableColumn<Int32Array>, values: Int32Array, numbers: Int32Array): void {
  column.reserve(values.length);
  const { array, length } = column;
  for (let i = 0; i < values.length; i++) array[length + i] = values[i]! < 0 ? values[i]! : numbers[values[i]!]!;
  column.length += values.length;
}

function appendShifted<A extends ColumnArray>(column: GrowableColumn<A>, values: A, shift: number): void {
  const first = column.length;
  column.appendRange(values, 0, values.length);
  if (shift === 0) return;
  const { array, length } = column;
  for (let i = first; i < length; i++) array[i]! += shift;
}
