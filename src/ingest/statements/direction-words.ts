import { type ValueRef } from '../values/value-ref.js';

/** A column whose words say which way the money went. */
export interface DirectionFlag {
  readonly column: ValueRef;
  /** Words (any case) of money that leaves the payer's account. Default {@link OUT_WORDS}. */
  readonly out?: readonly string[];
  /** Words (any case) of money that arrives there. Default {@link IN_WORDS}. */
  readonly in?: readonly string[];
}

/**
 * Words of money that leaves the account of a statement, as banks write them: English and ISO 20022, German, French,
 * Spanish, Portuguese, Italian, Dutch, Polish, Czech and Slovak, Serbian, Russian, Ukrainian, Greek, Turkish, Arabic,
 * Persian. Words that mean one thing here and another there (`B`, `A`, `1`, `0`) are not among them.
 */
const OUT_WORDS: readonly string[] = [
  ...['-', 'd', 'dr', 'dbit', 'deb', 'debit', 'out', 'outgoing', 'paid out', 'withdrawal', 'sent', 'money out'],
  ...['s', 'soll', 'lastschrift', 'belastung', 'ausgang', 'débit', 'sortie', 'debe', 'cargo', 'débito', 'debito'],
  ...['addebito', 'dare', 'uscita', 'af', 'wn', 'obciążenie', 'výdaj', 'vydaj', 'výběr', 'vyber', 'duguje'],
  ...['zaduženje', 'isplata', 'дугује', 'задужење', 'исплата', 'дебет', 'расход', 'списание', 'витрата', 'видаток'],
  ...['χρέωση', 'χ', 'borç', 'çıkış', 'giden', 'مدين', 'صادر', 'بدهکار', 'برداشت'],
];

/** Words of money that arrives; see {@link OUT_WORDS}. */
const IN_WORDS: readonly string[] = [
  ...['+', 'c', 'cr', 'crdt', 'cred', 'credit', 'in', 'incoming', 'paid in', 'deposit', 'received', 'money in'],
  ...['h', 'haben', 'gutschrift', 'eingang', 'crédit', 'entrée', 'haber', 'abono', 'crédito', 'credito'],
  ...['accredito', 'avere', 'entrata', 'bij', 'ma', 'uznanie', 'příjem', 'prijem', 'vklad', 'potražuje'],
  ...['odobrenje', 'uplata', 'потражује', 'одобрење', 'уплата', 'кредит', 'приход', 'зачисление', 'надходження'],
  ...['πίστωση', 'π', 'alacak', 'giriş', 'gelen', 'دائن', 'وارد', 'بستانکار', 'واریز'],
];

/** Words as they are compared: without regard to case, form, and blanks at their ends. */
export function foldWord(word: string): string {
  return word.normalize('NFC').trim().toLowerCase();
}

/** What each word says: true = the money leaves. */
export function directionWords(flag: DirectionFlag): ReadonlyMap<string, boolean> {
  const out = (flag.out ?? OUT_WORDS).map((word) => [foldWord(word), true] as const);
  const incoming = (flag.in ?? IN_WORDS).map((word) => [foldWord(word), false] as const);
  return new Map([...out, ...incoming]);
}
