// Map your bank's CSV: a JSON mapping for an export with a title line, decimal commas and semicolons.
// Run: npx tsx examples/02-map-your-bank/main.ts
import { readFileSync } from 'node:fs';
import { formatMoney, type Mapping } from 'illicit-flows';
import { readTransactions } from 'illicit-flows/node';

const here = (name: string): string => new URL(name, import.meta.url).pathname;
const mapping = JSON.parse(readFileSync(here('mapping.json'), 'utf8')) as Mapping & { $schema?: string };
delete mapping.$schema;
const { ledger, quarantine, files } = await readTransactions([here('statement.csv')], { mapping });

for (const { name, read, accepted, quarantined, skipped } of files) {
  console.log(`${name}: read ${read} = accepted ${accepted} + quarantined ${quarantined} + skipped ${skipped}`);
}
for (let row = 0; row < ledger.rowCount; row++) {
  const payer = ledger.accounts.key(ledger.columns.payer[row]!);
  const amount = ledger.amount(row)!;
  const { line } = ledger.source(row);
  console.log(`line ${line}: ${payer.institution} ${payer.account} paid ${amount.currency} ${formatMoney(amount)}`);
}
for (const { line, code, column, received } of quarantine.entries) {
  console.log(
    `line ${line} is in quarantine: ${code} in "${column}" (${received === '' ? 'empty' : `written as ${received}`})`,
  );
}
