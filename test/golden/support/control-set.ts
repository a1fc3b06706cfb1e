import { type TransferInput } from '../../../src/ledger/index.js';
import { type ControlBook } from './control-book.js';
import { plantCommunities } from './control-communities.js';
import { plantHouseholds } from './control-households.js';
import { plantTrades } from './control-trades.js';
import { type Details, openBook } from './story.js';

/** Where and when the control set lives. */
export interface ControlOptions {
  readonly startMs: number;
  readonly days: number;
  readonly country: string;
  readonly currency: string;
  /** Units of the currency that buy about what a euro buys. */
  readonly unit: number;
}

/** Cash machines that everybody uses, those of a case too. */
export const MACHINES = ['machine-0', 'machine-1', 'machine-2', 'machine-3'] as const;

/**
 * The innocents that stand beside every case, the same each time: families who remit, a savings club, a remitter, a
 * landlord, a shelter, a funeral fund, a franchise, students, salaried savers, a travel agent. Nothing is random.
 */
export function controlSet({ startMs, days, country, currency, unit }: ControlOptions): TransferInput[] {
  const town: Details = { placeFrom: 'Oldtown', placeTo: 'Oldtown', countryFrom: country, countryTo: country };
  const { transfers, pay } = openBook(currency, startMs, { channel: 'wire', ...town });
  const book: ControlBook = {
    days,
    pay: (payer, beneficiary, euros, day, details) => {
      if (day < days) pay(`control-${payer}`, nameOf(beneficiary), euros * unit, day, details);
    },
  };
  plantHouseholds(book);
  plantCommunities(book);
  plantTrades(book);
  return transfers;
}

function nameOf(account: string): string {
  return account.startsWith('machine-') ? account : `control-${account}`;
}
