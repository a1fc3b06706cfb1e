import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { type DetectorExample } from '../detector-contract.js';
import { pay } from './pay.js';

const START = 1_700_000_000_000;

/** Three families pay one account from Greece, North Macedonia, Serbia and Hungary, a day apart. */
function along(route: readonly string[]): TransferInput[] {
  return [0, 1, 2].flatMap((family) =>
    route.map((country, leg) =>
      pay(`family-${family}>account`, START + (10 * family + leg) * DAY_MS, '1500.00', {
        countryFrom: country,
        countryTo: 'DE',
      }),
    ),
  );
}

export const corridorOrderExample: DetectorExample = {
  positive: along(['GR', 'MK', 'RS', 'HU']),
  // Two positions only: Greece and the second one.
  oneBelow: along(['GR', 'MK', 'AL', 'MK']),
};
