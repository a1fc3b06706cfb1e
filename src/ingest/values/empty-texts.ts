import { type AccountRules, isPlaceholder } from '../accounts/account-rules.js';

/** Which texts of a cell hold nothing, beside the empty one. */
export interface EmptyTexts {
  /** Lower-case texts that stand for "none". */
  readonly missing: ReadonlySet<string>;
  readonly accounts: AccountRules;
}

/** Whether a trimmed text holds nothing: it is empty, stands for "none", or only fills the place of an account. */
export function holdsNothing(text: string, { missing, accounts }: EmptyTexts): boolean {
  return text === '' || missing.has(text.toLowerCase()) || isPlaceholder(text, accounts);
}
