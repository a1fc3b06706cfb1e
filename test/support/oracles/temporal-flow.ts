import { type Ties } from '../../../src/foundation/index.js';

/** A transfer of an oracle's input with a whole amount. Its number is its position. */
export interface OracleTransfer {
  readonly from: string;
  readonly to: string;
  readonly time: number;
  readonly amount: number;
}

const follows = (earlier: number, later: number, ties: Ties): boolean =>
  ties === 'strict' ? earlier < later : earlier <= later;

const uses = ({ from, to }: OracleTransfer, source: string, target: string): boolean =>
  from !== to && to !== source && from !== target;

/** The definition itself: at every account but the ends, money out up to a time is at most money in before it. */
export function isFeasibleFlow(
  transfers: readonly OracleTransfer[],
  moved: readonly number[],
  source: string,
  target: string,
  ties: Ties,
): boolean {
  return transfers.every(({ from, time, amount }, i) => {
    if (moved[i]! < 0 || moved[i]! > amount) return false;
    if (from === source) return true;
    let balance = 0;
    transfers.forEach((other, j) => {
      if (!uses(other, source, target)) return;
      if (other.to === from && follows(other.time, time, ties)) balance += moved[j]!;
      if (other.from === from && other.time <= time) balance -= moved[j]!;
    });
    return balance >= 0;
  });
}

/** The largest flow, found by trying every whole amount of every transfer. For half a dozen small transfers. */
export function bestFlowOfAll(
  transfers: readonly OracleTransfer[],
  source: string,
  target: string,
  ties: Ties,
): number {
  const moved = transfers.map(() => 0);
  let best = 0;
  const choose = (at: number): void => {
    if (at < transfers.length) {
      const most = uses(transfers[at]!, source, target) ? transfers[at]!.amount : 0;
      for (moved[at] = 0; moved[at] <= most; moved[at]++) choose(at + 1);
      moved[at] = 0;
      return;
    }
    const value = transfers.reduce((sum, { to }, i) => (to === target ? sum + moved[i]! : sum), 0);
    if (value > best && isFeasibleFlow(transfers, moved, source, target, ties)) best = value;
  };
  choose(0);
  return best;
}

/**
 * Maximum flow with an arc from every transfer to every transfer that may follow it within `maxWait`, by augmenting any
 * way at all on a full matrix.
 */
export function maxFlowByPairs(
  transfers: readonly OracleTransfer[],
  source: string,
  target: string,
  ties: Ties,
  maxWait = Infinity,
): number {
  const used = transfers.filter((transfer) => uses(transfer, source, target));
  const size = 2 * used.length + 2;
  const [start, end] = [size - 2, size - 1];
  const left = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  used.forEach((transfer, i) => {
    left[2 * i]![2 * i + 1] = transfer.amount;
    if (transfer.from === source) left[start]![2 * i] = Infinity;
    if (transfer.to === target) left[2 * i + 1]![end] = Infinity;
    used.forEach((next, j) => {
      const near = follows(transfer.time, next.time, ties) && next.time - transfer.time <= maxWait;
      if (i !== j && next.from === transfer.to && near) left[2 * i + 1]![2 * j] = Infinity;
    });
  });
  let value = 0;
  for (;;) {
    const way = anyWay(left, start, end);
    if (way === undefined) return value;
    const amount = Math.min(...way.slice(1).map((node, i) => left[way[i]!]![node]!));
    way.slice(1).forEach((node, i) => {
      left[way[i]!]![node]! -= amount;
      left[node]![way[i]!]! += amount;
    });
    value += amount;
  }
}

function anyWay(left: readonly number[][], start: number, end: number): number[] | undefined {
  const ways: number[][] = [[start]];
  const seen = new Set([start]);
  for (let way = ways.pop(); way !== undefined; way = ways.pop()) {
    const node = way[way.length - 1]!;
    if (node === end) return way;
    left[node]!.forEach((amount, next) => {
      if (amount > 0 && !seen.has(next)) {
        seen.add(next);
        ways.push([...way, next]);
      }
    });
  }
  return undefined;
}
