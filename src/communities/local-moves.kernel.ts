/** Gains that differ by less are a tie. */
const TIE = 1e-10;

/** The columns of a `LouvainLevel` that are read. */
export interface NeighbourColumns {
  readonly starts: Int32Array;
  readonly neighbours: Int32Array;
  readonly weights: Float64Array;
  readonly loops: Float64Array;
}

export interface MoveChoices {
  readonly first: number;
  readonly twiceWeight: number;
  readonly resolution: number;
}

/**
 * Moves nodes, one after the other, to the neighbouring community where modularity gains most, until none gains: every node
 * once, from `first` on in a circle, and again whenever a neighbour has joined a community that is not its own. Of a tie the own community
 * wins, then the one of the highest number; a node that would be better off alone is set apart.
 *
 * `community` begins with every node by itself and ends as the partition; `volumes` begins as the totals of the nodes and ends as
 * those of the communities. Neighbours, weights above 0 and loops are those of a `LouvainLevel`; `twiceWeight` is the weight of all
 * pairs, counted at both ends.
 *
 * @returns whether any node moved. O(pairs) a round, few rounds.
 */
export function moveNodesInto(
  community: Int32Array,
  volumes: Float64Array,
  { starts, neighbours, weights, loops }: NeighbourColumns,
  { first, twiceWeight, resolution }: MoveChoices,
): boolean {
  const size = community.length;
  const members = new Int32Array(size).fill(1);
  const empty = new Int32Array(size);
  let emptied = 0;
  // Nodes that wait for their turn, in a ring.
  const queue = new Int32Array(size);
  const waits = new Uint8Array(size).fill(1);
  for (let i = 0; i < size; i++) queue[i] = (first + i) % size;
  let head = 0;
  let waiting = size;
  // Weight of one node to each community, 0 but while it is looked at; and the communities around it, in the order in which they are met.
  const toCommunity = new Float64Array(size);
  const met = new Int32Array(size);
  let anyMoved = false;
  while (waiting > 0) {
    const node = queue[head]!;
    head = head + 1 === size ? 0 : head + 1;
    waiting--;
    waits[node] = 0;
    const own = community[node]!;
    const from = starts[node]!;
    const end = starts[node + 1]!;
    let degree = 0;
    let around = 0;
    for (let p = from; p < end; p++) {
      const weight = weights[p]!;
      const other = community[neighbours[p]!]!;
      degree += weight;
      // Weights are above 0: a sum of 0 has not been met.
      if (toCommunity[other] === 0) met[around++] = other;
      toCommunity[other]! += weight;
    }
    const volume = degree + loops[node]!;
    let best = own;
    let bestGain = toCommunity[own]! - (volume * (volumes[own]! - volume) * resolution) / twiceWeight;
    for (let k = 0; k < around; k++) {
      const other = met[k]!;
      if (other !== own) {
        const gain = toCommunity[other]! - (volume * volumes[other]! * resolution) / twiceWeight;
        const isTie = Math.abs(gain - bestGain) < TIE;
        if (isTie ? best !== own && other > best : gain > bestGain) {
          bestGain = gain;
          best = other;
        }
      }
      toCommunity[other] = 0;
    }
    if (bestGain < 0) {
      if (members[own] === 1) continue;
      best = empty[--emptied]!;
    } else if (best === own) continue;
    volumes[own]! -= volume;
    volumes[best]! += volume;
    community[node] = best;
    members[best]!++;
    if (--members[own]! === 0) empty[emptied++] = own;
    anyMoved = true;
    for (let p = from; p < end; p++) {
      const neighbour = neighbours[p]!;
      if (community[neighbour] === best || waits[neighbour] === 1) continue;
      waits[neighbour] = 1;
      queue[(head + waiting++) % size] = neighbour;
    }
  }
  return anyMoved;
}
