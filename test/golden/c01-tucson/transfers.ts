import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';

const START = Date.UTC(2017, 0, 2, 10);

/** 22 holders; 16 cash credits each, one a day, from another family and one of 31 states each; 95 % leaves a day later. */
export function tucson(): TransferInput[] {
  const transfers: TransferInput[] = [];
  for (let i = 0; i < 352; i++) {
    const holder = Math.floor(i / 16);
    const visit = i % 16;
    const odd = holder < 20 ? 3071 : 3070;
    const amount = visit === 15 ? odd : 3068;
    const timeMs = START + visit * DAY_MS + holder * 60_000;
    const account = `C01-h${holder}`;
    const place = { placeFrom: 'AZ', currency: 'USD', payer: account, placeTo: 'AZ', timeMs: timeMs + DAY_MS };
    const cents = amount * 100;
    transfers.push(
      {
        payer: `C01-family-${i}`,
        beneficiary: account,
        timeMs,
        amount: `${amount}.00`,
        currency: 'USD',
        channel: 'cash',
        placeFrom: `state-${i % 31}`,
        placeTo: 'AZ',
      },
      { ...place, beneficiary: 'C01-K', amount: decimal(Math.round(cents * 0.75)), channel: 'wire' },
      { ...place, beneficiary: `C01-atm-${holder}`, amount: decimal(Math.round(cents * 0.2)), channel: 'cash' },
    );
  }
  return transfers;
}

/** 22 shops of one chain: card sales, daily takings, three quarters to the head office, wages and rent. */
export function branchShops(): TransferInput[] {
  const transfers: TransferInput[] = [];
  for (let shop = 0; shop < 22; shop++) {
    for (let day = 0; day < 16; day++) {
      const timeMs = START + day * DAY_MS + shop * 60_000;
      const pay = (payer: string, beneficiary: string, amount: number, channel: TransferInput['channel']): void => {
        const after = payer.startsWith('shop') ? DAY_MS : 0;
        const placeFrom = payer.startsWith('shop') ? 'AZ' : `state-${(shop + day) % 31}`;
        transfers.push({
          payer,
          beneficiary,
          timeMs: timeMs + after,
          amount: `${amount}.00`,
          currency: 'USD',
          channel: channel ?? 'unknown',
          placeFrom,
          placeTo: 'AZ',
        });
      };
      pay(`till-${shop}`, `shop-${shop}`, 1500, 'cash');
      for (let sale = 0; sale < 3; sale++) pay(`customer-${shop}-${day}-${sale}`, `shop-${shop}`, 500, 'card');
      pay(`shop-${shop}`, 'head-office', 2250, 'wire');
      pay(`shop-${shop}`, `staff-${shop}-${day % 3}`, 400, 'wire');
      pay(`shop-${shop}`, `rent-${shop}`, 200, 'wire');
    }
  }
  return transfers;
}

function decimal(cents: number): string {
  return (cents / 100).toFixed(2);
}
