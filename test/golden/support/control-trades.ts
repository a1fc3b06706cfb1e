import { type ControlBook } from './control-book.js';

/** Businesses that many pay. */
export function plantTrades(book: ControlBook): void {
  plantRemitter(book);
  plantLandlord(book);
  plantFranchise(book);
  plantTravelAgent(book);
  plantEmployers(book);
}

/** A remitter: customers come back, it settles in bulk each week and pays wages. */
function plantRemitter({ pay, days }: ControlBook): void {
  for (let customer = 0; customer < 60; customer++) {
    for (let day = (customer % 30) + 0.5; day < days; day += 35) {
      pay(`customer-${customer}`, 'remitter', 120 + ((customer * 19) % 260), day, { channel: 'value-transfer' });
    }
    pay(`employer-${customer % 7}`, `customer-${customer}`, 1500 + 10 * customer, 2.3);
    pay(`customer-${customer}`, `grocer-${customer % 4}`, 65 + customer, 12.6, { channel: 'card' });
  }
  for (let day = 7.6; day < days; day += 7) {
    for (let bank = 0; bank < 3; bank++) pay('remitter', `settlement-${bank}`, 1000, day, { countryTo: 'LK' });
  }
  for (let day = 27.4; day < days; day += 30) {
    for (let clerk = 0; clerk < 5; clerk++) pay('remitter', `clerk-${clerk}`, 1400, day);
  }
}

/** Twelve tenants pay the same rent each month; bank, tax and utilities go out. */
function plantLandlord({ pay, days }: ControlBook): void {
  for (let day = 1.4; day < days; day += 30) {
    for (let tenant = 0; tenant < 12; tenant++) {
      pay(`employer-${tenant % 7}`, `tenant-${tenant}`, 1900 + 25 * tenant, day - 1);
      pay(`tenant-${tenant}`, 'landlord', 700, day + 0.01 * tenant);
      pay(`tenant-${tenant}`, `grocer-${tenant % 4}`, 280, day + 7, { channel: 'card' });
    }
    pay('landlord', 'mortgage-bank', 4200, day + 5);
    pay('landlord', 'tax-office', 900, day + 9);
    pay('landlord', 'utility', 800, day + 11);
  }
}

/** Six shops: cards in, takings banked, royalties to the franchisor, wages and rent out. */
function plantFranchise({ pay, days }: ControlBook): void {
  for (let shop = 0; shop < 6; shop++) {
    for (let day = 0.7; day < days; day += 6) {
      for (let sale = 0; sale < 4; sale++) {
        const shopper = (11 * shop + 7 * Math.floor(day) + 13 * sale) % 150;
        pay(`shopper-${shopper}`, `shop-${shop}`, 25 + ((shopper * 3) % 70), day + sale / 40, { channel: 'card' });
      }
      pay(`machine-till-${shop}`, `shop-${shop}`, 260 + ((17 * Math.floor(day)) % 90), day + 0.2, { channel: 'cash' });
    }
    for (let day = 26.5; day < days; day += 30) {
      pay(`shop-${shop}`, 'franchisor', 900, day);
      pay(`shop-${shop}`, 'housing', 1100, day + 1);
      for (let seller = 0; seller < 2; seller++) pay(`shop-${shop}`, `seller-${shop}-${seller}`, 1350, day + 2);
    }
  }
}

/** Thirty customers with a deposit and a balance, an airline and a hotel that are paid, and three wages. */
function plantTravelAgent({ pay, days }: ControlBook): void {
  for (let traveller = 0; traveller < 30; traveller++) {
    const day = ((traveller * 4) % Math.max(30, days - 45)) + 0.6;
    const price = 600 + ((traveller * 53) % 700);
    pay(`employer-${traveller % 7}`, `traveller-${traveller}`, 2000 + 20 * traveller, 3.3);
    pay(`traveller-${traveller}`, 'travel-agent', 0.3 * price, day, { channel: 'card' });
    pay(`traveller-${traveller}`, 'travel-agent', 0.7 * price, day + 20, { channel: 'card' });
    pay('travel-agent', 'airline', 0.5 * price, day + 22);
    pay('travel-agent', 'hotel', 0.3 * price, day + 24);
  }
  for (let day = 28.4; day < days; day += 30) {
    for (let clerk = 0; clerk < 3; clerk++) pay('travel-agent', `travel-clerk-${clerk}`, 900, day);
  }
}

/** Employers are paid by customers of their own. */
function plantEmployers({ pay, days }: ControlBook): void {
  for (let employer = 0; employer < 7; employer++) {
    for (let day = 0.45; day < days; day += 15) {
      for (let client = 0; client < 4; client++) pay(`client-${employer}-${client}`, `employer-${employer}`, 9000, day);
    }
  }
}
