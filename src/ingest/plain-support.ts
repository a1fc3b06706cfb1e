import { type Dialect } from './dialect.js';
import { type AmountPlan, NO_CELL, type RowPlan, type TimePlan } from './row-plan.js';
import { DAY_FIRST, EIGHT_DIGITS, MONTH_FIRST, YEAR_FIRST } from './byte-times.kernel.js';

/** Encodings in which every ASCII byte is that character and nothing else, wherever it stands. */
const ASCII_COMPATIBLE = /^(?:utf-8|us-ascii|ascii|windows-125\d|iso-8859-\d{1,2})$/;

/** How the byte reader reads the time column. */
export type PlainTime =
  | {
      readonly kind: 'clock';
      readonly cell: number;
      readonly clockCell: number;
      readonly form: number;
      readonly offsetMs: number;
    }
  | {
      readonly kind: 'integer';
      readonly cell: number;
      readonly factor: number;
      readonly digits: number;
      readonly precision: 'step' | 'second' | 'millisecond';
    }
  | { readonly kind: 'order' };

/** Date forms by the format that accepts them; the byte reader knows no others. */
const CLOCK_FORMS = new Map<string, number>([
  ['YYYY-MM-DD', YEAR_FIRST],
  ['DD/MM/YYYY', DAY_FIRST],
  ['MM/DD/YYYY', MONTH_FIRST],
  ['YYYYMMDD', EIGHT_DIGITS],
]);

/**
 * The time plan in the byte reader's terms, or undefined if it cannot follow it. Only the first format counts: what it
 * accepts is never offered to the others.
 */
export function plainTime(time: TimePlan): PlainTime | undefined {
  if (time.kind === 'order') return time;
  if (time.kind === 'step') return { kind: 'integer', cell: time.cell, factor: 1, digits: 15, precision: 'step' };
  const [format] = time.formats;
  const form = CLOCK_FORMS.get(format ?? '');
  if (form !== undefined) {
    return { kind: 'clock', cell: time.cell, clockCell: time.timeOfDayCell, form, offsetMs: time.zoneMinutes * 60_000 };
  }
  if (time.timeOfDayCell !== NO_CELL) return undefined;
  if (format === 'unix-seconds')
    return { kind: 'integer', cell: time.cell, factor: 1000, digits: 12, precision: 'second' };
  if (format !== 'unix-milliseconds') return undefined;
  return { kind: 'integer', cell: time.cell, factor: 1, digits: 15, precision: 'millisecond' };
}

/**
 * Whether the byte reader may take a file: one-byte delimiter or blanks, an encoding whose ASCII bytes are ASCII, and a
 * plan whose common rows it can follow. It gives the same ledger as the other reader; this only says who is faster.
 */
export function canReadPlain(plan: RowPlan, dialect: Dialect): boolean {
  const { delimiter } = dialect;
  const oneByte =
    delimiter.length === 1 && delimiter > '\u0000' && delimiter < '\u0080' && !'"\r\n'.includes(delimiter);
  const prefixes = [...plan.skipPrefixes, ...plan.footerPrefixes];
  return (
    (oneByte || delimiter === 'blank') &&
    (ASCII_COMPATIBLE.test(dialect.encoding) || dialect.encoding === 'utf8') &&
    plan.direction === 'as-given' &&
    plan.derived.length === 0 &&
    plan.balanceCell === NO_CELL &&
    ![plan.paid, plan.received].some((sum) => sum !== undefined && !isPlainSum(sum)) &&
    plainTime(plan.time) !== undefined &&
    !prefixes.includes('')
  );
}

/** An amount of one cell, as it is written. */
function isPlainSum({ currencyInAmount, rawUnits, orCell, decimalsCell }: AmountPlan): boolean {
  return !currencyInAmount && !rawUnits && orCell === NO_CELL && decimalsCell === NO_CELL;
}
