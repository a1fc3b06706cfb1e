// Communities with graphology: our projection, our seeded Louvain, and graphology's own tools on the same graph.
// Run: npx tsx examples/03-communities-with-graphology/main.ts
import { density } from 'graphology-metrics/graph/density.js';
import {
  buildTemporalGraph,
  communityQuality,
  communityStability,
  louvainCommunities,
  projectAccounts,
  projectionToGraphology,
} from 'illicit-flows';
import { readTransactions } from 'illicit-flows/node';

const file = new URL('../data/transactions.csv', import.meta.url).pathname;
const { ledger } = await readTransactions([file], { mapping: 'illicit-flows' });
const projection = projectAccounts(buildTemporalGraph(ledger), { weight: 'count', hubDegreeCap: 100 });
const partition = louvainCommunities(projection, { seed: 1 });
const stability = communityStability(partition, { runs: 10 });
const quality = communityQuality(partition);

console.log(`${projection.accounts.length} accounts, ${projection.hubs.length} hubs set aside`);
console.log(`density by graphology-metrics: ${density(projectionToGraphology(projection)).toFixed(5)}`);
console.log(`${partition.count} communities, modularity ${partition.modularity.toFixed(4)}`);
for (let community = 0; community < 3; community++) {
  const again = stability.foundAgain[community]!;
  console.log(
    `community ${community}: ${partition.sizes[community]!} accounts, found again in ${again} of 10 runs, ` +
      `conductance ${quality.conductance[community]!.toFixed(3)}`,
  );
}
