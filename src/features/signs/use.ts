import { DAY_MS } from '../../foundation/index.js';
import { type SignColumn } from '../account-signs.js';
import { type AccountTransfers } from './account-transfers.js';
import { type SignBasis, signColumns } from './sign-basis.js';
import { sumUseInto } from './use.kernel.js';

/**
 * How an account is used over time.
 *
 * - `burstIn` (sd - mean) / (sd + mean) of gaps between receipts, from three receipts on; `perDay` log of transfers per day with
 *   any; both without regular payers and wages paid, which are no reason to look at anybody
 * - `actDays` active days / days from first to last
 * - `startGap`, `life` first transfer's distance from the start of the file, and first to last, by the file's period
 */
export function useSigns({ features, accounts, periodMs }: SignBasis, { into, out }: AccountTransfers): SignColumn[] {
  const { startMs } = features.relations;
  const use = {
    transfers: new Int32Array(accounts),
    busyDays: new Int32Array(accounts),
    activeDays: new Int32Array(accounts),
    firstMs: new Float64Array(accounts),
    lastMs: new Float64Array(accounts),
    receipts: new Int32Array(accounts),
    gapsMs: new Float64Array(accounts),
    squaredGaps: new Float64Array(accounts),
  };
  sumUseInto(use, into, out, startMs);
  const s = signColumns(accounts, ['burstIn', 'perDay', 'actDays', 'startGap', 'life'] as const);
  for (let a = 0; a < accounts; a++) {
    const [days, first, last] = [use.activeDays[a]!, use.firstMs[a]!, use.lastMs[a]!];
    if (days === 0) continue;
    if (use.transfers[a]! > 0) s.perDay[a] = Math.log(use.transfers[a]! / use.busyDays[a]!);
    s.actDays[a] = days / (Math.floor((last - first) / DAY_MS) + 1);
    s.startGap[a] = (first - startMs) / periodMs;
    s.life[a] = (last - first) / periodMs;
    const [receipts, gaps] = [use.receipts[a]!, use.gapsMs[a]!];
    if (receipts < 3 || gaps === 0) continue;
    const mean = gaps / (receipts - 1);
    const sd = Math.sqrt(Math.max(0, use.squaredGaps[a]! / (receipts - 1) - mean ** 2));
    s.burstIn[a] = (sd - mean) / (sd + mean);
  }
  return s.list();
}
