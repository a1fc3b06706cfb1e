import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LedgerReading, type Mapping, matchGuardList, readLedger } from '../../src/ingest/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { describeReading, sourceOf } from '../support/reading.js';

const PLAIN = {
  payer: { account: 'from', holder: 'who', holderId: 'who' },
  beneficiary: { account: 'to' },
  time: { column: 'time', formats: ['YYYY-MM-DD'] },
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  dialect: { header: true, encoding: 'utf-8' },
} satisfies Mapping;
const WITH_CHAIN = {
  ...PLAIN,
  payer: { ...PLAIN.payer, institution: 'chain' },
  beneficiary: { account: 'to', institution: 'chain' },
} satisfies Mapping;

const ADDRESSES = ['ab', 'cd', '1e'].map((pair) => `0x${pair.repeat(20)}`);
const SMALL_OTHERS = ['x1', 'X1', 'aB'.repeat(21)];
const cases = fc.constantFrom(
  (text: string) => text,
  (text: string) => `0x${text.slice(2).toUpperCase()}`,
  (text: string) => text.replace('b', 'B').replace('e', 'E'),
);
const accounts = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom(...ADDRESSES), cases).map(([text, write]) => write(text)) },
  { weight: 1, arbitrary: fc.constantFrom(...SMALL_OTHERS) },
);
const rows = fc.array(fc.tuple(accounts, accounts, fc.constantFrom('c1', 'c2'), fc.constantFrom('', 'h')), {
  minLength: 1,
  maxLength: 20,
});

function read(
  lines: readonly (readonly string[])[],
  mapping: Mapping,
  reader: 'bytes' | 'papa',
): Promise<LedgerReading> {
  const text = `time,chain,from,who,to,amount\n${lines.map(([from, to, chain, who]) => `2024-01-01,${chain},${from},${who},${to},1\n`).join('')}`;
  return readLedger([sourceOf([new TextEncoder().encode(text)])], { mapping, reader });
}

function small(text: string): string {
  return text.startsWith('0x') ? text.toLowerCase() : text;
}

describe('an address of the Ethereum kind', () => {
  it('is one account however it is written, in both readers, as if all were written small', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.constantFrom(PLAIN, WITH_CHAIN), async (lines, mapping) => {
        const plainly = lines.map(([from, to, ...rest]) => [small(from), small(to), ...rest]);
        const expected = (await read(plainly, mapping, 'papa')).ledger;
        for (const reader of ['bytes', 'papa'] as const) {
          const { ledger } = await read(lines, mapping, reader);
          expect(ledger.accounts.size).toBe(expected.accounts.size);
          expect([...ledger.accounts.unit]).toEqual([...expected.accounts.unit]);
          for (let account = 0; account < ledger.accounts.size; account++) {
            expect(ledger.accounts.key(account)).toEqual(expected.accounts.key(account));
          }
          expect([...ledger.columns.payer]).toEqual([...expected.columns.payer]);
          expect([...ledger.columns.beneficiary]).toEqual([...expected.columns.beneficiary]);
        }
        expect(describeReading(await read(lines, mapping, 'bytes'))).toEqual(
          describeReading(await read(lines, mapping, 'papa')),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('is found and vouched for in any spelling', () => {
    const address = ADDRESSES[0]!;
    const capitals = `0x${address.slice(2).toUpperCase()}`;
    const { ledger } = createLedger([
      { payer: { institution: 'eth', account: capitals }, beneficiary: 'x1', timeMs: 1 },
    ]);
    for (const account of [address, capitals]) {
      expect(ledger.accounts.find({ institution: 'eth', account })).toBe(1);
      for (const institution of ['eth', '']) {
        const entries = [{ institution, account, kind: 'registered-body' as const, line: 2 }];
        expect(matchGuardList(ledger.accounts, { entries, duplicateLines: [] }).matched).toBe(1);
      }
    }
    expect(ledger.accounts.key(1).account).toBe(address);
    expect(ledger.accounts.find({ institution: '', account: 'X1' })).toBeUndefined();
  });
});
