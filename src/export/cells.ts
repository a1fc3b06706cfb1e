import { type FindingDocument } from '../disclosure/index.js';
import { formatMoney, type Money } from '../foundation/index.js';
import { type AccountKey } from '../ledger/index.js';

/** An evidence weight in nats. */
export function formatWeight(nats: number): string {
  return nats.toFixed(2);
}

/** Shares are shown with as many digits as tell leads apart, no more. */
export function formatScore(score: number): string {
  return score.toFixed(4);
}

/** An exact sum as a document holds it. */
export interface WrittenSum {
  readonly currency: string;
  readonly amount: string;
}

/** `EUR 12.50; USD 3.00` */
export function formatSums(sums: readonly (Money | WrittenSum)[]): string {
  return sums.map((sum) => `${sum.currency} ${'amount' in sum ? sum.amount : formatMoney(sum)}`).join('; ');
}

/** `bank:account`, or the bare account where the data names no institution. */
export function formatAccount({ institution, account }: AccountKey): string {
  return institution === '' ? account : `${institution}:${account}`;
}

const VERDICTS: Readonly<Record<FindingDocument['alternatives'][number]['outcome'], string>> = {
  passed: 'explains it',
  notPassed: 'does not explain it',
  notEvaluable: 'cannot be tested',
};

/** `A04 Landlord: does not explain it (0 of 3 senders pay monthly)` */
export function formatAlternative({ id, title, outcome, reason }: FindingDocument['alternatives'][number]): string {
  return `${id} ${title}: ${VERDICTS[outcome]} (${reason.endsWith('.') ? reason.slice(0, -1) : reason})`;
}
