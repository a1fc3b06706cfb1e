import { isAccount } from './column-profile.js';
import { conceptsOf } from './header-concepts.js';

const LONGEST_NAME = 60;
const NUMBER = /^[-+]?[\d.,' ]+$/;
/** Groups of concepts of which a header has several. */
const PARTS = [
  ['date', 'valueDate'],
  ['payer', 'counterparty', 'own'],
  ['beneficiary'],
  ['amount', 'debit', 'credit'],
  ['currency', 'balance', 'status', 'id', 'account'],
] as const;

/**
 * How many parts of a transfer the cells of a record name, if they are read as a header; 0 where a cell is a number or an
 * account, which no name of a column is.
 */
export function headerEvidence(cells: readonly string[]): number {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length < 2 || filled.some((cell) => NUMBER.test(cell) || (isAccount(cell) && conceptsOf(cell).size === 0)))
    return 0;
  const named = filled.filter((cell) => cell.length <= LONGEST_NAME).map(conceptsOf);
  return PARTS.filter((part) => named.some((concepts) => part.some((concept) => concepts.has(concept)))).length;
}
