import { type LeadTransfers } from '../../disclosure/index.js';
import { PAID_IN, transferKind } from '../transfer-kind.js';

const BINS = 44;

/** Money paid in over the time of a lead, in 44 bins, in the currency of its first transfer that has one. O(transfers). */
export function sparkBins({ seconds, from, to, amount, currency }: LeadTransfers): number[] {
  const bins = Array.from({ length: BINS }, () => 0);
  const first = seconds[0] ?? 0;
  const span = (seconds.at(-1) ?? 0) - first;
  const code = currency.find((one) => one >= 0);
  seconds.forEach((at, i) => {
    if (transferKind(from[i]!, to[i]!) !== PAID_IN || currency[i] !== code) return;
    const bin = span <= 0 ? 0 : Math.min(BINS - 1, Math.floor(((at - first) / span) * BINS));
    bins[bin] = bins[bin]! + Number(amount[i] ?? 0);
  });
  return bins;
}
