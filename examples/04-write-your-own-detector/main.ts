// Write your own detector: many accounts that pay one account the same amount. A weak sign: shops look like this.
// Run: npx tsx examples/04-write-your-own-detector/main.ts
import { type Citation, createLedger, type Detector, type Finding, investigate, rowsOf } from 'illicit-flows';

const source: Citation = { key: 'example', title: 'Made up for this example', grade: 'choice' };

/** At least `payers` different accounts pay one account the same amount. */
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
  detect({ graph }, { payers: threshold }) {
    const items: Finding[] = [];
    for (let account = 0; account < graph.accountCount; account++) {
      const rowsByAmount = new Map<bigint | undefined, number[]>();
      for (const row of rowsOf(graph.in, account)) {
        const amount = graph.ledger.amountMinor(row);
        rowsByAmount.set(amount, [...(rowsByAmount.get(amount) ?? []), row]);
      }
      for (const rows of rowsByAmount.values()) {
        const payers = [...new Set(rows.map((row) => graph.payer[row]!))].sort((a, b) => a - b);
        if (payers.length < threshold) continue;
        const { id: typology, version, countClass, family } = sameAmount;
        const kind = { typology, version, countClass, family, status: 'fired', strength: 1 } as const;
        const measured = [{ name: 'payers', value: payers.length, unit: 'count', threshold }] as const;
        items.push({ ...kind, subjects: [account], payers, receivers: [], rows, measured, alternatives: [] });
      }
    }
    return { status: 'evaluated', findings: { items, complete: true, stoppedBy: undefined }, remarks: [] };
  },
};

const hall = { beneficiary: 'hall', currency: 'EUR' };
const { ledger } = createLedger([
  { ...hall, payer: 'ada', amount: '100', timeMs: 1 },
  { ...hall, payer: 'ben', amount: '100.00', timeMs: 2 },
  { ...hall, payer: 'cem', amount: '100', timeMs: 3 },
  { ...hall, payer: 'dua', amount: '70', timeMs: 4 },
]);
for (const { id, sentence, finding } of investigate(ledger, { extraDetectors: [sameAmount] }).findings) {
  console.log(`${id}: ${sentence}`);
  console.log(`evidence: lines ${finding.rows.map((row) => ledger.source(row).line).join(', ')}`);
}
