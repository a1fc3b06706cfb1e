import { capital } from './numbers.js';

/** Headings of the parts of a score, by the name that a document gives them. */
const TITLES: ReadonlyMap<string, string> = new Map([
  ['co-feeding', 'Others who feed the same accounts'],
  ['fed-by-gatherers', 'Payers who gather money themselves'],
  ['shared-payers', 'Payers shared with other gathering accounts'],
  ['campaign', 'How long exceptional payments came in'],
  ['exceptional-payers', 'For whom a payment was exceptional'],
  ['exceptional-money', 'How much of the money is exceptional'],
  ['bursts', 'The rhythm of receipts'],
  ['use', 'How densely an account is used'],
  ['lasting-payers', 'Payers who come back or are paid back'],
  ['lives-of-payers', 'What else the payers pay'],
  ['wages-rent-suppliers', 'Wages, rent and suppliers'],
  ['use-by-receiver', 'What the main receiver does with its money'],
  ['ordinary-life', 'Whether the money ends in ordinary life'],
  ['receiver-lives-on-it', 'How far the receiver lives on it'],
  ['onward-kind', 'What kind of accounts the money goes on to'],
  ['passing-on', 'How long money rests'],
  ['large-payments', 'How large exceptional payments are'],
  ['amounts', 'Amounts beside those of the file'],
  ['payers-like-it', 'Whether payers show the same signs'],
  ['receivers-like-it', 'Whether receivers show the same signs'],
  ['co-feeders-like-it', 'Whether others who feed its receivers show the same signs'],
  ['passage', 'Exceptional money that is passed on'],
  ['convergence', 'Exceptional payments that meet'],
  ['payroll', 'Wages paid where they meet'],
  ['payers', 'The lives of those who pay'],
]);

const RAISED = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Powers of ten as they are written by hand: "1 in 10^78" as "1 in 10⁷⁸". */
export function withPowers(sentence: string): string {
  const raise = (digits: string): string => digits.replace(/\d/gu, (digit) => RAISED[Number(digit)]!);
  return sentence.replace(/\b10\^(\d+)/gu, (_, digits: string) => `10${raise(digits)}`);
}

/** Heading of a part of a score; a name that is not known here, such as that of a user's own weights, in plain letters. */
export function partTitle(name: string): string {
  return TITLES.get(name) ?? capital(name.replaceAll(/[-_]|(?<=[a-z0-9])(?=[A-Z])/gu, ' ').toLowerCase());
}
