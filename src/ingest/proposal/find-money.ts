import { guessNumberFormat } from '../guess-formats.js';
import { IN_AMOUNT, type Mapping, type NumberFormat } from '../mapping.js';
import { splitCurrency } from '../split-currency.js';
import { directionWords, foldWord } from '../statements/direction-words.js';
import { type ValueRef } from '../values/value-ref.js';
import { canonicalCurrency } from '../vocabulary/currencies.js';
import { type HeaderConcept } from '../vocabulary/headers/concepts.js';
import { type ColumnChoice, UNKNOWN_VALUE } from './column-choice.js';
import { type ColumnProfile } from './column-profile.js';
import { currencyInText, currencyInTitles } from './find-currency.js';
import { type ProposedParties } from './find-parties.js';
import { describeSplit, findSplitAmount } from './find-split-amount.js';

type ProposedMoney = Pick<Mapping, 'amount' | 'received' | 'credit' | 'direction' | 'balance' | 'numbers' | 'tokens'>;

/** What a column of numbers may be about that is not the amount of a transfer. */
const NO_AMOUNTS: readonly HeaderConcept[] = ['fee', 'aside', 'balance', 'phone'];

/** Amounts, what they are of, and which way they go. */
export function findMoney(choice: ColumnChoice, parties: ProposedParties, titles: readonly string[]): ProposedMoney {
  const sums = choice.free.filter(
    ({ looksLikeAmounts, looksLikeTimes, concepts }) =>
      looksLikeAmounts && !looksLikeTimes && !NO_AMOUNTS.some((concept) => concepts.has(concept)),
  );
  const about = (concept: 'debit' | 'credit' | 'amount'): ColumnProfile[] =>
    sums.filter((s) => s.concepts.has(concept));
  const [debit] = about('debit').filter((column) => !column.concepts.has('credit'));
  const [credit] = about('credit').filter((column) => column !== debit && !column.concepts.has('debit'));
  if (parties.isStatement && debit !== undefined && credit !== undefined && takeTurns(debit, credit)) {
    return debitAndCredit(choice, debit, credit, titles);
  }
  const amounts = about('amount').filter((column) => !column.concepts.has('received'));
  const debitCredit = [debit, credit].filter((column) => column !== undefined);
  const split = findSplitAmount(amounts.length === 0 ? debitCredit : amounts, parties);
  const column = split === undefined ? amounts[0] : split.merged;
  const isAlone = (one: ColumnProfile): boolean => !amounts.some((other) => other !== one && takeTurns(one, other));
  if (column === undefined || (split === undefined && !isAlone(column))) {
    const called = choice.about(['amount'], ['aside', 'fee', 'balance']);
    const likely = called.length > 0 ? called : choice.free.filter(({ looksLikeAmounts }) => looksLikeAmounts);
    const candidates = amounts.length > 0 ? amounts : likely;
    choice.leaveOpen('the amount', candidates);
    if (candidates.length === 0 && !parties.isStatement) return {};
    return { amount: { column: UNKNOWN_VALUE, currency: currencyOf(choice, undefined, titles).currency } };
  }
  const ref = choice.take(column)!;
  const orColumn = choice.take(split?.orColumn);
  if (split !== undefined) choice.doubts.push(describeSplit(split));
  else if (amounts.length > 1) choice.doubts.push(severalOf('amounts', column, amounts));
  const { currency, tokens } = currencyOf(choice, column, titles);
  const inCell = currency === IN_AMOUNT;
  const texts = inCell ? column.filled.map((text) => splitCurrency(text)?.amount ?? text) : column.filled;
  const numbers = numbersOf(choice, texts);
  const { direction, negative } = directionOf(choice, parties, inCell ? texts : column.texts);
  return {
    amount: { column: ref, ...(orColumn !== undefined && { orColumn }), currency },
    ...receivedOf(choice, parties),
    ...(direction !== undefined && { direction }),
    ...balanceOf(choice, parties),
    numbers: { ...numbers, ...(negative !== undefined && { negative }) },
    ...(tokens !== undefined && { tokens }),
  };
}

