import { type LeadDocument } from '../disclosure/index.js';
import { digitsOf, formatMinor, toMinor } from '../foundation/index.js';
import { decimal } from './words/numbers.js';

type Line = LeadDocument['money'][number];
type Told = Pick<LeadDocument, 'money' | 'held'>;

/** A line of the table of money. */
export interface MoneyRow {
  readonly title: string;
  /** Under each other in the order of the currencies; negative where it is taken off. */
  readonly amounts: readonly string[];
  /** A sum of the lines above it, up to the sum before; a part of the sum above; or a look at the same money that adds nothing. */
  readonly kind: 'term' | 'sum' | 'part' | 'look';
}

export interface MoneyTable {
  readonly currencies: readonly string[];
  readonly rows: readonly MoneyRow[];
}

/** Why lines do not add to others, said under the table. */
export const MONEY_NOTE =
  'All transfers of its accounts, also those in no finding, so sums may be larger than those of the pictures. ' +
  'Terms add up to the sum in bold under them, parts to the sum above them. Moved between its accounts stays inside and is in no sum. ' +
  'A tracing rule is one more look at what was exceptional, by a convention of its own: rules are not added to each other, and what an account no longer holds went on. ' +
  'What is not seen leaving is still there or left in a way that the data do not show; below zero, more went out than came in, so there was money before.';

const RULES: ReadonlyMap<string, string> = new Map([
  ['fifo', 'first in, first out'],
  ['pro-rata', 'in proportion'],
  ['lifo', 'last in, first out'],
]);

/** How the money of the accounts of a lead fits together, exact, a column for each currency. Lines without an amount are left out. */
export function moneyTable({ money, held }: Told): MoneyTable {
  const columns = money.map((line) => columnOf(line, held));
  const rows: MoneyRow[] = [];
  const row = (kind: MoneyRow['kind'], title: string, valueOf: (column: Column) => bigint, isAlways = false): void => {
    const values = columns.map(valueOf);
    if (!isAlways && values.every((one) => one === 0n)) return;
    rows.push({ kind, title, amounts: values.map((one, i) => formatMinor(one, columns[i]!.digits)) });
  };
  row('term', 'Exceptional payments into the lead', ({ of }) => of('exceptional'), true);
  row('term', 'of these, into accounts that are only counted', ({ of }) => -of('toCounted'));
  row(
    'term',
    'changed into another currency, or from one',
    ({ of }) => of('arrived') + of('toCounted') - of('exceptional'),
  );
  row('term', 'Other payments from others', ({ of }) => of('otherIn'));
  row('sum', 'Came into its accounts', inOf, true);
  row('term', 'Where it carried exceptional money', ({ of }) => of('onward'));
  row('term', 'Other payments to others', ({ of }) => of('otherOut'));
  row('sum', 'Went out of its accounts', outOf, true);
  row('part', 'in cash', ({ of }) => of('inCash'));
  row('part', 'back to accounts that paid in', ({ of }) => of('paidBack'));
  row('part', 'to accounts of other leads', ({ of }) => of('toOtherLeads'));
  row('part', 'to all others', ({ of }) => of('elsewhere'));
  row('term', 'Changed currency between its accounts', ({ of }) => of('movedReceived') - of('movedPaid'));
  row(
    'sum',
    'In less out: not seen leaving',
    (column) => inOf(column) + column.of('movedReceived') - column.of('movedPaid') - outOf(column),
    true,
  );
  row('look', 'Moved between its accounts', ({ of }) => of('movedPaid'));
  held.forEach(({ rule }, i) => {
    row('look', `Exceptional and still held, ${RULES.get(rule) ?? rule}`, ({ heldBy }) => heldBy[i]!, true);
  });
  return { currencies: money.map(({ currency }) => currency), rows };
}

/** `-1234.50` as "−1,234.50". */
export function moneyCell(amount: string): string {
  return decimal(amount.replace('-', '−'));
}

interface Column {
  readonly digits: number;
  readonly of: (part: Exclude<keyof Line, 'currency'>) => bigint;
  readonly heldBy: readonly bigint[];
}

function columnOf({ currency, ...parts }: Line, held: Told['held']): Column {
  const heldBy = held.map(({ sums }) => sums.find((sum) => sum.currency === currency)?.amount ?? '0');
  const digits = digitsOf([...Object.values(parts), ...heldBy]);
  return {
    digits,
    of: (part) => toMinor(parts[part], digits),
    heldBy: heldBy.map((amount) => toMinor(amount, digits)),
  };
}

function inOf({ of }: Column): bigint {
  return of('arrived') + of('otherIn');
}

function outOf({ of }: Column): bigint {
  return of('onward') + of('otherOut');
}
