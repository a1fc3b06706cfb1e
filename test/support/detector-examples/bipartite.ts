import { HOUR_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

/** Three accounts each pay three others; the last payment at the end of the window or `lateMs` after it. */
function crossing(lateMs: number): TransferInput[] {
  return [0, 1, 2].flatMap((payer) =>
    [0, 1, 2].map((receiver) => {
      const step = payer * 3 + receiver;
      return pay(`payer-${payer}>receiver-${receiver}`, step * 18 * HOUR_MS + (step === 8 ? lateMs : 0), '250.00');
    }),
  );
}

export const bipartiteExample: DetectorExample = { positive: crossing(0), oneBelow: crossing(1) };
