// Follow the money: the deposits on a lead's collectors, forward in time, by three rules side by side.
// Run: npx tsx examples/05-follow-the-money/main.ts
import {
  buildTemporalGraph,
  describeTrace,
  frontier,
  investigate,
  protectTrace,
  rowsOf,
  traceForward,
} from 'illicit-flows';
import { readTransactions } from 'illicit-flows/node';

const file = new URL('../data/transactions.csv', import.meta.url).pathname;
const { ledger } = await readTransactions([file], { mapping: 'illicit-flows' });
const { leads } = investigate(ledger, { seed: 1 });
const lead = leads[0]!;
const operators = new Set(lead.operators.map(({ account }) => account));

// The claim: everything that others paid the lead's collectors.
const graph = buildTemporalGraph(ledger);
const collectors = lead.operators.filter(({ role }) => role.role === 'collector');
const deposits = collectors.flatMap(({ account }) =>
  [...rowsOf(graph.in, account)].filter((row) => !operators.has(graph.payer[row]!)),
);
const trace = traceForward(graph, { rows: deposits }, { rules: ['fifo', 'pro-rata', 'taint-first'] });

// Only a protected trace knows names; payers have none.
const { names } = protectTrace(trace);
const nameOf = (account: number): string => {
  const party = names.partyOf(account);
  return party.kind === 'named'
    ? party.accounts.map((key) => `${key.institution}:${key.account}`).join(', ')
    : party.label;
};
for (const line of describeTrace(trace, { nameOf, most: 5 })) console.log(line);

const held = trace.destinations.filter((one) => one.held.highest.numerator > 0n).length;
console.log(`\n${held} accounts still hold some of it under some rule. Where the data stop, most accounts first:`);
for (const { institution, reason, accounts } of frontier(graph, trace).slice(0, 3)) {
  console.log(`  ${institution}: ${accounts.length} accounts (${reason})`);
}
