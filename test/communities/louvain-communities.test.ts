import louvain from 'graphology-communities-louvain';
import fc from 'fast-check';
import { DirectedGraph, UndirectedGraph } from 'graphology';
import { describe, expect, it } from 'vitest';
import {
  communityMembers,
  communityQuality,
  louvainCommunities,
  structuralOrder,
} from '../../src/communities/index.js';
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

/** Accounts that deal with near ones most, less with farther ones: groups in groups. */
function nested(seed: number, accounts: number): TransferInput[] {
  const random = createRandom(seed);
  return Array.from({ length: 4 * accounts }, (_, i) => {
    const payer = randomInteger(random, accounts);
    const reach = 4 ** (1 + randomInteger(random, 5));
    const beneficiary = Math.min(accounts - 1, payer - (payer % reach) + randomInteger(random, reach));
    const amount = String(1 + randomInteger(random, 50));
    return { payer: `p${payer}`, beneficiary: `p${beneficiary}`, timeMs: i, amount, currency: 'EUR' };
  });
}

/** Holds the partition of a projection to the one of the package, on graph objects of its own. */
function expectAsPackage(
  projection: AccountProjection,
  { seed, resolution = 1 }: { readonly seed: number; readonly resolution?: number },
): void {
  const real = louvain as unknown as typeof louvain.default;
  const order = structuralOrder(projection);
  const position = new Map(Array.from(order, (node, at) => [node, at]));
  const twin = projection.directed ? new DirectedGraph() : new UndirectedGraph();
  order.forEach((node) => twin.addNode(`n${node}`));
  const pairs = Array.from(projection.source, (source, pair) => {
    const target = projection.target[pair]!;
    const flip = !projection.directed && position.get(target)! < position.get(source)!;
    const [from, to] = flip ? [target, source] : [source, target];
    return { from, to, weight: projection.weights[pair]! };
  });
  pairs.sort((a, b) => position.get(a.from)! - position.get(b.from)! || position.get(a.to)! - position.get(b.to)!);
  for (const { from, to, weight } of pairs) twin.addEdge(`n${from}`, `n${to}`, { weight });
  // Where its pointers are a type too small: it loses pairs then, or leaves accounts out of its queue.
  if (pairs.length === 128 || order.length === 256) return;
  const expected = real.detailed(twin, { rng: createRandom(seed), resolution });
  const found = louvainCommunities(projection, { seed, resolution });
  expect(found.count).toBe(expected.count);
  if (pairs.length > 0) expect(found.modularity).toBe(expected.modularity);
  const first = new Map<number, number>();
  const labelOf = (label: number, node: number): number => {
    if (!first.has(label)) first.set(label, node);
    return first.get(label)!;
  };
  const theirs = Array.from(order, (node) => labelOf(expected.communities[`n${node}`]!, node));
  first.clear();
  expect(Array.from(order, (node) => labelOf(found.community[node]!, node))).toEqual(theirs);
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
    fc.assert(
      fc.property(transfersArbitrary, fc.boolean(), fc.integer({ min: 0, max: 9 }), (transfers, directed, seed) => {
        const graph = buildTemporalGraph(createLedger(transfers).ledger);
        expectAsPackage(projectAccounts(graph, { directed, weight: 'amount-share' }), { seed });
      }),
    );
  });

  it('answers as the package does where communities are communities of communities, at any resolution', () => {
    const resolution = fc.constantFrom(0.01, 0.5, 1, 1.7, 4, 30);
    const weight = fc.constantFrom('count' as const, 'presence' as const, 'amount-share' as const);
    fc.assert(
      fc.property(fc.nat(999), resolution, weight, fc.integer({ min: 20, max: 400 }), (seed, gamma, tie, accounts) => {
        const graph = buildTemporalGraph(createLedger(nested(seed, accounts)).ledger);
        expectAsPackage(projectAccounts(graph, { weight: tie }), { seed, resolution: gamma });
      }),
      { numRuns: 60 },
    );
  });

  it('loses no pair of exactly 128, as the package does', () => {
    const names = Array.from({ length: 32 }, (_, i) => i);
    const inCliques = names.flatMap((a) =>
      names.filter((b) => b > a && b >> 3 === a >> 3).map((b) => `n${a}>n${b}@${a}`),
    );
    const ties = Array.from({ length: 16 }, (_, i) => `n${i}>n${(i + 9) % 32}@99`);
    const projection = projectionOf(...inCliques, ...ties);
    expect(projection.source).toHaveLength(128);
    const partition = louvainCommunities(projection);
    expect(partition.modularity).toBeCloseTo(communityQuality(partition).modularity, 12);
    expect([...partition.sizes]).toEqual([8, 8, 8, 8]);
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
