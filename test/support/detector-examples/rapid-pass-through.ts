import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';

/** In each of three months four people pay one, who pays it on after 48 hours; in the last month `lateMs` later. */
function months(lateMs: number): TransferInput[] {
  const pay = (payer: string, beneficiary: string, timeMs: number): TransferInput => ({
    payer,
    beneficiary,
    timeMs,
    amount: '100.00',
    currency: 'EUR',
  });
  const passed = [2, 3, 4].flatMap((month) =>
    [0, 1, 2, 3].flatMap((i) => {
      const timeMs = Date.UTC(2023, month, 5 + i * 5);
      const out = timeMs + 2 * DAY_MS + (month === 4 ? lateMs : 0);
      return [pay(`payer-${i}`, 'account', timeMs), pay('account', `receiver-${month}-${i}`, out)];
    }),
  );
  // The data begins before and ends after the three months, so that none of them is cut.
  const [before, after] = [Date.UTC(2023, 0, 1), Date.UTC(2023, 7, 1)];
  return [...passed, pay('early', 'bird', before), pay('late', 'bird', after)];
}

export const rapidPassThroughExample: DetectorExample = { positive: months(0), oneBelow: months(1) };