/** Whether each row has something in one of two columns. */
function takeTurns(one: ColumnProfile, other: ColumnProfile): boolean {
  const holds = (text: string | undefined): boolean =>
    text !== undefined && /[1-9\u0661-\u0669\u06f1-\u06f9]/u.test(text);
  const rows = one.texts.filter((text, i) => holds(text) || holds(other.texts[i]));
  const turns = one.texts.filter((text, i) => holds(text) !== holds(other.texts[i]));
  return rows.length > 0 && turns.length >= rows.length * 0.9;
}

function debitAndCredit(
  choice: ColumnChoice,
  debit: ColumnProfile,
  credit: ColumnProfile,
  titles: readonly string[],
): ProposedMoney {
  const column = choice.take(debit)!;
  const creditRef = choice.take(credit)!;
  const { currency, tokens } = currencyOf(choice, debit, titles);
  const texts = [...debit.filled, ...credit.filled];
  const isNegative = texts.some((text) => isBelowZero(text));
  if (isNegative)
    choice.doubts.push('amounts of the debit or credit column have a sign: it is taken for a second way to say so');
  return {
    amount: { column, currency },
    credit: creditRef,
    direction: 'debit-credit',
    ...balanceOf(choice, { isStatement: true }),
    numbers: { ...numbersOf(choice, texts), ...(isNegative && { negative: 'absolute' as const }) },
    ...(tokens !== undefined && { tokens }),
  };
}

function numbersOf(choice: ColumnChoice, texts: readonly string[]): NumberFormat {
  const guess = guessNumberFormat(texts);
  if (guess === undefined) choice.doubts.push('the amounts were not recognised as numbers');
  choice.doubts.push(...(guess?.doubts ?? []));
  return guess?.value ?? {};
}

function currencyOf(
  choice: ColumnChoice,
  amount: ColumnProfile | undefined,
  titles: readonly string[],
): { readonly currency: ValueRef; readonly tokens?: string } {
  const named = choice.about(['currency'], ['received', 'aside', 'fee']);
  const held = named.filter(({ looksLikeCurrencies }) => looksLikeCurrencies);
  const [column] = [...held].sort((a, b) => distance(a, amount) - distance(b, amount));
  if (column !== undefined && held.some(({ texts }) => texts.some((text, i) => text !== column.texts[i]))) {
    choice.doubts.push(severalOf('currencies', column, held));
  }
  if (column !== undefined) return { currency: choice.take(column)! };
  const token = choice
    .about(['token'], ['aside', 'name', 'id'])
    .find(({ filled }) => filled.every((t) => /^[^\s\d][^\s]{0,19}$/u.test(t)));
  if (token !== undefined) {
    choice.doubts.push(`symbols of ${token.name.slice(0, 80)} are taken for currencies: anybody may choose them`);
    return { currency: choice.take(token)!, tokens: 'symbols of tokens, which anybody may choose' };
  }
  const inCells = amount?.filled.filter((text) => isCurrency(splitCurrency(text)?.currency)) ?? [];
  if (amount !== undefined && inCells.length >= amount.filled.length * 0.9) return { currency: IN_AMOUNT };
  const said = currencyInText(amount?.name ?? '', true) ?? currencyInTitles(titles);
  if (said !== undefined) {
    choice.doubts.push(
      `${said} is taken for the currency of all amounts, since a title or the name of a column says so`,
    );
    return { currency: { constant: said } };
  }
  choice.leaveOpen('the currency (a column, or {"constant": "EUR"})', named);
  return { currency: { constant: UNKNOWN_VALUE } };
}

/** How far a column stands from an amount; one behind it is meant rather than one before it. */
function distance({ cell }: ColumnProfile, amount: ColumnProfile | undefined): number {
  return amount === undefined ? cell : Math.abs(cell - amount.cell) + (cell < amount.cell ? 0.5 : 0);
}

