/** Which texts are accounts. */
export interface AccountRules {
  /** Lower-case texts that only fill the place of an account. */
  readonly placeholders: ReadonlySet<string>;
  /** Whether nothing but zeros, or six nines and more, fills the place of one too. */
  readonly digitsFill: boolean;
  /** Whether `1.23457E+15` is refused: a spreadsheet has cut its digits. */
  readonly refuseSpoilt: boolean;
}

/** Which texts in the columns of accounts are none. */
export interface AccountTexts {
  /**
   * Texts (any case) that only fill the place of an account. `usual`: dashes, `N/A`, `null`, `none`, `nan`, nothing but
   * zeros, six nines and more. Default 'usual'; `[]` where such texts are real accounts, as `0` is in a graph of numbers.
   */
  readonly placeholders?: 'usual' | readonly string[];
  /** Whether to read numbers that a spreadsheet has cut (`1.23457E+15`), which many accounts share. Default 'quarantine'. */
  readonly spoilt?: 'quarantine' | 'keep';
}

/** Every text is an account. */
export const ACCOUNTS_AS_WRITTEN: AccountTexts = Object.freeze({ placeholders: [], spoilt: 'keep' });

const USUAL = [
  '-',
  '--',
  '---',
  '–',
  '—',
  '?',
  'n/a',
  '#n/a',
  'n.a.',
  'null',
  '<null>',
  'none',
  'nan',
  'nil',
  'undefined',
];

/** A number as spreadsheets write those of more digits than they keep. */
const SPOILT = /^\d(?:[.,]\d+)?E\+\d{1,3}$/i;
const FILLING_DIGITS = /^(?:0+|9{6,})$/;

/** The rules with their defaults filled in. */
export function accountRules({ placeholders = 'usual', spoilt = 'quarantine' }: AccountTexts = {}): AccountRules {
  const texts = placeholders === 'usual' ? USUAL : placeholders;
  return {
    placeholders: new Set(texts.map((text) => text.trim().toLowerCase())),
    digitsFill: placeholders === 'usual',
    refuseSpoilt: spoilt === 'quarantine',
  };
}

/** Whether a text only fills the place of an account. */
export function isPlaceholder(text: string, { placeholders, digitsFill }: AccountRules): boolean {
  return placeholders.has(text.toLowerCase()) || (digitsFill && FILLING_DIGITS.test(text));
}

/** Whether a spreadsheet has cut the digits of an account. */
export function isSpoilt(text: string): boolean {
  return SPOILT.test(text);
}
