import { type Account } from '../../foundation/index.js';
import { isWhole, rowsOf, type TemporalGraph } from '../../graph/index.js';
import { legsBreak } from './amount-match.js';

/** When one transfer may pay on another. */
export interface LinkRule {
  /** Greatest time between the two, inclusive, in the unit of the ledger's times. */
  readonly dwell: number;
  /** Whether both may happen in one instant. */
  readonly sameInstant: boolean;
  /** Least ratio of the smaller amount to the larger, in one currency; 0 = not asked for. */
  readonly minLegMatch: number;
  /** Whether accounts that pay first and are paid afterwards, of whatever amount, are linked too. Default false. */
  readonly orReturns?: boolean;
}

/**
 * Accounts, as far as they are whole here, that some counted transfer pays and that pay on by another: what every account
 * does through which money moves in time. Where the way returns to its start, that one pays first: see `orReturns`. One that pays only back to who paid it is among them. O(transfers + pairs of
 * transfers within the stay, up to the first that fits).
 */
export function linkedAccounts(graph: TemporalGraph, counted: Uint8Array, rule: LinkRule): Account[] {
  const found: Account[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    if (isWhole(graph, account) && isLinked(graph, account, counted, rule)) found.push(account);
  }
  return found;
}

function isLinked(
  graph: TemporalGraph,
  account: Account,
  counted: Uint8Array,
  { dwell, sameInstant, minLegMatch, orReturns = false }: LinkRule,
): boolean {
  const { timeMs } = graph.ledger.columns;
  const debits = rowsOf(graph.out, account).filter((row) => counted[row] === 1);
  let from = 0;
  for (const credit of rowsOf(graph.in, account)) {
    if (counted[credit] === 0) continue;
    while (from < debits.length && timeMs[debits[from]!]! < timeMs[credit]!) from++;
    if (orReturns && from > 0 && timeMs[credit]! - timeMs[debits[from - 1]!]! <= dwell) return true;
    for (let i = from; i < debits.length; i++) {
      const stay = timeMs[debits[i]!]! - timeMs[credit]!;
      if (stay > dwell) break;
      if (stay === 0 && !sameInstant) continue;
      if (minLegMatch === 0 || !legsBreak(graph.ledger, credit, debits[i]!, minLegMatch)) return true;
    }
  }
  return false;
}
