import { type TemporalGraph } from '../../src/graph/index.js';

interface Lot {
  readonly origin: number;
  amount: number;
}

/**
 * What a careful hand would write: a list of objects per account in a Map, new money born at the payer, amounts in
 * doubles. Under FIFO each list has a mark for what is used up, so that nothing is shifted. Returns the lots moved.
 */
export function plainLots({ payer, beneficiary, ledger }: TemporalGraph, policy: 'fifo' | 'lifo'): number {
  const held = new Map<number, { lots: Lot[]; first: number }>();
  const of = (account: number): { lots: Lot[]; first: number } => {
    let queue = held.get(account);
    if (queue === undefined) held.set(account, (queue = { lots: [], first: 0 }));
    return queue;
  };
  let moves = 0;
  for (let row = 0; row < ledger.rowCount; row++) {
    const source = of(payer[row]!);
    const target = of(beneficiary[row]!);
    let open = ledger.columns.amountMinor[row]!;
    while (open > 0 && source.first < source.lots.length) {
      const lot = policy === 'fifo' ? source.lots[source.first]! : source.lots[source.lots.length - 1]!;
      const part = Math.min(lot.amount, open);
      target.lots.push({ origin: lot.origin, amount: part });
      lot.amount -= part;
      open -= part;
      moves++;
      if (lot.amount > 0) break;
      if (policy === 'lifo') source.lots.pop();
      else if (++source.first > 32 && source.first * 2 > source.lots.length) {
        source.lots.splice(0, source.first);
        source.first = 0;
      }
    }
    if (open > 0) {
      target.lots.push({ origin: payer[row]!, amount: open });
      moves++;
    }
  }
  return moves;
}

/** In proportion, in doubles: a Map of amounts by origin for each account. Returns the number of entries at the end. */
export function plainShares({ payer, beneficiary, ledger }: TemporalGraph): number {
  const held = new Map<number, Map<number, number>>();
  const of = (account: number): Map<number, number> => {
    let shares = held.get(account);
    if (shares === undefined) held.set(account, (shares = new Map<number, number>()));
    return shares;
  };
  for (let row = 0; row < ledger.rowCount; row++) {
    const amount = ledger.columns.amountMinor[row]!;
    const source = of(payer[row]!);
    const target = of(beneficiary[row]!);
    let balance = 0;
    for (const share of source.values()) balance += share;
    const part = Math.min(1, amount / balance);
    for (const [origin, share] of source) {
      target.set(origin, (target.get(origin) ?? 0) + share * part);
      if (part === 1) source.delete(origin);
      else source.set(origin, share * (1 - part));
    }
    if (amount > balance) target.set(payer[row]!, (target.get(payer[row]!) ?? 0) + amount - balance);
  }
  let entries = 0;
  for (const shares of held.values()) entries += shares.size;
  return entries;
}
