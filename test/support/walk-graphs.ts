import fc from 'fast-check';
import { type Ties } from '../../src/foundation/index.js';
import { buildTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { type WalkEdge, type WalkQuestion } from './oracles/reach.js';

/** A graph of an oracle's transfers, with the way back from rows to transfer numbers. */
export interface WalkGraph {
  readonly graph: TemporalGraph;
  readonly rowOf: readonly number[];
  readonly edgeOf: readonly number[];
  /** The node of an account by name; undefined if no transfer names it. */
  readonly accountOf: (name: string) => number | undefined;
  readonly nameOf: (account: number) => string;
}

export function walkGraphOf(edges: readonly WalkEdge[]): WalkGraph {
  const { ledger } = createLedger(
    edges.map(([payer, beneficiary, timeMs, amount], edge) => ({
      payer,
      beneficiary,
      timeMs,
      amount: String(amount),
      currency: 'EUR',
      id: String(edge),
    })),
  );
  const edgeOf = edges.map((_, row) => Number(ledger.id(row)));
  const rowOf: number[] = [];
  edgeOf.forEach((edge, row) => (rowOf[edge] = row));
  const names = Array.from({ length: ledger.accounts.size }, (_, account) => ledger.accounts.key(account).account);
  const numbers = new Map(names.map((name, account) => [name, account]));
  return {
    graph: buildTemporalGraph(ledger),
    rowOf,
    edgeOf,
    accountOf: (name) => numbers.get(name),
    nameOf: (account) => names[account]!,
  };
}

const NAMES = ['A', 'B', 'C', 'D', 'E', 'F'];

/** Few accounts, few times: ties, parallel transfers, self-transfers and circles happen all the time. */
export function walkEdges(maxLength = 14): fc.Arbitrary<WalkEdge[]> {
  const account = fc.constantFrom(...NAMES);
  const edge = fc.tuple(account, account, fc.integer({ min: 0, max: 7 }), fc.integer({ min: 1, max: 3 }));
  return fc.array(edge, { minLength: 1, maxLength });
}

const TIES: readonly Ties[] = ['strict', 'same-instant-allowed'];

/** Questions about walks, most of them with some limit. */
export function walkQuestions(): fc.Arbitrary<WalkQuestion> {
  const orNone = (max: number): fc.Arbitrary<number> => fc.oneof(fc.constant(Infinity), fc.integer({ min: 0, max }));
  return fc.record({
    accounts: fc.subarray(NAMES, { maxLength: 2 }),
    edges: fc.uniqueArray(fc.integer({ min: 0, max: 13 }), { maxLength: 2 }),
    ties: fc.constantFrom(...TIES),
    maxWait: orNone(4),
    maxHops: orNone(4),
    minAmount: fc.constantFrom(1, 1, 1, 2),
    start: fc.constantFrom(-5, -5, 1, 3),
    deadline: fc.constantFrom(20, 20, 6, 4),
  });
}
