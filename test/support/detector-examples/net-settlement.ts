import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** Two brokers pay each other 10,000 in turn, from the first to the last in 14 days less `earlyMs`; others pay 100. */
function brokers(earlyMs: number): TransferInput[] {
  const turns = [0, 2, 4, 6, 8, 10, 12, 14].map((day, i) =>
    pay(i % 2 === 0 ? 'left>right' : 'right>left', START + day * DAY_MS - (day === 14 ? earlyMs : 0), '10000.00'),
  );
  const people = Array.from({ length: 20 }, (_, i) => pay(`one-${i}>other-${i}`, START + i * DAY_MS, '100.00'));
  return [...turns, ...people];
}

export const netSettlementExample: DetectorExample = { positive: brokers(0), oneBelow: brokers(1) };
