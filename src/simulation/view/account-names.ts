import { randomInteger, type RandomSource } from '../../foundation/index.js';
import { type AccountBook, type AccountName } from '../account-book.js';

/** How books name accounts: by number, IBAN-like, customer number, telephone number, chain address, or user of an app. */
export type NameStyle = 'digits' | 'iban' | 'customer' | 'telephone' | 'address' | 'user';

/** The bank number that stands for the app itself where accounts are named as its users. */
export const APP = 0;

/**
 * Names for all accounts of a book, each different from all others, whose banks are already drawn. Numbers tell nothing
 * about their holders.
 */
export function nameAccounts(book: AccountBook, style: NameStyle, random: RandomSource): readonly AccountName[] {
  const taken = new Set<string>();
  const names: AccountName[] = [];
  for (let account = 0; account < book.size; account++) {
    const institution = institutionOf(book, account, style);
    let number: string;
    do {
      number = drawNumber(book, account, style, random);
    } while (taken.has(number));
    taken.add(number);
    names.push({ institution, account: number });
  }
  return names;
}

function institutionOf(book: AccountBook, account: number, style: NameStyle): string {
  const [code, bank] = [book.countryOf(account), book.bankOf(account)];
  if (style === 'address') return '';
  if (style === 'customer') return 'TRANSFERHOUSE';
  if (style === 'telephone') return `${code}WALLET${bank + 1}`;
  return style === 'user' && bank === APP ? 'PAYAPP' : `${code}BANK${bank + 1}`;
}

function drawNumber(book: AccountBook, account: number, style: NameStyle, random: RandomSource): string {
  const digits = (count: number): string => {
    let text = '';
    while (text.length < count) text += String(randomInteger(random, 10));
    return text;
  };
  if (style === 'customer') return `C${digits(8)}`;
  if (style === 'telephone') return `${prefixOf(book.countryOf(account))}7${digits(8)}`;
  if (style === 'address') {
    return `0x${Array.from({ length: 40 }, () => randomInteger(random, 16).toString(16)).join('')}`;
  }
  if (style === 'iban') return `${book.countryOf(account)}${digits(2)}${digits(16)}`;
  if (style === 'user' && book.bankOf(account) === APP) return `u-${digits(9)}`;
  return digits(8 + (book.bankOf(account) % 3));
}

/** Three digits for a country in place of its real prefix. */
function prefixOf(code: string): string {
  return String(900 + ((code.charCodeAt(0) * 7 + code.charCodeAt(1) * 3) % 100));
}
