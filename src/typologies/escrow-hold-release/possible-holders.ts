import { type Account } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';

/** Doubles stand for exact amounts here: what is nearer to a bound than this is let through. */
const ROUNDING = 1e-9;

/**
 * Accounts on which sums may be held: no hubs, with enough payers, and with a receiver that is paid often enough, as often as
 * whole releases are needed by a debit that some credit covers with at most the greatest commission. A first sieve that looks at no times and
 * mixes currencies, so it lets too many through and never too few. O(transfers), plus sorting the credits of accounts
 * with enough payers.
 */
export function possibleHolders(
  graph: TemporalGraph,
  hubFlag: Uint8Array,
  { least, leastWhole, maxCommission }: Readonly<Record<'least' | 'leastWhole' | 'maxCommission', number>>,
): Account[] {
  const { columns } = graph.ledger;
  const received = columns.receivedMinor ?? columns.amountMinor;
  const { amountMinor } = columns;
  const paid = new Int32Array(graph.accountCount);
  const fitting = new Int32Array(graph.accountCount);
  const mayHold = (account: Account, credits: Int32Array, debits: Int32Array): boolean => {
    if (!hasPayers(graph, hubFlag, account, credits, paid, least)) return false;
    const sums = new Float64Array(credits.length);
    for (let i = 0; i < credits.length; i++) sums[i] = received[credits[i]!]!;
    sums.sort();
    for (let i = 0; i < debits.length; i++) paid[graph.beneficiary[debits[i]!]!]!++;
    let found = false;
    for (let i = 0; i < debits.length && !found; i++) {
      const receiver = graph.beneficiary[debits[i]!]!;
      if (paid[receiver]! < least || receiver === account || hubFlag[receiver] === 1) continue;
      const sum = amountMinor[debits[i]!]! * (1 + ROUNDING);
      const covering = firstAtLeast(sums, amountMinor[debits[i]!]! * (1 - ROUNDING));
      if (covering < sums.length && sums[covering]! * (1 - maxCommission) <= sum) fitting[receiver]!++;
      found = fitting[receiver]! >= leastWhole;
    }
    for (let i = 0; i < debits.length; i++) {
      paid[graph.beneficiary[debits[i]!]!] = 0;
      fitting[graph.beneficiary[debits[i]!]!] = 0;
    }
    return found;
  };
  const holders: Account[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    if (hubFlag[account] === 1) continue;
    const [credits, debits] = [rowsOf(graph.in, account), rowsOf(graph.out, account)];
    if (credits.length >= least && debits.length >= least && mayHold(account, credits, debits)) holders.push(account);
  }
  return holders;
}

/** Whether this many different accounts pay it, hubs and itself aside. `seen` is zero before and after. */
function hasPayers(
  { payer }: TemporalGraph,
  hubFlag: Uint8Array,
  account: Account,
  credits: Int32Array,
  seen: Int32Array,
  least: number,
): boolean {
  let distinct = 0;
  let looked = 0;
  for (; looked < credits.length && distinct < least; looked++) {
    const one = payer[credits[looked]!]!;
    if (one !== account && hubFlag[one] === 0 && seen[one] === 0) distinct++;
    seen[one] = 1;
  }
  for (let i = 0; i < looked; i++) seen[payer[credits[i]!]!] = 0;
  return distinct >= least;
}

/** Position of the first number that is not below `wanted`; NaN stands last and is never below. */
function firstAtLeast(ascending: Float64Array, wanted: number): number {
  let low = 0;
  for (let high = ascending.length; low < high;) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
