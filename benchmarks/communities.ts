import louvain from 'graphology-communities-louvain';
import { communityQuality, communityStability, louvainCommunities, structuralOrder } from '../src/communities/index.js';
import { createRandom } from '../src/foundation/index.js';
import {
  type AccountProjection,
  buildTemporalGraph,
  projectAccounts,
  projectionToGraphology,
} from '../src/graph/index.js';
import { scaleFreeLedger, sizesOf } from './data/scale-free-ledger.js';
import { type Benchmark, type BenchmarkCase, benchmarkCase } from './harness.js';

const PEER = 'graphology-communities-louvain 2.0.2';

export const benchmark: Benchmark = {
  title: 'Communities: Louvain on the simple projection',
  cases: (words) => sizesOf(words).flatMap(({ name, transfers }) => casesOf(name, transfers)),
};

function casesOf(name: string, transfers: number): BenchmarkCase[] {
  const projection = (): AccountProjection => projectAccounts(buildTemporalGraph(scaleFreeLedger(transfers)));
  const task = `Louvain, ${name}`;
  return [
    benchmarkCase({
      id: `louvain-${name}`,
      task,
      who: 'ours',
      note: 'from the projection in typed arrays: structural order, search, numbering',
      prepare: projection,
      run: (given: AccountProjection) => louvainCommunities(given),
      report: (result) => {
        const quality = communityQuality(result);
        return {
          nodes: result.community.length,
          pairs: result.projection.source.length,
          communities: result.count,
          Q: result.modularity,
          'in pieces': quality.pieces.reduce((sum, pieces) => sum + Number(pieces > 1), 0),
        };
      },
    }),
    benchmarkCase({
      id: `louvain-graphology-${name}`,
      task,
      who: `${PEER} on an UndirectedGraph`,
      warmups: 0,
      note: 'from the same arrays: graph filled pair by pair in canonical order, then the search; same seed',
      prepare: projection,
      run: (given: AccountProjection) =>
        (louvain as unknown as typeof louvain.default).detailed(projectionToGraphology(given), {
          getEdgeWeight: 'weight',
          rng: createRandom(1),
        }),
      report: (result) => ({ communities: result.count, Q: result.modularity }),
    }),
    benchmarkCase({
      id: `order-${name}`,
      task: `structural order, ${name}`,
      who: 'ours',
      prepare: projection,
      run: structuralOrder,
      report: (result) => ({ nodes: result.length }),
    }),
    benchmarkCase({
      id: `stability-${name}`,
      task: `stability over 5 further runs, ${name}`,
      who: 'ours',
      warmups: 0,
      repeats: 1,
      prepare: () => louvainCommunities(projection()),
      run: (partition: ReturnType<typeof louvainCommunities>) => communityStability(partition, { runs: 5 }),
      report: ({ meanBestJaccard }) => ({
        'mean best Jaccard': meanBestJaccard.reduce((sum, mean) => sum + mean, 0) / meanBestJaccard.length,
      }),
    }),
  ];
}
