import { type Mapping, type PartyColumns } from '../mapping.js';
import { columnsIn, type ValueRef } from '../values/value-ref.js';
import { type HeaderConcept } from '../vocabulary/headers/concepts.js';
import { type ColumnChoice, UNKNOWN_VALUE } from './column-choice.js';
import { type ColumnProfile, isIban } from './column-profile.js';
import { type FileBeginning, findOwnAccount } from './find-own-account.js';
import { type AccountColumns, findSplitAccount, takeAccount } from './find-split-account.js';

/** Who stands in the rows. */
export interface ProposedParties extends Pick<Mapping, 'payer' | 'beneficiary' | 'ownAccount'> {
  /** Whether the rows are seen from one account, and direction and balance are about it. */
  readonly isStatement: boolean;
  /** Of a statement: the side that the name of the other account's column says it is, where it says one. */
  readonly otherIs?: Side;
  /** The columns of both accounts, where each row names them. */
  readonly sides?: { readonly payer: ColumnProfile; readonly beneficiary: ColumnProfile };
}

type Side = 'payer' | 'beneficiary';
const NO_ACCOUNT: readonly HeaderConcept[] = [
  'institution',
  'country',
  'amount',
  'balance',
  'channel',
  'date',
  'aside',
  'fee',
];

/**
 * Two sides where both have accounts (or names with telephones); else the statement of one account, with the other side in
 * the rows. What is open is `???`.
 */
export function findParties(choice: ColumnChoice, beginning: FileBeginning): ProposedParties {
  const payer = accountOf(choice, 'payer');
  const beneficiary = accountOf(choice, 'beneficiary', payer);
  if (payer !== undefined && beneficiary !== undefined) {
    return {
      payer: party(choice, 'payer', payer),
      beneficiary: party(choice, 'beneficiary', beneficiary),
      isStatement: false,
      sides: { payer: payer.merged, beneficiary: beneficiary.merged },
    };
  }
  const both = namedParties(choice);
  if (both !== undefined) return both;
  const otherIs = payer !== undefined ? 'payer' : beneficiary !== undefined ? 'beneficiary' : undefined;
  return { ...statement(choice, beginning, payer ?? beneficiary), ...(otherIs !== undefined && { otherIs }) };
}

/** Parties with their sides changed: money of a statement that only arrives is paid by the other side. */
export function turned({ payer, beneficiary, ...rest }: ProposedParties): ProposedParties {
  return {
    ...rest,
    ...(beneficiary !== undefined && { payer: beneficiary }),
    ...(payer !== undefined && { beneficiary: payer }),
  };
}

/** The column of a side's accounts: one or two that are called an account, else one that is called after the side alone. */
function accountOf(choice: ColumnChoice, side: Side, other?: AccountColumns): AccountColumns | undefined {
  const fits = (column: ColumnProfile): boolean =>
    column !== other?.column && column !== other?.orColumn && mayBeAccounts(column);
  const called = choice.about([side, 'account'], [...NO_ACCOUNT, 'name']).filter(fits);
  const alone = choice.about([side], [...NO_ACCOUNT, 'name', 'firstName', 'lastName', 'phone', 'account']).filter(fits);
  const [found] = called;
  if (found !== undefined) return findSplitAccount(found, called);
  return alone[0] && { column: alone[0], merged: alone[0] };
}

/** Names of people, times, amounts with decimals and words of currencies are no accounts, whatever the column is called. */
function mayBeAccounts({
  looksLikeAccounts,
  looksLikeNames,
  looksLikeTimes,
  looksLikeCurrencies,
  filled,
}: ColumnProfile): boolean {
  if (looksLikeAccounts) return true;
  return (
    !looksLikeNames &&
    !looksLikeTimes &&
    !looksLikeCurrencies &&
    !filled.some((text) => /^[-+]?\d*[.,]\d{1,2}$/.test(text))
  );
}

function party(choice: ColumnChoice, side: Side, account: AccountColumns): PartyColumns {
  const taken = takeAccount(choice, account);
  // An IBAN is one account whatever bank is named beside it.
  const isUnique = account.merged.filled.every(isIban);
  const [bank] = isUnique ? [] : choice.about([side, 'institution'], ['country', 'account', 'amount']);
  const institution = choice.take(bank);
  const holder = nameOf(choice, side);
  return { account: taken, ...(institution !== undefined && { institution }), ...(holder !== undefined && { holder }) };
}

function nameOf(choice: ColumnChoice, side: Side | 'counterparty'): ValueRef | undefined {
  const [first] = choice.about([side, 'firstName']);
  const [last] = choice.about([side, 'lastName']);
  if (first !== undefined && last !== undefined) return [choice.take(first)!, choice.take(last)!];
  const [whole] = choice.about([side, 'name'], ['institution', 'account']);
  const [alone] = choice
    .about([side], ['institution', 'account', 'country'])
    .filter(({ looksLikeNames }) => looksLikeNames);
  return choice.take(whole ?? alone);
}

