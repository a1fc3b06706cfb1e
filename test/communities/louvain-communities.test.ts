import louvain from 'graphology-communities-louvain';
import fc from 'fast-check';
import { DirectedGraph, UndirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import { communityMembers, louvainCommunities, structuralOrder } from '../../src/communities/index.js';
import { createRandom, randomInteger, shuffle } from '../../src/foundation/index.js';
import { type AccountProjection, buildTemporalGraph, projectAccounts } from '../../src/graph/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';
import { ledgerOf, renamed, transfersArbitrary } from '../support/small-ledgers.js';

const times = (count: number, pair: string): string[] => Array.from({ length: count }, (_, i) => `${pair}@${i}`);
const triangles = [...['a>b', 'b>c', 'c>a', 'd>e', 'e>f', 'f>d'].flatMap((pair) => times(5, pair)), ...times(1, 'c>d')];
const projectionOf = (...transfers: string[]): AccountProjection =>
  projectAccounts(buildTemporalGraph(ledgerOf(...transfers)));

/** Planted groups of eight with distinct times, so that accounts are told apart by what they did. */
function planted(seed: number): TransferInput[] {
  const random = createRandom(seed);
  return Array.from({ length: 400 }, (_, i) => {
    const group = randomInteger(random, 6) * 8;
    const far = random() < 0.15;
    const payer = group + randomInteger(random, 8);
    const beneficiary = far ? randomInteger(random, 48) : group + randomInteger(random, 8);
    return {
      payer: `p${payer}`,
      beneficiary: `p${beneficiary}`,
      timeMs: i,
      amount: String(1 + (i % 9)),
      currency: 'EUR',
    };
  });
}

function namedCommunities(transfers: readonly TransferInput[], seed: number): string[][] {
  const { ledger } = createLedger(transfers);
  const projection = projectAccounts(buildTemporalGraph(ledger), { weight: 'amount-share' });
  return communityMembers(louvainCommunities(projection, { seed })).map((members) =>
    members.map((account) => ledger.accounts.key(account).account).sort(),
  );
}

describe('louvainCommunities', () => {
  it('finds the two triangles of the weighted example', () => {
    const partition = louvainCommunities(projectionOf(...triangles));
    expect(
      communityMembers(partition)
        .map((members) => members.join())
        .sort(),
    ).toEqual(['0,1,2', '3,4,5']);
    expect(partition.modularity).toBeCloseTo(0.467742, 6);
    expect([...partition.sizes]).toEqual([3, 3]);
    expect(partition.count).toBe(2);
  });

  it('finds one community at low and many at high resolution', () => {
    const projection = projectionOf(...triangles);
    expect(louvainCommunities(projection, { resolution: 0.01 }).count).toBe(1);
    expect(louvainCommunities(projection, { resolution: 50 }).count).toBe(6);
  });

  it('answers as the package does on a real graph, directed or not', () => {
    const real = louvain as unknown as typeof louvain.default;
    fc.assert(
      fc.property(transfersArbitrary, fc.boolean(), fc.integer({ min: 0, max: 9 }), (transfers, directed, seed) => {
        const graph = buildTemporalGraph(createLedger(transfers).ledger);
        const projection = projectAccounts(graph, { directed, weight: 'amount-share' });
        const order = structuralOrder(projection);
        const position = new Map(Array.from(order, (node, at) => [node, at]));
        const twin = directed ? new DirectedGraph() : new UndirectedGraph();
        order.forEach((node) => twin.addNode(`n${node}`));
        const pairs = Array.from(projection.source, (source, pair) => {
          const target = projection.target[pair]!;
          const flip = !directed && position.get(target)! < position.get(source)!;
          const [from, to] = flip ? [target, source] : [source, target];
          return { from, to, weight: projection.weights[pair]! };
        });
        pairs.sort(
          (a, b) => position.get(a.from)! - position.get(b.from)! || position.get(a.to)! - position.get(b.to)!,
        );
        for (const { from, to, weight } of pairs) twin.addEdge(`n${from}`, `n${to}`, { weight });
        const expected = real.detailed(twin, { rng: createRandom(seed) });
        const found = louvainCommunities(projection, { seed });
        expect(found.count).toBe(expected.count);
        if (pairs.length > 0) expect(found.modularity).toBe(expected.modularity);
        const together = (label: (node: number) => number): boolean[] =>
          Array.from(order).flatMap((a) => Array.from(order, (b) => label(a) === label(b)));
        expect(together((node) => found.community[node]!)).toEqual(
          together((node) => expected.communities[`n${node}`]!),
        );
      }),
    );
  });

  it('does not depend on names or on the order of rows', () => {
    for (const seed of [1, 2, 3]) {
      const transfers = planted(seed);
      const old = [...new Set(transfers.flatMap(({ payer, beneficiary }) => [payer, beneficiary]))] as string[];
      const names = new Map(shuffle([...old], createRandom(seed + 50)).map((name, i) => [old[i]!, `z${name}`]));
      const back = new Map([...names].map(([before, after]) => [after, before]));
      const other = shuffle(renamed(transfers, names), createRandom(seed + 99));
      const translated = namedCommunities(other, seed).map((members) => members.map((name) => back.get(name)!).sort());
      expect(translated).toEqual(namedCommunities(transfers, seed));
    }
  });

  it('is repeatable, and lets the seed and the order speak', () => {
    const transfers = planted(5);
    expect(namedCommunities(transfers, 1)).toEqual(namedCommunities(transfers, 1));
    const projection = projectAccounts(buildTemporalGraph(createLedger(transfers).ledger));
    const reversed = structuralOrder(projection).reverse();
    expect(louvainCommunities(projection, { order: reversed }).order).toBe(reversed);
  });

  it('numbers larger communities first and loses no account', () => {
    const projection = projectionOf('a>b@1', 'c>d@1', 'd>e@1', 'e>c@1', 'h>a@1', 'h>c@1', 'h>d@1', 'x>h@1');
    const partition = louvainCommunities(projection, { hubDegreeCap: 3 });
    expect([...partition.hubs]).toEqual([5]);
    expect(partition.sizes[0]).toBe(3);
    expect([...partition.sizes]).toEqual([...partition.sizes].sort((a, b) => b - a));
    const all = [...communityMembers(partition).flat(), ...partition.hubs].sort((a, b) => a - b);
    expect(all).toEqual([...projection.accounts]);
  });

  it('gives every account its own community where hubs were the only ties, none where there is nobody', () => {
    const star = louvainCommunities(projectionOf('h>a@1', 'h>b@1', 'h>c@1'), { hubDegreeCap: 2 });
    expect(star).toMatchObject({ count: 3, modularity: 0 });
    expect(louvainCommunities(projectionOf())).toMatchObject({ count: 0, modularity: 0 });
  });

  it.each([
    ['unknown-option', { gamma: 1 }],
    ['option-range', { resolution: 0 }],
    ['option-range', { hubDegreeCap: NaN }],
    ['seed', { seed: 0.5 }],
    ['community-order', { order: Int32Array.of(0, 0) }],
    ['community-order', { order: Int32Array.of(0) }],
  ])('throws %s for %o', (code, options) => {
    const projection = projectionOf('a>b@1');
    expect(() => louvainCommunities(projection, options as object)).toThrow(expect.objectContaining({ code }) as Error);
  });

  it('refuses a weight that the package would misread', () => {
    const projection = { ...projectionOf('a>b@1'), weights: Float64Array.of(NaN) };
    expect(() => louvainCommunities(projection)).toThrow(expect.objectContaining({ code: 'pair-weight' }) as Error);
  });
});
