import { digitsOf, formatMinor, toMinor } from '../../foundation/index.js';
import { type Role } from '../../leads/index.js';
import { type ReportLead } from '../report-data.js';
import { BETWEEN_OTHERS, transferKind } from '../transfer-kind.js';
import { counted, whole } from '../words/numbers.js';
import { ROLE_ORDER } from '../words/role-words.js';
import { type Selection } from './selection.js';

export interface Account {
  readonly index: number;
  /** Institution and number: two accounts may have the same number. */
  readonly name: string;
  readonly role: Role;
  readonly country: string | null;
}

/** A lead with its columns made ready for pictures. */
export interface PreparedLead {
  readonly lead: ReportLead;
  readonly count: number;
  readonly accounts: readonly Account[];
  /** Accounts in the order of the journey. */
  readonly order: readonly Account[];
  /** Null where the data have no clock. */
  readonly timeMs: Float64Array | null;
  /** Minor units, 0 where the data state no amount. Exact while safe; exact sums come from `sumOf`. */
  readonly minor: Float64Array;
  readonly digits: readonly number[];
  /** The `transferKind` of each transfer. */
  readonly kind: Uint8Array;
  /** The currency of pictures while none is chosen. */
  readonly mainCurrency: number;
  /** Transfers of selections that were asked for. */
  readonly selected: WeakMap<Selection, readonly number[]>;
}

/** Makes the columns of a lead ready. O(transfers). */
export function prepare(lead: ReportLead): PreparedLead {
  const { from, to, currency, amount, seconds, start } = lead.transfers;
  const digits = lead.currencies.map((_, code) =>
    digitsOf(amount.filter((text, i): text is string => text !== null && currency[i] === code)),
  );
  const accounts = lead.operators.map(({ accounts: [first], role, country }, index) => ({
    index,
    name: `${first!.institution} ${first!.account}`.trim(),
    role: role.role,
    country,
  }));
  const startMs = start === null ? 0 : Date.parse(start);
  const perCurrency = lead.currencies.map((_, code) => currency.filter((one) => one === code).length);
  return {
    lead,
    count: from.length,
    accounts,
    order: [...accounts].sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role) || a.index - b.index),
    timeMs: start === null ? null : Float64Array.from(seconds, (one) => startMs + one * 1000),
    minor: Float64Array.from(amount, (text, i) =>
      text === null ? 0 : Math.round(Number(text) * 10 ** (digits[currency[i]!] ?? 0)),
    ),
    digits,
    kind: Uint8Array.from(from, (a, i) => transferKind(a, to[i]!)),
    mainCurrency: Math.max(0, perCurrency.indexOf(Math.max(...perCurrency))),
    selected: new WeakMap(),
  };
}

/** Transfers that a selection holds, in the order of the lead. O(transfers). */
export function rowsOf({ lead, count, timeMs, minor, digits }: PreparedLead, selection: Selection): number[] {
  const { from, to, currency, findings } = lead.transfers;
  const { window: period, account, finding, minimum, currency: code } = selection;
  const least = digits.map((places) => minimum * 10 ** places);
  const rows: number[] = [];
  for (let i = 0; i < count; i++) {
    if (period !== null && timeMs !== null && (timeMs[i]! < period[0] || timeMs[i]! >= period[1])) continue;
    if (account !== null && from[i] !== account && to[i] !== account) continue;
    if (finding !== null && !findings[i]!.includes(finding)) continue;
    if (code !== null && currency[i] !== code) continue;
    if (minimum > 0 && minor[i]! < (least[currency[i]!] ?? 0)) continue;
    rows.push(i);
  }
  return rows;
}

/** Transfers that pass an account of the lead, which pictures show, and those between others, which they say in a sentence. */
export function splitOthers(
  { kind }: PreparedLead,
  rows: readonly number[],
): { readonly own: readonly number[]; readonly others: readonly number[] } {
  const isOther = (row: number): boolean => kind[row] === BETWEEN_OTHERS;
  return { own: rows.filter((row) => !isOther(row)), others: rows.filter(isOther) };
}

/** What a number of transfers is one of: all of the lead, or those that the page holds. */
export function allTransfers({ lead, count }: PreparedLead): string {
  const all = counted(lead.whole.transfers, 'transfer');
  return count === lead.whole.transfers ? all : `the ${whole(count)} on this page, of ${all} in the lead`;
}

/** `rowsOf` the selection in force, gathered once however many parts ask. Not to be changed. */
export function selectedRows(prepared: PreparedLead, selection: Selection): readonly number[] {
  const known = prepared.selected.get(selection) ?? rowsOf(prepared, selection);
  prepared.selected.set(selection, known);
  return known;
}

/** The exact sums of some transfers, one per currency, and nothing for those without an amount. */
export function sumOf(
  { lead, digits, minor }: PreparedLead,
  rows: Iterable<number>,
): { currency: string; amount: string }[] {
  const sums = lead.currencies.map(() => 0n);
  const safe = lead.currencies.map(() => 0);
  for (const i of rows) {
    const code = lead.transfers.currency[i]!;
    if (code < 0) continue;
    const next = safe[code]! + minor[i]!;
    if (Number.isSafeInteger(next) && Number.isSafeInteger(minor[i]!)) safe[code] = next;
    else sums[code] = sums[code]! + toMinor(lead.transfers.amount[i] ?? '0', digits[code]!);
  }
  return lead.currencies.flatMap((currency, code) => {
    const minorSum = sums[code]! + BigInt(safe[code]!);
    return minorSum === 0n ? [] : [{ currency, amount: formatMinor(minorSum, digits[code]!) }];
  });
}
