// First look: read a file, investigate it, print the leads. Run: npx tsx examples/01-first-look/main.ts
import { formatSums, investigate } from 'illicit-flows';
import { readTransactions } from 'illicit-flows/node';

const file = new URL('../data/transactions.csv', import.meta.url).pathname;
const { ledger, quarantine } = await readTransactions([file], { mapping: 'illicit-flows' });
console.log(`${ledger.rowCount} transfers, ${quarantine.total} quarantined`);

const { leads, findings } = investigate(ledger, { seed: 1 });
for (const lead of leads) {
  console.log(`\n${lead.id} ${lead.level}, evidence weight ${lead.score.toFixed(1)}`);
  console.log(`  ${lead.operators.length} accounts on the operating side, ${lead.payers.count} protected payers`);
  console.log(`  paid in: ${formatSums(lead.paidIn)}`);
  for (const { side, sentence } of lead.parts.slice(0, 4)) console.log(`  ${side}: ${sentence}`);
}
const explained = findings.filter(({ finding }) => finding.status === 'explained');
console.log(`\n${explained.length} findings were explained by an innocent alternative and count for nothing.`);
