import { type DirectedGraph, type UndirectedGraph } from 'graphology';
import { assertInvariant } from '../foundation/index.js';
import { type AccountProjection } from '../graph/index.js';

/** Receives one pair the way graphology's iterators deliver an edge. */
type EdgeVisitor = (
  edge: string,
  attributes: { readonly weight: number },
  source: string,
  target: string,
  sourceAttributes: object,
  targetAttributes: object,
  undirected: boolean,
) => void;

const NO_ATTRIBUTES: object = Object.freeze({});

/**
 * A projection in the shape that graphology-communities-louvain 2.0.2 and graphology-metrics 2.4.2 read, without the
 * graph objects: at 5 million transfers those would cost more time and memory than the search itself. Node keys are
 * positions in `order`; nodes come in that order and pairs by their ends in it, so the caller's account numbers have no
 * say. Only what those two packages call is there; a test holds the answers to those on a real graph.
 */
export function louvainGraph(projection: AccountProjection, order: Int32Array): UndirectedGraph | DirectedGraph {
  const { directed } = projection;
  const pairs = orderedPairs(projection, order);
  const size = pairs.weights.length;
  const keys = Array.from(order, (_, position) => String(position));
  const degrees = {
    all: new Int32Array(order.length),
    out: new Int32Array(order.length),
    in: new Int32Array(order.length),
  };
  for (let pair = 0; pair < size; pair++) {
    degrees.out[pairs.source[pair]!]!++;
    degrees.in[pairs.target[pair]!]!++;
    degrees.all[pairs.source[pair]!]!++;
    degrees.all[pairs.target[pair]!]!++;
  }
  const forEachEdge = (visit: EdgeVisitor): void => {
    for (let pair = 0; pair < size; pair++) {
      const source = keys[pairs.source[pair]!]!;
      const target = keys[pairs.target[pair]!]!;
      visit('', { weight: pairs.weights[pair]! }, source, target, NO_ATTRIBUTES, NO_ATTRIBUTES, !directed);
    }
  };
  const unsupported = (): never => {
    throw new TypeError('A projection cannot be changed');
  };
  const view = {
    type: directed ? 'directed' : 'undirected',
    multi: false,
    order: order.length,
    size,
    directedSize: directed ? size : 0,
    undirectedSize: directed ? 0 : size,
    selfLoopCount: 0,
    forEachNode: (visit: (node: string, attributes: object) => void): void => {
      for (const key of keys) visit(key, NO_ATTRIBUTES);
    },
    forEachEdge,
    forEachUndirectedEdge: forEachEdge,
    forEachDirectedEdge: forEachEdge,
    undirectedDegreeWithoutSelfLoops: (node: string) => degrees.all[Number(node)],
    outDegreeWithoutSelfLoops: (node: string) => degrees.out[Number(node)],
    inDegreeWithoutSelfLoops: (node: string) => degrees.in[Number(node)],
    // Present because the packages recognise a graph by them.
    addUndirectedEdgeWithKey: unsupported,
    dropNode: unsupported,
  };
  return view as unknown as UndirectedGraph | DirectedGraph;
}

/**
 * Pairs with their ends as positions in `order` (the earlier first unless directed), sorted by them. O(nodes + pairs).
 * @throws InvariantError `pair-weight` for a weight that is not positive and finite
 */
export function orderedPairs(
  projection: AccountProjection,
  order: Int32Array,
): { source: Int32Array; target: Int32Array; weights: Float64Array } {
  const { directed, weights } = projection;
  const nodes = order.length;
  const position = new Int32Array(nodes);
  order.forEach((node, at) => (position[node] = at));
  const flip = (a: number, b: number): boolean => !directed && b < a;
  const source = projection.source.map((node, pair) => {
    const a = position[node]!;
    const b = position[projection.target[pair]!]!;
    return flip(a, b) ? b : a;
  });
  const target = projection.target.map((node, pair) => {
    const b = position[node]!;
    const a = position[projection.source[pair]!]!;
    return flip(a, b) ? a : b;
  });
  const byTarget = countingOrder(target, nodes, undefined);
  const sorted = countingOrder(source, nodes, byTarget);
  const sortedWeights = new Float64Array(sorted.length);
  for (let i = 0; i < sorted.length; i++) {
    const weight = weights[sorted[i]!]!;
    assertInvariant(
      weight > 0 && weight < Infinity,
      'pair-weight',
      `Expected a positive weight but received ${weight}`,
    );
    sortedWeights[i] = weight;
  }
  return {
    source: sorted.map((pair) => source[pair]!),
    target: sorted.map((pair) => target[pair]!),
    weights: sortedWeights,
  };
}

/** Positions sorted by key, stable over `before`. */
function countingOrder(keys: Int32Array, groups: number, before: Int32Array | undefined): Int32Array {
  const cursor = new Int32Array(groups + 1);
  for (const key of keys) cursor[key + 1]!++;
  for (let group = 0; group < groups; group++) cursor[group + 1]! += cursor[group]!;
  const sorted = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const item = before === undefined ? i : before[i]!;
    sorted[cursor[keys[item]!]!++] = item;
  }
  return sorted;
}
