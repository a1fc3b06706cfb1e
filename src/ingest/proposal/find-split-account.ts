import { accountRules, isPlaceholder } from '../accounts/account-rules.js';
import { type ColumnChoice } from './column-choice.js';
import { type ColumnProfile, isIban } from './column-profile.js';
import { fillInTurns, mergedColumn } from './fill-in-turns.js';
import { type ValueRef } from '../values/value-ref.js';

/** The account of one side: a column, or two that are filled in turns. */
export interface AccountColumns {
  readonly column: ColumnProfile;
  /** Read where `column` holds no account. Undefined = there is one column. */
  readonly orColumn?: ColumnProfile;
  /** Cells of whichever column holds the row's account, under the first column's name. */
  readonly merged: ColumnProfile;
}

const RULES = accountRules();

/**
 * A column of accounts with the only other column of the same side, if either is filled where the other is not and no row of the
 * sample has an account in both. Of the two that of IBANs is read first, else that which stands first in the file.
 *
 * @param others columns that may hold accounts of the same side
 */
export function findSplitAccount(found: ColumnProfile, others: readonly ColumnProfile[]): AccountColumns {
  const rest = others.filter((other) => other.cell !== found.cell);
  const [partner] = rest;
  const isOne = rest.length === 1 && partner !== undefined && fillInTurns(found, partner, holds);
  if (!isOne) return { column: found, merged: found };
  const ibans = ({ filled }: ColumnProfile): number => (filled.filter(holds).every(isIban) ? 1 : 0);
  const [column, orColumn] = [found, partner].sort((a, b) => ibans(b) - ibans(a) || a.cell - b.cell) as [
    ColumnProfile,
    ColumnProfile,
  ];
  return { column, orColumn, merged: mergedColumn(column, orColumn, holds) };
}

/** Uses the columns of an account, and says it where they are two. */
export function takeAccount(choice: ColumnChoice, { column, orColumn }: AccountColumns): ValueRef {
  const first = choice.take(column)!;
  const second = choice.take(orColumn);
  if (orColumn === undefined || second === undefined) return first;
  const [name, other] = [column, orColumn].map((one) => one.name.slice(0, 80)) as [string, string];
  choice.doubts.push(
    `one account stands in two columns: ${other} is read where ${name} holds none (orColumn); one that is written in both ways, in different rows or files, counts as two`,
  );
  return { column: first, orColumn: second };
}

function holds(text: string | undefined): boolean {
  return text !== undefined && text !== '' && !isPlaceholder(text, RULES);
}