/** Sides known by name and telephone: together they are an account, names alone are not. */
function namedParties(choice: ColumnChoice): ProposedParties | undefined {
  const [from] = choice.about(['payer', 'phone']);
  const [to] = choice.about(['beneficiary', 'phone']);
  if (from === undefined || to === undefined) return undefined;
  const joined = (side: Side, phone: ColumnProfile): PartyColumns => {
    const name = nameOf(choice, side);
    const names = name === undefined ? [] : columnsIn(name);
    const last = choice.take(phone)!;
    return { account: names.length === 0 ? last : [...names, last] };
  };
  choice.doubts.push('accounts are made of names and telephones: a name written in two ways is two accounts');
  return { payer: joined('payer', from), beneficiary: joined('beneficiary', to), isStatement: false };
}

/** The account of the statement is the payer, as the mapping wants it. */
function statement(
  choice: ColumnChoice,
  beginning: FileBeginning,
  oneSide: AccountColumns | undefined,
): ProposedParties {
  const candidates = choice.free.filter(
    ({ concepts, looksLikeAccounts }) =>
      looksLikeAccounts &&
      (concepts.has('account') || concepts.has('counterparty') || concepts.has('own')) &&
      (!concepts.has('id') || concepts.has('counterparty')) &&
      !isAside(concepts),
  );
  const rest = candidates.filter((column) => column !== oneSide?.column && column !== oneSide?.orColumn);
  const own = rest.find(({ concepts }) => concepts.has('own')) ?? rest.find(isOwn) ?? beside(rest, oneSide?.column);
  const others = candidates.filter((column) => column !== own && column.distinct.size > 1);
  const called = candidates.filter((column) => column !== own && column.concepts.has('counterparty'));
  const found = others.find((column) => called.includes(column)) ?? others[0];
  const other = oneSide ?? (found && findSplitAccount(found, called));
  const ownRef = choice.take(own);
  if (own !== undefined && !own.concepts.has('own')) noteTaken(choice, own, 'the account of the statement');
  if (other !== undefined && other !== oneSide && !other.column.concepts.has('counterparty')) {
    noteTaken(choice, other.column, 'the account of the other side');
  }
  const beneficiary = otherSide(choice, other);
  if (ownRef !== undefined) return { payer: { account: ownRef }, beneficiary, isStatement: true };
  const ownAccount = findOwnAccount(beginning);
  choice.doubts.push(
    ownAccount === undefined
      ? 'the account that the file is a statement of is not in the file: say it with --own-account FILE=ACCOUNT'
      : `the account that the file is a statement of was found in ${'title' in ownAccount ? 'a line above the header' : "the file's name"}: is it?`,
  );
  return { ownAccount: ownAccount ?? 'given', beneficiary, isStatement: true };
}

function noteTaken(choice: ColumnChoice, { name }: ColumnProfile, what: string): void {
  choice.doubts.push(`column ${name.slice(0, 80)} is taken for ${what}, by what it holds`);
}

/** What a column is about that is no account, although its texts look like accounts and its name speaks of one. */
const NOT_THE_ACCOUNT: readonly HeaderConcept[] = [
  'institution',
  'amount',
  'balance',
  'date',
  'aside',
  'name',
  'country',
];

function isAside(concepts: ReadonlySet<HeaderConcept>): boolean {
  return NOT_THE_ACCOUNT.some((concept) => concepts.has(concept));
}

/** One account in all rows, of which another column holds several. */
function isOwn({ distinct, filled, concepts }: ColumnProfile): boolean {
  return distinct.size === 1 && filled.length > 1 && !concepts.has('counterparty') && concepts.has('account');
}

/** The only account that stands beside one whose side is named, and is not itself called another one's: it is the other side. */
function beside(rest: readonly ColumnProfile[], oneSide: ColumnProfile | undefined): ColumnProfile | undefined {
  const [only] = rest;
  return oneSide !== undefined && rest.length === 1 && !only!.concepts.has('counterparty') ? only : undefined;
}

function otherSide(choice: ColumnChoice, other: AccountColumns | undefined): PartyColumns {
  if (other === undefined) {
    const known: readonly HeaderConcept[] = ['date', 'balance', 'currency', 'fee'];
    const maybe = choice.free.filter(
      ({ concepts, looksLikeTimes, looksLikeAmounts, looksLikeAccounts, distinct }) =>
        distinct.size > 1 &&
        !looksLikeTimes &&
        (looksLikeAccounts || !looksLikeAmounts) &&
        !known.some((c) => concepts.has(c)),
    );
    choice.leaveOpen('the account of the other side', maybe);
    return { account: UNKNOWN_VALUE };
  }
  const account = takeAccount(choice, other);
  const holder = nameOf(choice, 'counterparty') ?? nameOf(choice, 'beneficiary');
  return { account, ...(holder !== undefined && { holder }) };
}
