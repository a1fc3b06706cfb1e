/** The part of a projection that says who is tied to whom. */
export interface PairColumns {
  /** One entry per node. */
  readonly accounts: Int32Array;
  readonly source: Int32Array;
  readonly target: Int32Array;
}

/** A projection read from each node: both directions folded together, each end of a pair listed once. */
export interface Adjacency {
  /** Invariant: length = nodes + 1; node v owns entries starts[v] .. starts[v + 1) of the other columns. */
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
  /** The pair behind each entry, ascending inside a slice. */
  readonly pairs: Int32Array;
}

/** Neighbours of each node of a projection; in a directed one, a>b and b>a give two entries. O(nodes + pairs). */
export function adjacencyOf({ accounts, source, target }: PairColumns): Adjacency {
  const starts = new Int32Array(accounts.length + 1);
  for (const node of source) starts[node + 1]!++;
  for (const node of target) starts[node + 1]!++;
  for (let node = 0; node < accounts.length; node++) starts[node + 1]! += starts[node]!;
  const cursor = starts.slice(0, accounts.length);
  const neighbours = new Int32Array(source.length * 2);
  const pairs = new Int32Array(source.length * 2);
  for (let pair = 0; pair < source.length; pair++) {
    const a = source[pair]!;
    const b = target[pair]!;
    const atA = cursor[a]!++;
    const atB = cursor[b]!++;
    neighbours[atA] = b;
    neighbours[atB] = a;
    pairs[atA] = pair;
    pairs[atB] = pair;
  }
  return { starts, neighbours, pairs };
}
