import { type InstitutionAccount } from '../../ledger/index.js';
import { type PartyColumns, type WhenMissing } from '../mapping.js';
import { accountRules, isPlaceholder } from '../accounts/account-rules.js';
import { columnsIn, type ValueRef } from '../values/value-ref.js';
import { standInOf } from '../vocabulary/stand-in-words.js';
import { type ColumnChoice } from './column-choice.js';
import { type ColumnProfile } from './column-profile.js';

/** A column with more different words tells of single bookings, not of kinds. */
const MOST_WORDS = 30;
const RULES = accountRules();
/** What stands in, for people. */
const SPOKEN: Readonly<Record<InstitutionAccount, string>> = {
  'cash-desk': 'the cash desk',
  fees: 'fees',
  interest: 'interest',
};

/**
 * The side with who stands in for its account where a column says that it is cash, a fee or interest: by whole cells that are
 * known words, and only if rows of the sample without an account hold one. Other rows stay unread.
 */
export function withStandIns(choice: ColumnChoice, side: PartyColumns | undefined): PartyColumns | undefined {
  const accounts = accountColumns(choice, side?.account);
  const [account] = accounts;
  if (side === undefined || account === undefined) return side;
  const isOpen = (text: string | undefined): boolean => !text || isPlaceholder(text, RULES);
  const open = account.texts.flatMap((_, row) => (accounts.every(({ texts }) => isOpen(texts[row])) ? [row] : []));
  const rules: WhenMissing[] = [];
  for (const column of choice.all) {
    if (accounts.includes(column) || column.looksLikeTimes || column.distinct.size > MOST_WORDS) continue;
    const values = knownWords(column, open);
    if (values.length === 0) continue;
    rules.push({ column: choice.refTo(column), values: Object.fromEntries(values) });
    choice.doubts.push(describe(column, values, accounts));
  }
  return rules.length === 0 ? side : { ...side, whenMissing: rules };
}

/** The columns of which a row names an account in one; none for an account that is made otherwise. */
function accountColumns(choice: ColumnChoice, account: ValueRef | undefined): readonly ColumnProfile[] {
  if (account === undefined || Array.isArray(account)) return [];
  if (typeof account === 'object' && !('name' in account) && !('orColumn' in account)) return [];
  const refs = columnsIn(account).map((ref) => JSON.stringify(ref));
  return choice.all.filter((column) => refs.includes(JSON.stringify(choice.refTo(column))));
}

function knownWords({ texts }: ColumnProfile, rows: readonly number[]): [string, InstitutionAccount][] {
  const words = new Set(rows.map((row) => texts[row]!));
  return [...words].sort().flatMap((word): [string, InstitutionAccount][] => {
    const kind = standInOf(word);
    return kind === undefined ? [] : [[word, kind]];
  });
}

function describe(
  { name }: ColumnProfile,
  values: readonly (readonly [string, InstitutionAccount])[],
  accounts: readonly ColumnProfile[],
): string {
  const said = values.map(([word, kind]) => `"${word.slice(0, 40)}" for ${SPOKEN[kind]}`).join(', ');
  const where = accounts.map((account) => account.name.slice(0, 80)).join(' and ');
  return `where ${where} ${accounts.length === 1 ? 'names' : 'name'} no account, column ${name.slice(0, 80)} is taken to say who stands in: ${said}`;
}
