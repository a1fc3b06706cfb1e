import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;
const HOME = { countryFrom: 'AA', countryTo: 'AA' } as const;
const ABROAD = { countryFrom: 'AA', countryTo: 'BB' } as const;

/** 20 families pay 1,000 each within 90 days, of which four payments go on; three of them, 80 %, abroad. */
function collection(atHome: string): TransferInput[] {
  const families = Array.from({ length: 20 }, (_, i) =>
    pay(`family${i}>office`, START + Math.floor((i * 88 * DAY_MS) / 19), '1000.00', { channel: 'cash', ...HOME }),
  );
  const companies = [0, 1, 2].map((i) =>
    pay(`office>company${i}`, START + (87 + i) * DAY_MS, '4800.00', { channel: 'wire', ...ABROAD }),
  );
  return [...families, ...companies, pay('office>local', START + 90 * DAY_MS, atHome, { channel: 'wire', ...HOME })];
}

export const valueTransferLikeExample: DetectorExample = {
  positive: collection('3600.00'),
  oneBelow: collection('3600.01'),
};
