import { type OracleEdge } from './temporal-cycles.js';

/** A window found by comparing everything with everything: edge numbers ascending, and who is in it. */
export interface OracleWindow {
  readonly edges: readonly number[];
  readonly payers: number;
  readonly receivers: number;
}

/** Sets of the listed edges that lie within one window and are not contained in another such set, by time. */
export function maximalWindows(edges: readonly OracleEdge[], listed: readonly number[], span: number): number[][] {
  const time = (edge: number): number => edges[edge]![2];
  const sets = listed.map((anchor) =>
    listed.filter((edge) => time(edge) >= time(anchor) && time(edge) - time(anchor) <= span),
  );
  const contains = (big: readonly number[], small: readonly number[]): boolean => small.every((e) => big.includes(e));
  const maximal = sets.filter((set, i) =>
    sets.every((other, j) => i === j || !contains(other, set) || (contains(set, other) && i < j)),
  );
  const startOf = (set: readonly number[]): number => Math.min(...set.map(time));
  return maximal.sort((a, b) => startOf(a) - startOf(b));
}

/** Of each run of overlapping windows the best by `value`, the earliest of equals. Windows by time. */
export function bestOfRuns<Window extends { readonly edges: readonly number[] }>(
  windows: readonly Window[],
  value: (window: Window) => number,
  touched: (window: Window) => readonly number[] = ({ edges }) => edges,
): Window[] {
  const runs: Window[][] = [];
  for (const window of windows) {
    const run = runs[runs.length - 1];
    const last = run?.[run.length - 1];
    if (last !== undefined && touched(window).some((edge) => touched(last).includes(edge))) run?.push(window);
    else runs.push([window]);
  }
  return runs.map((run) => run.reduce((best, window) => (value(window) > value(best) ? window : best)));
}

/** Fans around `centre`: distinct partners per best window of each run. */
export function allFans(
  edges: readonly OracleEdge[],
  centre: string,
  side: 'in' | 'out',
  least: number,
  span: number,
): { edges: readonly number[]; distinct: number }[] {
  const [own, other] = side === 'in' ? ([1, 0] as const) : ([0, 1] as const);
  const listed = edges.flatMap((edge, i) => (edge[own] === centre && edge[other] !== centre ? [i] : []));
  const windows = maximalWindows(edges, listed, span)
    .map((set) => ({ edges: set, distinct: new Set(set.map((edge) => edges[edge]![other])).size }))
    .filter(({ distinct }) => distinct >= least);
  return bestOfRuns(windows, ({ distinct }) => distinct);
}

/** Gather-scatter windows of `centre`, plain or split at a time. */
export function allGatherScatters(
  edges: readonly OracleEdge[],
  centre: string,
  leastPayers: number,
  leastReceivers: number,
  span: number,
  split: boolean,
): OracleWindow[] {
  const listed = edges.flatMap(([payer, beneficiary], i) =>
    payer !== beneficiary && (payer === centre || beneficiary === centre) ? [i] : [],
  );
  const windows = maximalWindows(edges, listed, span).flatMap((whole) => {
    const times = split ? [...new Set(whole.map((edge) => edges[edge]![2]))].sort((a, b) => a - b) : [Infinity];
    const options = times
      .map((s) => {
        const isIn = (edge: number): boolean => edges[edge]![1] === centre;
        const set = whole.filter((edge) => !split || (isIn(edge) ? edges[edge]![2] <= s : edges[edge]![2] > s));
        const payers = new Set(set.filter(isIn).map((edge) => edges[edge]![0])).size;
        const receivers = new Set(set.filter((edge) => !isIn(edge)).map((edge) => edges[edge]![1])).size;
        return { edges: set, whole, payers, receivers };
      })
      .filter(({ payers, receivers }) => payers >= leastPayers && receivers >= leastReceivers);
    if (options.length === 0) return [];
    return [options.reduce((best, now) => (now.payers + now.receivers > best.payers + best.receivers ? now : best))];
  });
  return bestOfRuns(
    windows,
    ({ payers, receivers }) => payers + receivers,
    ({ whole }) => whole,
  );
}

/** What {@link mostBetween} asks of the two legs. */
export interface OracleLegs {
  readonly span: number;
  readonly dwell: number;
  readonly ordered: boolean;
  readonly sameInstant: boolean;
  /** Whether the second edge passes on money of the first. */
  readonly isPassedOn: (first: number, second: number) => boolean;
}

/** Most accounts between u and w in any window, trying every start; and the edges of the first best window. */
export function mostBetween(
  edges: readonly OracleEdge[],
  u: string,
  w: string,
  { span, dwell, ordered, sameInstant, isPassedOn }: OracleLegs,
): { between: number; edges: number[] } {
  const times = edges.map(([, , time]) => time);
  let best = { between: 0, edges: [] as number[] };
  for (let start = Math.min(...times) - span - 1; start <= Math.max(...times); start++) {
    const inside = (edge: number): boolean => times[edge]! >= start && times[edge]! <= start + span;
    const between = new Set<string>();
    const used = new Set<number>();
    edges.forEach(([payer, middle, first], i) => {
      if (payer !== u || middle === u || middle === w || !inside(i)) return;
      edges.forEach(([from, to, second], j) => {
        if (from !== middle || to !== w || !inside(j)) return;
        const wait = second - first;
        if (ordered && (sameInstant ? wait < 0 : wait <= 0)) return;
        if ((ordered && wait > dwell) || !isPassedOn(i, j)) return;
        between.add(middle);
        used.add(i).add(j);
      });
    });
    if (between.size > best.between) best = { between: between.size, edges: [...used].sort((a, b) => a - b) };
  }
  return best;
}
