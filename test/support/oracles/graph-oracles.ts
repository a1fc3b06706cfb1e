import { type Ledger } from '../../../src/ledger/index.js';

/** Slow, obviously right answers for small graphs of numbered nodes. */
export type Edge = readonly [source: number, target: number];

/** reach[a][b] = a path of zero or more edges leads from a to b. */
export function reachability(nodes: number, edges: readonly Edge[]): boolean[][] {
  const reach = Array.from({ length: nodes }, (_, a) => Array.from({ length: nodes }, (_, b) => a === b));
  for (const [a, b] of edges) reach[a]![b] = true;
  for (let via = 0; via < nodes; via++) {
    for (let a = 0; a < nodes; a++) {
      for (let b = 0; b < nodes; b++) if (reach[a]![via]! && reach[via]![b]!) reach[a]![b] = true;
    }
  }
  return reach;
}

/** Labels numbered by smallest member, from a relation "a and b belong together". */
export function labelsOf(nodes: number, together: (a: number, b: number) => boolean): number[] {
  const labels: number[] = [];
  let next = 0;
  for (let node = 0; node < nodes; node++) {
    const first = labels.findIndex((_, earlier) => together(earlier, node));
    labels.push(first === -1 ? next++ : labels[first]!);
  }
  return labels;
}

/** Undirected share weights by pair "low>high", straight from the definition, in exact fractions turned to numbers. */
export function shareWeights(ledger: Ledger): Map<string, number> {
  const rows = Array.from({ length: ledger.rowCount }, (_, row) => row).filter(
    (row) => ledger.columns.payer[row] !== ledger.columns.beneficiary[row] && ledger.amountMinor(row) !== undefined,
  );
  const sum = (column: 'payer' | 'beneficiary', account: number, currency: number): bigint =>
    rows
      .filter((row) => ledger.columns[column][row] === account && ledger.columns.currency[row] === currency)
      .reduce((total, row) => total + ledger.amountMinor(row)!, 0n);
  const weights = new Map<string, number>();
  for (const row of rows) {
    const payer = ledger.columns.payer[row]!;
    const beneficiary = ledger.columns.beneficiary[row]!;
    const currency = ledger.columns.currency[row]!;
    const amount = Number(ledger.amountMinor(row)!);
    const share =
      amount / Number(sum('payer', payer, currency)) + amount / Number(sum('beneficiary', beneficiary, currency));
    const key = `${Math.min(payer, beneficiary)}>${Math.max(payer, beneficiary)}`;
    weights.set(key, (weights.get(key) ?? 0) + share);
  }
  return weights;
}

/** Undirected modularity, sum over communities of L/m - g (K/2m)^2, from a list of weighted pairs. */
export function modularityOf(
  pairs: readonly (readonly [number, number, number])[],
  community: readonly number[],
  resolution = 1,
): number {
  const total = pairs.reduce((sum, [, , weight]) => sum + weight, 0);
  return [...new Set(community)].reduce((quality, c) => {
    const inside = pairs.filter(([a, b]) => community[a] === c && community[b] === c);
    const internal = inside.reduce((sum, [, , weight]) => sum + weight, 0);
    const degree = pairs.reduce(
      (sum, [a, b, weight]) => sum + (community[a] === c ? weight : 0) + (community[b] === c ? weight : 0),
      0,
    );
    return quality + internal / total - resolution * (degree / (2 * total)) ** 2;
  }, 0);
}
