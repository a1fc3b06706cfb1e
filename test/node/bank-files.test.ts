import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadMapping } from '../../src/cli/load-mapping.js';
import { type Ledger } from '../../src/index.js';
import { INSTITUTION_ACCOUNTS } from '../../src/ledger/index.js';
import { type Inspection, type Mapping, type PresetName } from '../../src/ingest/index.js';
import { readTransactions } from '../../src/node/index.js';
import { BANK_EDITS, patched } from '../support/ingest/banks/edits.js';
import { checkSum, foldAccount, type ToldTransfer } from '../support/ingest/banks/story.js';
import { freshFolder, runCommand } from '../support/run-command.js';

interface Expected {
  readonly file: string;
  readonly count: number;
  readonly first: ToldTransfer;
  readonly checkSum: string;
}

const BANKS = join(import.meta.dirname, '../fixtures/banks');
/** Said by a proposal that reads cash, fees or interest. */
const STANDS_IN = /is taken to say who stands in/;
const EXPECTED = JSON.parse(readFileSync(join(BANKS, 'made.json'), 'utf8')) as Expected[];
const tally = { first: 0, edited: 0 };
/** Cash desk, fees and interest: files are held to what they tell of people, with whom nobody is made up. */
const STAND_INS = new Set<string>(Object.values(INSTITUTION_ACCOUNTS));

/** What a ledger tells of. */
function toldBy(ledger: Ledger): ToldTransfer[] {
  const { columns, accounts } = ledger;
  return Array.from({ length: ledger.rowCount }, (_, row) => {
    const { minor, scale, currency } = ledger.amount(row)!;
    return {
      payer: accounts.key(columns.payer[row]!).account,
      beneficiary: accounts.key(columns.beneficiary[row]!).account,
      cents: Number(minor) * 10 ** (2 - scale),
      // Presets tell tokens apart by contract as well, which the files leave alike.
      currency: currency.split('|')[0]!,
      time: new Date(columns.timeMs[row]!).toISOString(),
    };
  });
}

async function read(file: string, mapping: PresetName | Mapping): Promise<ToldTransfer[]> {
  const path = join(BANKS, 'made', file);
  const own = BANK_EDITS.get(file)?.ownAccount;
  const ownAccounts = new Map(own === undefined ? [] : [[file, own]]);
  return toldBy((await readTransactions([path], { mapping, ownAccounts })).ledger);
}

/** Whether nobody stands on one side of a transfer. */
function isStandIn({ payer, beneficiary }: ToldTransfer): boolean {
  return STAND_INS.has(payer) || STAND_INS.has(beneficiary);
}

function isRight(told: readonly ToldTransfer[], { count, checkSum: sum }: Expected): boolean {
  return told.length === count && checkSum(told) === sum;
}

describe('files of banks', () => {
  it('are at least forty, and each has something to tell', () => {
    expect(EXPECTED.length).toBeGreaterThanOrEqual(40);
    expect(EXPECTED.map(({ file }) => file).sort()).toEqual(readdirSync(join(BANKS, 'made')).sort());
    for (const { count } of EXPECTED) expect(count).toBeGreaterThan(5);
  });

  it.each(EXPECTED)('$file is read as proposed, or the doubt is named', async (expected) => {
    const { file, first } = expected;
    const { patch, doubt } = BANK_EDITS.get(file) ?? {};
    const path = join(freshFolder(), 'mapping.json');
    const { out, exitCode } = await runCommand('inspect', join(BANKS, 'made', file), '--json', '--write', path);
    expect(exitCode).toBe(0);
    const inspection = JSON.parse(out) as Inspection;
    const mapping = existsSync(path) ? await loadMapping(path) : inspection.preset!;
    const all = await read(file, mapping).catch((error: unknown) => error as Error);
    const told = Array.isArray(all) ? all.filter((transfer) => !isStandIn(transfer)) : all;
    if (Array.isArray(all) && Array.isArray(told) && isRight(told, expected)) {
      expect(patch).toBeUndefined();
      // The sample, which is the whole file, tells of as many.
      expect(inspection.sample?.accepted).toBe(all.length);
      const isProposed = inspection.preset === undefined && all.length > told.length;
      if (isProposed) expect(inspection.doubts.join('\n')).toMatch(STANDS_IN);
      const fold = ({ payer, beneficiary }: ToldTransfer): string => foldAccount(`${payer} ${beneficiary}`);
      expect(told.map(fold)).toContain(fold(first));
      tally.first++;
      return;
    }
    // Not read as proposed: never in silence.
    expect(told).toBeInstanceOf(Error);
    expect(doubt).toBeDefined();
    expect(inspection.doubts.join('\n')).toMatch(doubt!);
    const edited = join(freshFolder(), 'edited.json');
    writeFileSync(edited, JSON.stringify(patched(mapping, patch)));
    const again = await read(file, await loadMapping(edited));
    expect(again).toHaveLength(expected.count);
    expect(checkSum(again)).toBe(expected.checkSum);
    tally.edited++;
  });

  it('never prints a cell of a row but a shortened account, an amount, a time and words of few', async () => {
    for (const { file, first } of EXPECTED) {
      const { out } = await runCommand('inspect', join(BANKS, 'made', file));
      // The name of a file may hold the account of its owner.
      const printed = out.replaceAll(file, '');
      for (const { payer, beneficiary } of [first]) {
        for (const account of [payer, beneficiary]) if (account.length > 8) expect(printed).not.toContain(account);
      }
      expect(printed).not.toMatch(/Horvat|Moreau|Kowal|Greco|Jansen|Ivanov/);
    }
  });

  afterAll(() => {
    const read = tally.first + tally.edited;
    // Where only some files are run there is no bar to reach.
    if (read < EXPECTED.length) return;
    expect(tally).toEqual({ first: 49, edited: 10 });
  });
});
