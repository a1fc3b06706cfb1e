import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CommunityPartition, communityQuality, louvainCommunities } from '../../src/communities/index.js';
import { type AccountProjection, buildTemporalGraph, projectAccounts } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { modularityOf } from '../support/oracles/graph-oracles.js';
import { ledgerOf, transfersArbitrary } from '../support/small-ledgers.js';

const pairsOf = ({ source, target, weights }: AccountProjection): [number, number, number][] =>
  Array.from(source, (node, pair) => [node, target[pair]!, weights[pair]!]);

function partitionOf(projection: AccountProjection, community: number[], resolution = 1): CommunityPartition {
  const count = Math.max(0, ...community.map((c) => c + 1));
  const sizes = new Int32Array(count);
  for (const c of community) sizes[c]!++;
  const order = Int32Array.from(community.keys());
  const hubs = new Int32Array(0);
  return {
    projection,
    community: Int32Array.from(community),
    count,
    sizes,
    order,
    hubs,
    modularity: NaN,
    resolution,
    seed: 1,
  };
}

describe('communityQuality', () => {
  const path = projectAccounts(buildTemporalGraph(ledgerOf('a>b@1', 'b>c@1', 'c>d@1', 'd>e@1')));

  it('sees a community in pieces, its cut and its conductance', () => {
    const quality = communityQuality(partitionOf(path, [0, 0, 1, 0, 0]));
    expect([...quality.pieces]).toEqual([2, 1]);
    expect([...quality.internalWeight]).toEqual([2, 0]);
    expect([...quality.cutWeight]).toEqual([2, 2]);
    expect([...quality.conductance]).toEqual([1, 1]);
    const halves = communityQuality(partitionOf(path, [0, 0, 0, 1, 1]));
    expect([...halves.conductance]).toEqual([1 / 3, 1 / 3]);
    expect([...halves.pieces]).toEqual([1, 1]);
  });

  it('calls the whole uncut', () => {
    expect(communityQuality(partitionOf(path, [0, 0, 0, 0, 0]))).toMatchObject({ modularity: 0 });
    expect([...communityQuality(partitionOf(path, [0, 0, 0, 0, 0])).conductance]).toEqual([0]);
  });

  it('is empty for nobody', () => {
    const nobody = projectAccounts(buildTemporalGraph(ledgerOf()));
    expect(communityQuality(partitionOf(nobody, []))).toMatchObject({ modularity: 0 });
  });

  it('has the modularity of the definition, for any division and resolution', () => {
    fc.assert(
      fc.property(
        transfersArbitrary,
        fc.array(fc.nat(2), { minLength: 6, maxLength: 6 }),
        fc.constantFrom(0.5, 1, 2),
        (transfers, labels, resolution) => {
          const projection = projectAccounts(buildTemporalGraph(createLedger(transfers).ledger), {
            weight: 'amount-share',
          });
          fc.pre(projection.source.length > 0);
          const community = Array.from(projection.accounts, (_, node) => labels[node]!);
          const { modularity } = communityQuality(partitionOf(projection, community, resolution));
          expect(modularity).toBeCloseTo(modularityOf(pairsOf(projection), community, resolution), 10);
        },
      ),
    );
  });

  it('agrees with the modularity that the search reports', () => {
    const graph = buildTemporalGraph(ledgerOf('a>b@1', 'b>c@2', 'c>a@3', 'c>d@4', 'd>e@5', 'e>f@6', 'f>d@7'));
    for (const directed of [false, true]) {
      const partition = louvainCommunities(projectAccounts(graph, { directed }));
      expect(communityQuality(partition).modularity).toBeCloseTo(partition.modularity, 12);
    }
    const undirected = louvainCommunities(projectAccounts(graph));
    expect(undirected.modularity).toBeCloseTo(5 / 14, 12);
  });
});
