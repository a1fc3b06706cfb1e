import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type PresetName } from '../../src/ingest/index.js';
import { readTransactions } from '../../src/node/index.js';

const DATA = process.env['ILLICIT_FLOWS_DATA'] ?? '../shared/data';

interface Fact {
  readonly file: string;
  readonly preset: PresetName;
  readonly rows: number;
  readonly quarantined?: readonly (readonly [string, number])[];
  readonly notes?: Readonly<Record<string, number>>;
  readonly accounts?: number;
}

/** Checked by hand when the data was collected; see its README. */
const FACTS: readonly Fact[] = [
  { file: 'amlworld/HI-Small_Patterns.txt', preset: 'amlworld', rows: 3209, notes: { 'self-transfer': 11 } },
  { file: 'amlworld/HI-Small_first-1000.csv', preset: 'amlworld', rows: 1000 },
  { file: 'amlsim/small/transactions.csv', preset: 'amlsim', rows: 10_333, accounts: 100 },
  {
    file: 'amlsim/20K_fanin200cycle200/transactions.csv',
    preset: 'amlsim',
    rows: 120_558,
    notes: { duplicate: 1684 },
  },
  { file: 'saml-d/smurfing_suspects.csv', preset: 'saml-d', rows: 26_428 },
  { file: 'saml-d/detected_cycles.csv', preset: 'saml-d', rows: 150 },
  { file: 'paysim/first-2688.csv', preset: 'paysim', rows: 2688 },
  {
    file: 'fincen-files/download_transactions_map.csv',
    preset: 'fincen-files',
    rows: 4501,
    quarantined: [['time-missing', 6]],
  },
  { file: 'fincen-files/download_bank_connections.csv', preset: 'fincen-files', rows: 5498 },
  { file: 'azerbaijani-laundromat/payments-first-43.csv', preset: 'azerbaijani-laundromat', rows: 43 },
  {
    file: 'azerbaijani-laundromat/bank-account-holders.csv',
    preset: 'azerbaijani-laundromat',
    rows: 16_940 - 115 - 4,
    quarantined: [['account-missing', 115 + 4]],
    accounts: 3706,
  },
  { file: 'launder-evm/HB/flows.csv', preset: 'launder-evm', rows: 3887, notes: { duplicate: 275 } },
  { file: 'launder-evm/LIFI/flows.csv', preset: 'launder-evm', rows: 135 },
  { file: 'launder-evm/TxPhish/flows.csv', preset: 'launder-evm', rows: 292 },
  { file: 'rift-muling/fraud_patterns_dataset.csv', preset: 'rift-muling', rows: 90 },
  {
    file: 'berka/trans.asc',
    preset: 'berka',
    rows: 49_102,
    quarantined: [['unclosed-quote', 1]],
    // The file is cut in the last month: rows of its days are missing. With one word read backwards there are thousands.
    notes: { 'balance-break': 28 },
  },
  { file: 'berka/order.asc', preset: 'berka', rows: 6471 },
  { file: 'snap-temporal/CollegeMsg.txt.gz', preset: 'edge-list', rows: 59_835 },
  { file: 'snap-temporal/soc-sign-bitcoinotc.csv', preset: 'edge-list', rows: 35_592 },
];

if (!existsSync(DATA)) process.stdout.write('skipped: tests on real files, because their folder is absent\n');

describe('real files', () => {
  for (const { file, preset, rows, quarantined = [], notes = {}, accounts } of FACTS) {
    const path = join(DATA, file);
    it.skipIf(!existsSync(path))(`${file} is read as counted by hand (skipped where the data is absent)`, async () => {
      for (const reader of ['papa', 'auto'] as const) {
        const reading = await readTransactions(path, { mapping: preset, reader });
        expect(reading.ledger.rowCount).toBe(rows);
        expect([...reading.quarantine.counts]).toEqual(quarantined);
        const counted = new Map(reading.notes.map(({ code, count }) => [code, count]));
        for (const [code, count] of Object.entries(notes)) expect(counted.get(code)).toBe(count);
        if (accounts !== undefined) expect(reading.ledger.accounts.size).toBe(accounts);
      }
    });
  }
});
