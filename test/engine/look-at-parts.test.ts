import { describe, expect, it } from 'vitest';
import { defaultTies } from '../../src/foundation/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { measureWorld, type SliceFindings } from '../../src/slices/index.js';
import { lookAtParts } from '../../src/engine/look-at-parts.js';

const transfers = Array.from({ length: 4 }, (_, i) => ({
  payer: `p${i}`,
  beneficiary: 'b',
  timeMs: i,
  amount: '1',
  currency: 'EUR',
}));
const { ledger } = createLedger(transfers);
const graph = buildTemporalGraph(ledger);
const world = measureWorld({ graph, ties: defaultTies(ledger.precision), hubs: new Set() }, []);

/** What is found in parts whose rows come so: the row, its line, and the part. */
async function look(rows: readonly (readonly [row: number, line: number, part: number])[]): Promise<SliceFindings[]> {
  const column = (at: number): number[] => rows.map((row) => row[at]!);
  const zeros = rows.map(() => 0);
  // eslint-disable-next-line @typescript-eslint/require-await
  async function* batches(): AsyncGenerator<number[][]> {
    yield [column(0), column(1), zeros, zeros, zeros, column(2)];
  }
  const found: SliceFindings[] = [];
  for await (const one of lookAtParts(batches(), 'star', { ledger, world, detectors: [] })) found.push(one);
  return found;
}

describe('parts of a ledger', () => {
  const lines = [...ledger].map(({ source }) => source.line);

  it('are looked at one by one', async () => {
    expect(
      await look([
        [0, lines[0]!, 7],
        [2, lines[2]!, 7],
        [1, lines[1]!, 3],
      ]),
    ).toHaveLength(2);
  });

  it.each([
    ['a row that came from another line', [[0, lines[1]!, 0]]],
    ['a row that the ledger does not have', [[4, 1, 0]]],
    [
      'a part that comes twice',
      [
        [0, lines[0]!, 0],
        [1, lines[1]!, 1],
        [2, lines[2]!, 0],
      ],
    ],
  ] as const)('refuse %s', async (_, rows) => {
    await expect(look(rows)).rejects.toThrow(expect.objectContaining({ code: 'part-row' }));
  });
});
