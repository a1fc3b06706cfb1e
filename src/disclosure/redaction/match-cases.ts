import { compareText, InputError } from '../../foundation/index.js';
import { type AccountKey } from '../../ledger/index.js';
import { type RedactionLevel } from '../document/case-format.js';
import type { CaseDocument } from '../document/case-schema.js';
import type { LeadDocument } from '../document/lead-schema.js';
import { PSEUDONYM } from './pseudonyms.js';

/** An operator in one of two cases. */
export interface MatchedPlace {
  readonly lead: string;
  /** What it may be there, in words. */
  readonly role: string;
}

/** An account that is an operator in both cases, by its pseudonyms. */
export interface MatchedAccount extends AccountKey {
  readonly one: readonly MatchedPlace[];
  readonly other: readonly MatchedPlace[];
}

/** A lead of either case with accounts in common, and pairs of countries that both have. */
export interface MatchedLeads {
  readonly one: string;
  readonly other: string;
  /** Accounts of operators in both, and of each. */
  readonly accounts: number;
  readonly accountsOfOne: number;
  readonly accountsOfOther: number;
  readonly corridors: readonly {
    readonly from: string;
    readonly to: string;
    readonly transfersOfOne: number;
    readonly transfersOfOther: number;
  }[];
}

/** What two redacted cases have in common. */
export interface CaseMatch {
  readonly keyFingerprint: string;
  readonly levels: readonly [RedactionLevel, RedactionLevel];
  /** Ordered by pseudonym. */
  readonly accounts: readonly MatchedAccount[];
  /** The pairs with most accounts in common first. */
  readonly leads: readonly MatchedLeads[];
}

/**
 * Finds operators that stand in two cases redacted under one key, without anybody showing the other an account. The same
 * pseudonym is the same account; an account written in two ways (an IBAN here, a number there) is not found. That an account is in both
 * says that two files saw it, and not what it is. O(accounts + pairs of leads with one in common).
 *
 * @throws InputError `case-not-redacted`, `case-without-pseudonyms` (level public), `keys-differ`
 */
export function matchCases(one: CaseDocument, other: CaseDocument): CaseMatch {
  const [first, second] = [redactionOf(one, 'first'), redactionOf(other, 'second')];
  if (first.keyFingerprint !== second.keyFingerprint) {
    throw new InputError(
      'keys-differ',
      `Expected two cases redacted under one key but received keys ${first.keyFingerprint} and ${second.keyFingerprint}`,
    );
  }
  const [left, right] = [placesOf(one), placesOf(other)];
  const accounts = [...left]
    .flatMap(([id, { key, places }]) => {
      const match = right.get(id);
      return match === undefined ? [] : [{ ...key, one: places, other: match.places }];
    })
    .sort((a, b) => compareText(a.account, b.account));
  return {
    keyFingerprint: first.keyFingerprint,
    levels: [first.level, second.level],
    accounts,
    leads: leadsOf(one, other, accounts),
  };
}

function redactionOf(document: CaseDocument, which: string): NonNullable<CaseDocument['redaction']> {
  const { redaction } = document;
  if (redaction === undefined) {
    throw new InputError('case-not-redacted', `Expected the ${which} case to be redacted but it is not`);
  }
  if (redaction.level === 'public') {
    throw new InputError('case-without-pseudonyms', `Expected pseudonyms in the ${which} case but it is public`);
  }
  return redaction;
}

interface Places {
  readonly key: AccountKey;
  readonly places: MatchedPlace[];
}

/** Operators by account pseudonym, which tells institutions apart as well. What is no pseudonym is not compared, and so not shown. */
function placesOf({ leads }: CaseDocument): Map<string, Places> {
  const found = new Map<string, Places>();
  for (const { lead, operators } of leads) {
    for (const { accounts, role } of operators) {
      for (const { institution, account } of accounts) {
        if (!PSEUDONYM.test(account)) continue;
        const known = found.get(account) ?? { key: { institution, account }, places: [] };
        found.set(account, known);
        known.places.push({ lead, role: role.label });
      }
    }
  }
  return found;
}

function leadsOf(one: CaseDocument, other: CaseDocument, accounts: readonly MatchedAccount[]): MatchedLeads[] {
  const pairs = new Map<string, { one: string; other: string; accounts: number }>();
  for (const account of accounts) {
    for (const left of new Set(account.one.map(({ lead }) => lead))) {
      for (const right of new Set(account.other.map(({ lead }) => lead))) {
        const key = `${left} ${right}`;
        const known = pairs.get(key) ?? { one: left, other: right, accounts: 0 };
        pairs.set(key, known);
        known.accounts++;
      }
    }
  }
  const [left, right] = [byId(one), byId(other)];
  return [...pairs.values()]
    .map((pair) => {
      const [a, b] = [left.get(pair.one)!, right.get(pair.other)!];
      return { ...pair, accountsOfOne: sizeOf(a), accountsOfOther: sizeOf(b), corridors: corridorsOf(a, b) };
    })
    .sort((a, b) => b.accounts - a.accounts || compareText(a.one, b.one) || compareText(a.other, b.other));
}

function byId({ leads }: CaseDocument): Map<string, LeadDocument> {
  return new Map(leads.map((lead) => [lead.lead, lead]));
}

function sizeOf({ operators }: LeadDocument): number {
  return operators.reduce((sum, { accounts }) => sum + accounts.length, 0);
}

function corridorsOf(one: LeadDocument, other: LeadDocument): MatchedLeads['corridors'] {
  return one.corridors.flatMap(({ from, to, transfers }) => {
    const match = other.corridors.find((corridor) => corridor.from === from && corridor.to === to);
    return match === undefined ? [] : [{ from, to, transfersOfOne: transfers, transfersOfOther: match.transfers }];
  });
}
