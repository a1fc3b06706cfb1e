import { type Account, type Budget, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { exactShare } from '../numbers/exact-share.js';
import { windowLength } from '../time/window-length.js';
import { type CollectionRule, judgeWindow } from './judge-window.js';

/** See the detector. */
export interface CollectionSearch extends CollectionRule {
  readonly windowDays: number;
  readonly minCreditsPerDebit: number;
  /** 1 = left out. */
  readonly hubFlag: Uint8Array;
  readonly budget: Budget;
}

/** What an account gets from others and pays to others in one currency, each in the order of time. */
interface CurrencyBook {
  readonly credits: readonly Row[];
  readonly debits: readonly Row[];
}

/**
 * For each account and currency the window to which most families pay in, the earliest of these. A window begins with a credit,
 * and no other window holds all its credits. Payments of hubs count for nothing.
 */
export function findCollections(graph: TemporalGraph, search: CollectionSearch): Occurrence[] {
  const found: Occurrence[] = [];
  for (let account = 0; account < graph.accountCount && !search.budget.exhausted; account++) {
    if (search.hubFlag[account] === 1 || !paysAbroad(graph, account, search)) continue;
    for (const book of booksOf(graph, account, search).values()) {
      const best = bestWindow(graph, account, book, search);
      if (best !== undefined) found.push(best);
    }
  }
  return found;
}

/** Cheap questions first: enough transfers in, some out, and some of these abroad. */
function paysAbroad(graph: TemporalGraph, account: Account, { minFamilies, isAbroad }: CollectionSearch): boolean {
  return rowsOf(graph.in, account).length >= minFamilies && rowsOf(graph.out, account).some(isAbroad);
}

function booksOf(graph: TemporalGraph, account: Account, { hubFlag }: CollectionSearch): Map<number, CurrencyBook> {
  const { payer, beneficiary, ledger } = graph;
  const { currency, receivedCurrency } = ledger.columns;
  const books = new Map<number, { credits: Row[]; debits: Row[] }>();
  const bookOf = (code: number): { credits: Row[]; debits: Row[] } => {
    const book = books.get(code) ?? { credits: [], debits: [] };
    books.set(code, book);
    return book;
  };
  for (const row of rowsOf(graph.in, account)) {
    const from = payer[row]!;
    if (from !== account && hubFlag[from] === 0) bookOf((receivedCurrency ?? currency)[row]!).credits.push(row);
  }
  for (const row of rowsOf(graph.out, account)) {
    if (beneficiary[row] !== account) bookOf(currency[row]!).debits.push(row);
  }
  return books;
}

function bestWindow(
  graph: TemporalGraph,
  account: Account,
  { credits, debits }: CurrencyBook,
  search: CollectionSearch,
): Occurrence | undefined {
  const { ledger } = graph;
  const { timeMs } = ledger.columns;
  const length = windowLength(24 * search.windowDays, ledger.precision);
  const perDebit = exactShare(search.minCreditsPerDebit);
  let best: Occurrence | undefined;
  let [creditEnd, debitStart, debitEnd] = [0, 0, 0];
  for (let start = 0; start < credits.length; start++) {
    const from = timeMs[credits[start]!]!;
    const before = creditEnd;
    while (creditEnd < credits.length && timeMs[credits[creditEnd]!]! - from <= length) creditEnd++;
    while (debitStart < debits.length && timeMs[debits[debitStart]!]! < from) debitStart++;
    while (debitEnd < debits.length && timeMs[debits[debitEnd]!]! - from <= length) debitEnd++;
    if (start > 0 && creditEnd === before) continue;
    const [paidIn, paidOut] = [creditEnd - start, debitEnd - debitStart];
    const leastFamilies = Math.max(search.minFamilies, (best?.weight ?? 0) + 1);
    if (paidIn < leastFamilies || paidOut < 1) continue;
    if (BigInt(paidIn) * perDebit.denominator < perDebit.numerator * BigInt(paidOut)) continue;
    if (!search.budget.spend(paidIn + paidOut)) break;
    const window = { credits: credits.slice(start, creditEnd), debits: debits.slice(debitStart, debitEnd) };
    best = judgeWindow(graph, account, window, { ...search, leastFamilies }) ?? best;
  }
  return best;
}