function severalOf(what: string, taken: ColumnProfile, all: readonly ColumnProfile[]): string {
  const others = all.filter((column) => column !== taken).map(({ name }) => name.slice(0, 80));
  return `several columns hold ${what}: ${taken.name.slice(0, 80)} was taken, not ${others.slice(0, 8).join(', ')}`;
}

function isCurrency(text: string | undefined): boolean {
  return text !== undefined && canonicalCurrency(text) !== undefined;
}

function isBelowZero(text: string): boolean {
  return /^[^\d]*[-\u2212(]|-$/u.test(text);
}

/** A sign of its own, a word, or the rows themselves say which way the money went. */
function directionOf(
  choice: ColumnChoice,
  { isStatement, sides, otherIs }: ProposedParties,
  texts: readonly string[],
): Pick<Mapping, 'direction'> & { readonly negative?: NumberFormat['negative'] } {
  const below = texts.filter(isBelowZero).length;
  if (!isStatement) {
    const word = choice.free.find((column) => holdsDirections(column) && column.distinct.size > 1);
    if (word !== undefined) {
      const said = 'payer and beneficiary are taken as the columns name them';
      choice.doubts.push(`column ${word.name.slice(0, 80)} holds words of direction, which are not read: ${said}`);
    }
    if (below === 0) return {};
    if (sides !== undefined && signsRepeatSides(texts, sides)) {
      choice.doubts.push('signs of the amounts say again what payer and beneficiary say: they are not read');
      return { negative: 'absolute' };
    }
    choice.doubts.push(
      'there are negative amounts although each row names both sides: say what they mean (numbers.negative)',
    );
    return {};
  }
  if (below > 0) {
    if (below === texts.filter((text) => text !== '').length)
      choice.doubts.push('all amounts are negative: money that leaves the account');
    return { direction: 'signed' };
  }
  const count = texts.filter((text) => text !== '').length;
  const flag = choice.free.find((column) => holdsDirections(column) && column.filled.length >= count);
  if (flag === undefined) {
    const way = otherIs === 'payer' ? 'arrive in' : 'leave';
    choice.doubts.push(`nothing says which way the money went: all of it is taken to ${way} the account`);
    return {};
  }
  return { direction: { column: choice.take(flag)! } };
}

const DIRECTIONS = directionWords({ column: '' });

function holdsDirections({ distinct }: ColumnProfile): boolean {
  return distinct.size > 0 && distinct.size <= 4 && [...distinct].every((word) => DIRECTIONS.has(foldWord(word)));
}

/** Whether one account pays wherever an amount is negative, and is paid wherever it is not. */
function signsRepeatSides(texts: readonly string[], sides: NonNullable<ProposedParties['sides']>): boolean {
  const at = texts.findIndex(isBelowZero);
  const own = sides.payer.texts[at];
  return texts.every(
    (text, i) => text === '' || (isBelowZero(text) ? sides.payer : sides.beneficiary).texts[i] === own,
  );
}

function balanceOf(
  choice: ColumnChoice,
  { isStatement }: Pick<ProposedParties, 'isStatement'>,
): Pick<Mapping, 'balance'> {
  if (!isStatement) return {};
  const [column] = choice.about(['balance'], ['aside']).filter(({ looksLikeAmounts }) => looksLikeAmounts);
  const balance = choice.take(column);
  return balance === undefined ? {} : { balance };
}

function receivedOf(choice: ColumnChoice, { isStatement }: ProposedParties): Pick<Mapping, 'received'> {
  const [column] = choice.about(['received', 'amount']).filter(({ looksLikeAmounts }) => looksLikeAmounts);
  const [currency] = choice.about(['received', 'currency']).filter(({ looksLikeCurrencies }) => looksLikeCurrencies);
  if (isStatement || column === undefined || currency === undefined) return {};
  return { received: { column: choice.take(column)!, currency: choice.take(currency)! } };
}
