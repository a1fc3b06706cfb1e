import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { type LeadDocument } from '../disclosure/index.js';
import { createRandom } from '../foundation/index.js';
import type { GroupPlace, LeadLayout } from './document/report-lead-schema.js';
import { keepOperators, largestOperators } from './keep-operators.js';
import { fitToFrame, keepApart, turnLevel } from './placing.js';

/** Above this many operators only they are laid out, and groups are set around them. */
const WHOLE_UP_TO = 300;

/**
 * Positions of the operators of a lead and of the unnamed groups around each: ForceAtlas2 (Jacomy et al. 2014,
 * doi:10.1371/journal.pone.0098679) from seeded starts, nodes in the order of the document. A picture, no measurement:
 * near does not mean related. Same lead and seed, same bytes. Of more than `most` operators the largest are laid out, as if
 * there were no others. O(iterations x (nodes log nodes + pairs)).
 */
export function layOutLead(lead: LeadDocument, seed: number, most = Infinity): LeadLayout {
  if (lead.operators.length > most) return layOutLargest(lead, seed, largestOperators(lead, most));
  const { operators, transfers } = lead;
  const count = operators.length;
  const isWhole = count <= WHOLE_UP_TO;
  const { pairs, groups } = pairsOf(transfers.from, transfers.to, count);
  const size = isWhole ? count + groups.length : count;
  const xs = new Float64Array(size);
  const ys = new Float64Array(size);
  place(xs, ys, isWhole ? pairs : pairs.filter(([a, b]) => a < count && b < count), { seed, isWhole });
  turnLevel(xs, ys);
  fitToFrame(xs, ys);
  if (isWhole) {
    keepApart(xs, ys);
    fitToFrame(xs, ys);
  }
  const at = (i: number): [number, number] => [Math.round(xs[i]!), Math.round(ys[i]!)];
  return {
    accounts: operators.map((_, i) => at(i)),
    groups: groups.map(({ kind, of }, i) => {
      const [x, y] = isWhole ? at(count + i) : around(at(of), i);
      return { kind, of, x, y };
    }),
  };
}

function layOutLargest(lead: LeadDocument, seed: number, kept: readonly number[]): LeadLayout {
  const { accounts, groups } = layOutLead(keepOperators(lead, kept), seed);
  const placeOf = new Map(kept.map((operator, i) => [operator, accounts[i]!]));
  return {
    accounts: lead.operators.map((_, i) => placeOf.get(i) ?? null),
    groups: groups.map((group) => ({ ...group, of: kept[group.of]! })),
  };
}

/** The package is CommonJS: its types put the function one level below where every loader puts it. */
type ForceAtlas2 = typeof forceAtlas2.default;

interface Pairs {
  /** Node, node, transfers; every pair once. */
  readonly pairs: readonly (readonly [number, number, number])[];
  readonly groups: readonly Pick<GroupPlace, 'kind' | 'of'>[];
}

/** Counts transfers per pair of nodes: operators first, then groups in the order of their operators. */
function pairsOf(from: readonly number[], to: readonly number[], count: number): Pairs {
  const counts = new Map<number, number>();
  const code = count + 2;
  from.forEach((a, i) => {
    const [low, high] = a < to[i]! ? [a, to[i]!] : [to[i]!, a];
    if (high < 0 || low === high) return;
    const key = (low + 2) * code + high;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  });
  const ends = [...counts]
    .sort(([a], [b]) => a - b)
    .map(([key, n]) => [Math.floor(key / code) - 2, key % code, n] as const);
  const unnamed = ends.filter(([low]) => low < 0).sort((a, b) => a[1] - b[1] || b[0] - a[0]);
  return {
    pairs: [...ends.filter(([low]) => low >= 0), ...unnamed.map(([, high, n], i) => [high, count + i, n] as const)],
    groups: unnamed.map(([low, of]) => ({ kind: low === -1 ? 'payers' : 'others', of })),
  };
}

function place(
  xs: Float64Array,
  ys: Float64Array,
  pairs: Pairs['pairs'],
  { seed, isWhole }: { readonly seed: number; readonly isWhole: boolean },
): void {
  const random = createRandom(seed);
  const graph = new UndirectedGraph();
  xs.forEach((_, i) => graph.addNode(`n${i}`, { x: random() * 1000, y: random() * 620 }));
  for (const [a, b, n] of pairs) graph.addEdge(`n${a}`, `n${b}`, { weight: 1 + Math.log2(1 + n) });
  const settings = {
    linLogMode: isWhole,
    barnesHutOptimize: !isWhole,
    gravity: isWhole ? 0.5 : 0.05,
    scalingRatio: 10,
    strongGravityMode: !isWhole,
    slowDown: 1 + Math.log(xs.length),
  };
  const done = (forceAtlas2 as unknown as ForceAtlas2)(graph, {
    iterations: isWhole ? 1500 : 160,
    getEdgeWeight: 'weight',
    settings,
  });
  xs.forEach((_, i) => {
    const { x, y } = done[`n${i}`]!;
    xs[i] = x;
    ys[i] = y;
  });
}

/** A place beside an operator, another for each of its groups. */
function around([x, y]: readonly [number, number], i: number): [number, number] {
  const angle = i * 2.399963; // The golden angle: neighbours never share a direction.
  return [Math.round(x + 16 * Math.cos(angle)), Math.round(y + 16 * Math.sin(angle))];
}
