// First look: read a file, investigate it, print the leads. Run: npx tsx examples/01-first-look/main.ts
import { formatSums, investigate } from 'illicit-flows';
import { readTransactions } from 'illicit-flows/node';

const file = new URL('../data/transactions.csv', import.meta.url).pathname;
const { ledger, quarantine } = await readTransactions([file], { mapping: 'illicit-flows' });
console.log(`${ledger.rowCount} transfers, ${quarantine.total} quarantined`);

const { clusters, findings } = investigate(ledger, { seed: 1 });
for (const cluster of clusters) {
  console.log(`\n${cluster.id} ${cluster.level}, score ${cluster.score.total.toFixed(3)}`);
  console.log(`  ${cluster.operators.length} accounts on the operating side, ${cluster.payers.count} protected payers`);
  console.log(`  paid in: ${formatSums(cluster.paidIn)}`);
  for (const part of cluster.score.parts) {
    console.log(`  + ${part.adds.toFixed(3)} ${part.family}: ${part.typology}`);
  }
}
const explained = findings.filter(({ finding }) => finding.status === 'explained');
console.log(`\n${explained.length} findings were explained by an innocent alternative and count for nothing.`);
