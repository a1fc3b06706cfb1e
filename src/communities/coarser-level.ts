import { groupByKey } from '../structures/index.js';
import { type LouvainLevel } from './louvain-level.js';

/**
 * The graph whose nodes are the communities of a level, numbered by their first member, and the number of each node's
 * community there. Neighbours ascend. O(nodes + pairs, and the neighbours of each community sorted).
 */
export function coarserLevel(
  { starts, neighbours, weights, loops }: LouvainLevel,
  community: Int32Array,
  volumes: Float64Array,
): { readonly level: LouvainLevel; readonly numbers: Int32Array } {
  const { numbers, first } = numberByFirst(community);
  const size = first.length;
  const members = groupByKey(numbers, size);
  const coarse = {
    starts: new Int32Array(size + 1),
    neighbours: new Int32Array(neighbours.length),
    weights: new Float64Array(neighbours.length),
    loops: new Float64Array(size),
  };
  const toCommunity = new Float64Array(size);
  const met = new Int32Array(size);
  let filled = 0;
  for (let c = 0; c < size; c++) {
    let around = 0;
    for (let m = members.starts[c]!; m < members.starts[c + 1]!; m++) {
      const node = members.order[m]!;
      coarse.loops[c]! += loops[node]!;
      for (let p = starts[node]!; p < starts[node + 1]!; p++) {
        const other = numbers[neighbours[p]!]!;
        if (other === c) coarse.loops[c]! += weights[p]!;
        else {
          if (toCommunity[other] === 0) met[around++] = other;
          toCommunity[other]! += weights[p]!;
        }
      }
    }
    for (const other of met.subarray(0, around).sort()) {
      coarse.neighbours[filled] = other;
      coarse.weights[filled++] = toCommunity[other]!;
      toCommunity[other] = 0;
    }
    coarse.starts[c + 1] = filled;
  }
  const level: LouvainLevel = {
    size,
    starts: coarse.starts,
    neighbours: coarse.neighbours.slice(0, filled),
    weights: coarse.weights.slice(0, filled),
    loops: coarse.loops,
    totals: Float64Array.from(first, (node) => volumes[community[node]!]!),
  };
  return { level, numbers };
}

/** Communities by the first node in them, and that node of each. */
function numberByFirst(community: Int32Array): { numbers: Int32Array; first: number[] } {
  const numberOf = new Int32Array(community.length).fill(-1);
  const first: number[] = [];
  const numbers = community.map((own, node) => {
    if (numberOf[own]! < 0) numberOf[own] = first.push(node) - 1;
    return numberOf[own]!;
  });
  return { numbers, first };
}
