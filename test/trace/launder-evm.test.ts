import { describe, expect, it } from 'vitest';
import {
  hasLaunderEvm,
  knownGraph,
  type LaunderEvmCase,
  readLaunderEvm,
  SAME_BLOCK,
} from '../../scripts/trace-quality/launder-evm-case.js';
import { type Reach, reachableFrom } from '../../src/trace/index.js';

describe.skipIf(!hasLaunderEvm)('three real thefts (skipped where their data is absent)', () => {
  it.each<[LaunderEvmCase, number, number]>([
    ['LIFI', 33, 31],
    ['TxPhish', 13, 12],
    ['HB', 11, 11],
  ])('%s: following the sources forward reaches all %i known terminals', async (name, count, strictly) => {
    const given = await readLaunderEvm(name);
    const { graph, sources, terminals } = knownGraph(given.ledger, given);
    const reach = reachableFrom(graph, { accounts: sources }, { ties: SAME_BLOCK });
    const within = ({ accounts }: Reach): number => [...terminals].filter((one) => accounts.includes(one)).length;
    expect([terminals.size, within(reach)]).toEqual([count, count]);
    for (const terminal of terminals) {
      const rows = reach.witness(terminal)!;
      expect(sources).toContain(graph.payer[rows[0]!]);
      expect(graph.beneficiary[rows.at(-1)!]).toBe(terminal);
    }
    // Transfers inside one transaction share their second.
    expect(within(reachableFrom(graph, { accounts: sources }, { ties: 'strict' }))).toBe(strictly);
  });
});
