// Write your own detector: payments that repeat the same round amount to one account, as one file with its definition.
// Run: npx tsx examples/04-write-your-own-detector/main.ts
import { type Citation, createLedger, type Detector, type Finding, investigate, rowsOf } from 'illicit-flows';

const source: Citation = { key: 'example', title: 'Made up for this example', grade: 'choice' };

/** At least `payers` different accounts pay one account the same amount. Many shops look like this: it is a weak sign. */
const sameAmount: Detector<'payers'> = {
  id: 'same-amount',
  indicator: undefined,
  version: 1,
  title: 'One amount paid by many',
  question: 'Do many accounts pay one account the same amount?',
  citations: [source],
  countClass: 'low',
  family: 'amount',
  requires: ['amount'],
  parameters: { payers: { value: 3, unit: 'count', meaning: 'different payers of one amount', source } },
  alsoLooksLike: ['A04', 'A15'],
  detect({ graph }, { payers: least }) {
    const items: Finding[] = [];
    for (let account = 0; account < graph.accountCount; account++) {
      const byAmount = new Map<bigint | undefined, number[]>();
      for (const row of rowsOf(graph.in, account)) {
        const amount = graph.ledger.amountMinor(row);
        byAmount.set(amount, [...(byAmount.get(amount) ?? []), row]);
      }
      for (const [amount, rows] of byAmount) {
        const payers = [...new Set(rows.map((row) => graph.payer[row]!))].sort((a, b) => a - b);
        if (amount === undefined || payers.length < least) continue;
        const measured = [{ name: 'payers of one amount', value: payers.length, unit: 'count', threshold: least }] as const;
        const { id: typology, version, countClass, family } = sameAmount;
        const parties = { subjects: [account], payers, receivers: [] };
        items.push({ typology, version, countClass, family, status: 'fired', strength: 1, ...parties, rows, measured, alternatives: [] });
      }
    }
    return { status: 'evaluated', findings: { items, complete: true, stoppedBy: undefined }, remarks: [] };
  },
};

const transfer = (payer: string, amount: string, timeMs: number) => ({ payer, beneficiary: 'hall', amount, currency: 'EUR', timeMs });
const { ledger } = createLedger([transfer('ada', '100', 1), transfer('ben', '100.00', 2), transfer('cem', '100', 3), transfer('dua', '70', 4)]);
const { findings } = investigate(ledger, { only: ['same-amount'], extraDetectors: [sameAmount] });
for (const { id, sentence, finding } of findings) {
  console.log(`${id}: ${sentence}`);
  console.log(`evidence: lines ${finding.rows.map((row) => ledger.source(row).line).join(', ')}`);
}
