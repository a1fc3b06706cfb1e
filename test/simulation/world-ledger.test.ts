import { describe, expect, it } from 'vitest';
import { readLedger } from '../../src/ingest/index.js';
import { type Ledger } from '../../src/ledger/index.js';
import {
  COLUMN_SETS,
  REGIME_NAMES,
  RESOLUTIONS,
  type SimulateOptions,
  simulateWorld,
} from '../../src/simulation/index.js';
import { sourceOf } from '../support/reading.js';

/** Everything that a ledger says, a text for each transfer, in names that do not depend on how it was made. */
function describeLedger(ledger: Ledger): string[] {
  const { columns, accounts, places, precision, currencies } = ledger;
  const place = (column: Int32Array | undefined, row: number): string =>
    column === undefined ? 'absent' : (places[column[row]!] ?? 'none');
  const rows = Array.from({ length: ledger.rowCount }, (_, row) => {
    const [from, to] = [accounts.key(columns.payer[row]!), accounts.key(columns.beneficiary[row]!)];
    const { currency, minor, scale } = ledger.amount(row)!;
    return [
      `${from.institution} ${from.account} ${to.institution} ${to.account}`,
      `${columns.timeMs[row]} ${columns.precision[row]} ${minor} ${scale} ${currency} ${columns.channel[row]}`,
      `${place(columns.placeFrom, row)} ${place(columns.placeTo, row)}`,
      `${place(columns.countryFrom, row)} ${place(columns.countryTo, row)}`,
      `${ledger.id(row)} ${columns.sourceLine[row]}`,
    ].join(' ');
  });
  return [precision, JSON.stringify(currencies), ...rows];
}

async function expectSame(options: SimulateOptions): Promise<void> {
  const world = simulateWorld(options);
  const bytes = new TextEncoder().encode([...world.csvChunks()].join(''));
  const { ledger, quarantine } = await readLedger([sourceOf([bytes])], { mapping: 'illicit-flows' });
  expect(quarantine.total).toBe(0);
  const made = describeLedger(world.toLedger().ledger);
  const read = describeLedger(ledger);
  expect(made).toHaveLength(read.length);
  const other = made.findIndex((text, i) => text !== read[i]);
  expect([made[other], read[other]]).toEqual([undefined, undefined]);
}

describe('the ledger of a world', () => {
  it.each(REGIME_NAMES)('is what reading its CSV gives: %s', async (regime) => {
    await expectSame({ regime, seed: 5, transfers: 3000, networks: 1, lookAlikes: 1 });
  });

  it.each(COLUMN_SETS)('is what reading its CSV gives with columns %s', async (columns) => {
    await expectSame({ columns, regime: 'national-banks', seed: 6, transfers: 2500, networks: 1, lookAlikes: 1 });
  });

  it.each(RESOLUTIONS)('is what reading its CSV gives to the %s', async (resolution) => {
    await expectSame({ resolution, seed: 7, transfers: 2500, networks: 0, lookAlikes: 1 });
  });
});
