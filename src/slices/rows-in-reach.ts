import { type Account, type Row } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type Reach } from '../typologies/index.js';

/**
 * Rows that must be in a slice so that each of these accounts has what a detector needs around it, ascending; see
 * {@link Reach}. Rows among partners of different accounts come along: more is never wrong. Of a hub that is not one of them
 * there are only rows with others who are here: no detector looks at what hubs have in common. O(transfers), a few times.
 */
export function rowsInReach(graph: TemporalGraph, core: Iterable<Account>, reach: Reach, isHub: Uint8Array): Row[] {
  const { payer, beneficiary, transferCount } = graph;
  let ball = new Uint8Array(graph.accountCount);
  for (const account of core) ball[account] = 1;
  /** Whether rows of the account are wanted for its own sake. */
  const counts = Uint8Array.from(ball, (isCore, account) => (isCore === 1 || isHub[account] === 0 ? 1 : 0));
  const steps = reach === 'star' ? 0 : reach === 'relations' ? 2 : 1;
  for (let step = 0; step < steps; step++) ball = withNeighbours(graph, ball, counts);
  const isWithin = reach === 'senders' || reach === 'relations';
  const brings = (account: Account): boolean => ball[account] === 1 && counts[account] === 1;
  const rows: Row[] = [];
  for (let row = 0; row < transferCount; row++) {
    const [from, to] = [payer[row]!, beneficiary[row]!];
    if (isWithin ? ball[from] === 1 && ball[to] === 1 : brings(from) || brings(to)) rows.push(row);
  }
  return rows;
}

/** Rows of a stretch of time, both ends inclusive, ascending. */
export function rowsInTime({ ledger }: TemporalGraph, firstMs: number, lastMs: number): Row[] {
  const rows: Row[] = [];
  ledger.columns.timeMs.forEach((time, row) => {
    if (time >= firstMs && time <= lastMs) rows.push(row);
  });
  return rows;
}

function withNeighbours(
  { payer, beneficiary, transferCount }: TemporalGraph,
  ball: Uint8Array,
  counts: Uint8Array,
): Uint8Array<ArrayBuffer> {
  const grown = ball.slice();
  for (let row = 0; row < transferCount; row++) {
    const [from, to] = [payer[row]!, beneficiary[row]!];
    if (ball[from] === 1 && counts[from] === 1) grown[to] = 1;
    if (ball[to] === 1 && counts[to] === 1) grown[from] = 1;
  }
  return grown;
}
