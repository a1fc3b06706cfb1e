import { buildTemporalGraph } from '../../src/graph/index.js';
import { type FlowFeatures, measureFlow } from '../../src/features/index.js';
import { createLedger, type TransferInput } from '../../src/ledger/index.js';

const DAY_MS = 86_400_000;

/** A payment of whole units on a day. */
export function pays(payer: string, beneficiary: string, amount: number, day: number): TransferInput {
  return { payer, beneficiary, amount: String(amount), currency: 'EUR', timeMs: Math.round(day * DAY_MS) };
}

/** The same payment on five days, two days apart: more often than a family pays a fee. */
export function paysOften(payer: string, beneficiary: string, amount: number, day: number): TransferInput[] {
  return [0, 2, 4, 6, 8].map((later) => pays(payer, beneficiary, amount, day + later));
}

/** Twelve small purchases in two shops, so that anything large is exceptional for this payer. */
export function livesOrdinarily(payer: string): TransferInput[] {
  return Array.from({ length: 12 }, (_, i) => pays(payer, `shop${i % 2}`, 10 + (i % 3), 3 + 7 * i));
}

/** The features of a story, and its accounts by name. */
export function storyOf(transfers: readonly TransferInput[]): {
  readonly features: FlowFeatures;
  readonly node: (name: string) => number;
  readonly names: readonly string[];
} {
  const { ledger } = createLedger(transfers);
  const names = Array.from({ length: ledger.accounts.size }, (_, account) => ledger.accounts.key(account).account);
  return { features: measureFlow(buildTemporalGraph(ledger)), node: (name) => names.indexOf(name), names };
}
