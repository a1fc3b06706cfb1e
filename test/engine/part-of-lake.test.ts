import { expect, it } from 'vitest';
import { type Needs } from '../../src/engine/index.js';
import { createLedger, type Ledger } from '../../src/ledger/index.js';
import { keyOf } from '../../src/slices/index.js';
import { partOf } from '../support/reached-parts.js';
import { lakeOf } from '../support/sql-lakes.js';

const MARK = '\ufeff';

it('keeps a mark of byte order in front of a text, in transfers and in accounts that are spoken of', async () => {
  const { ledger } = createLedger(
    [`${MARK}a`, 'a', `${MARK}${MARK}a`].map((payer, day) => ({
      ...{ payer: { institution: `${MARK}bank`, account: payer }, beneficiary: 'b', timeMs: day * 86_400_000 },
      ...{ amount: '1', currency: 'EUR', placeFrom: `${MARK}x`, id: `${MARK}${day}` },
    })),
  );
  const all = Array.from({ length: ledger.accounts.size }, (_, account) => keyOf(ledger, account));
  const everything = ({ accounts }: Ledger): Needs[] => [{ payers: [], receivers: Array.from(accounts.unit) }];
  const { ledger: part } = await partOf(ledger, await lakeOf(ledger), everything, { mentioned: [`${MARK}a`] });
  expect(Array.from({ length: part.accounts.size }, (_, account) => keyOf(part, account))).toEqual(all);
  expect(part.places).toEqual(ledger.places);
  expect([0, 1, 2].map((row) => part.id(row))).toEqual([0, 1, 2].map((row) => ledger.id(row)));
});
