import { type ColumnProfile } from './column-profile.js';
import { fillInTurns, mergedColumn } from './fill-in-turns.js';
import { currencyInText } from './find-currency.js';
import { type ProposedParties } from './find-parties.js';

/** One amount that stands in one of two columns, seen as one column. */
export interface SplitAmount {
  /** The column that stands first in the file. */
  readonly column: ColumnProfile;
  readonly orColumn: ColumnProfile;
  /** Cells of whichever column holds the row's amount, under the first column's name. */
  readonly merged: ColumnProfile;
}

const SOMETHING = /[1-9\u0661-\u0669\u06f1-\u06f9]/u;

/**
 * Two columns hold one amount if all of this is seen: each row names both sides; the two are the only columns called amounts,
 * or debit and credit where none is; their names say the same currency, or none; each is filled without the other, and where
 * both are, they hold the same. Zero counts as nothing. Which of them is filled must not be what tells the direction: it is not
 * where one account pays in all rows of one column and is paid in all rows of the other. Without that, names of amounts are
 * believed unless one account pays, or is paid, in every row; names that speak of debit or credit are not.
 *
 * @param pair columns that may be it
 * @returns undefined if anything of this is not seen: the amount is then left open
 */
export function findSplitAmount(
  pair: readonly ColumnProfile[],
  { isStatement, sides }: ProposedParties,
): SplitAmount | undefined {
  const [column, orColumn] = [...pair].sort((a, b) => a.cell - b.cell);
  if (isStatement || pair.length !== 2 || column === undefined || orColumn === undefined) return undefined;
  if (currencyInText(column.name, true) !== currencyInText(orColumn.name, true)) return undefined;
  if (!fillInTurns(column, orColumn, holds)) return undefined;
  const isRepeated = sides !== undefined && columnsRepeatSides(column, orColumn, sides);
  const isOneSided = sides !== undefined && Math.min(sides.payer.distinct.size, sides.beneficiary.distinct.size) === 1;
  const isDirection = pair.some(({ concepts }) => concepts.has('debit') || concepts.has('credit'));
  if (!isRepeated && (isOneSided || isDirection)) return undefined;
  return { column, orColumn, merged: mergedColumn(column, orColumn, holds) };
}

/** Says which columns were taken for one amount, and what their being two is not taken to mean. */
export function describeSplit({ column, orColumn }: SplitAmount): string {
  const [first, second] = [column, orColumn].map(({ name }) => name.slice(0, 80)) as [string, string];
  return `one amount stands in two columns: ${second} is read where ${first} holds nothing (amount.orColumn), and payer and beneficiary are taken as the columns name them`;
}

function holds(text: string | undefined): boolean {
  return text !== undefined && SOMETHING.test(text);
}

/** Whether one account pays wherever one column is filled and is paid wherever the other is. */
function columnsRepeatSides(
  one: ColumnProfile,
  other: ColumnProfile,
  { payer, beneficiary }: NonNullable<ProposedParties['sides']>,
): boolean {
  const isOwn = (own: string | undefined, out: ColumnProfile, arrives: ColumnProfile): boolean =>
    own !== undefined &&
    own !== '' &&
    out.texts.every((text, i) => !holds(text) || payer.texts[i] === own) &&
    arrives.texts.every((text, i) => !holds(text) || beneficiary.texts[i] === own);
  const at = one.texts.findIndex(holds);
  return isOwn(payer.texts[at], one, other) || isOwn(beneficiary.texts[at], other, one);
}
