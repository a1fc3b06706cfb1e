import { type Account, type Row } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type Reach } from '../typologies/index.js';

/**
 * Rows that must be in a slice so that each of these accounts has what a detector needs around it, ascending; see
 * {@link Reach}. Rows among partners of different accounts come along: more is never wrong. O(transfers), a few times.
 */
export function rowsInReach(graph: TemporalGraph, core: Iterable<Account>, reach: Reach): Row[] {
  const { payer, beneficiary, transferCount } = graph;
  let ball = new Uint8Array(graph.accountCount);
  for (const account of core) ball[account] = 1;
  const steps = reach === 'star' ? 0 : reach === 'relations' ? 2 : 1;
  for (let step = 0; step < steps; step++) ball = withNeighbours(graph, ball);
  const isWithin = reach === 'senders' || reach === 'relations';
  const rows: Row[] = [];
  for (let row = 0; row < transferCount; row++) {
    const ends = ball[payer[row]!]! + ball[beneficiary[row]!]!;
    if (ends === 2 || (ends === 1 && !isWithin)) rows.push(row);
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
): Uint8Array<ArrayBuffer> {
  const grown = ball.slice();
  for (let row = 0; row < transferCount; row++) {
    if (ball[payer[row]!] === 1) grown[beneficiary[row]!] = 1;
    if (ball[beneficiary[row]!] === 1) grown[payer[row]!] = 1;
  }
  return grown;
}
