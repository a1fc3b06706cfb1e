import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TransferInput } from '../../src/ledger/index.js';
import { gathersMoneySlowly } from '../support/oracles/gathers-money.js';
import { freshFolder, runCommand } from '../support/run-command.js';
import { renamed, transfersArbitrary } from '../support/small-ledgers.js';

const LETTERS = ['a', 'b', 'c', 'd', 'e', 'f'];
/** Texts that occur nowhere else in an output. */
const NAMES = new Map(LETTERS.map((letter) => [letter, `distinctive-${letter}`]));
const ACCOUNTS = [...NAMES.values()];
const HEADER =
  'id,time,payer_institution,payer_account,beneficiary_institution,beneficiary_account,amount,currency,channel,' +
  'place_from,country_from,place_to,country_to';

const ledgers = transfersArbitrary
  .filter((transfers) => transfers.length > 0)
  .map((transfers) => renamed(transfers, NAMES).map((transfer) => ({ ...transfer, currency: 'EUR' })));
const ends = fc.shuffledSubarray(ACCOUNTS, { minLength: 2, maxLength: 2 });

/** Eight strangers pay an account so much that it gathers money, whatever others do. */
function gatheringAt(account: string): TransferInput[] {
  return Array.from({ length: 8 }, (_, i) => paid(`stranger-${i}`, account, 0, '100000'));
}

function paid(payer: string, beneficiary: string, timeMs: number, amount: string): TransferInput {
  return { payer, beneficiary, timeMs, amount, currency: 'EUR' };
}

function fileOf(transfers: readonly TransferInput[]): string {
  const path = join(freshFolder(), 'bank.csv');
  const lines = transfers.map(({ payer, beneficiary, timeMs, amount, currency }, i) => {
    const time = new Date(Date.UTC(2024, 0, 1) + 1000 * timeMs).toISOString();
    return `${i},${time},BANK,${payer as string},BANK,${beneficiary as string},${amount as string},${currency as string},transfer,,,,`;
  });
  writeFileSync(path, `${[HEADER, ...lines].join('\n')}\n`);
  return path;
}

/** Every byte that a command line prints, complains or writes. */
async function bytesOf(...args: readonly string[]): Promise<string> {
  const { out, err } = await runCommand(...args, '--map', 'illicit-flows');
  const folder = args[args.indexOf('--out') + 1]!;
  const files = args.includes('--out') && existsSync(folder) ? readdirSync(folder) : [];
  return [out, err, ...files.map((name) => readFileSync(join(folder, name), 'utf8'))].join('\n').replaceAll(folder, '');
}

async function pathBytes(file: string, from: string, to: string): Promise<string> {
  const args = ['paths', file, '--from', from, '--to', `BANK/${to}`];
  return (await bytesOf(...args)) + (await bytesOf(...args, '--json'));
}

async function accountBytes(file: string, account: string): Promise<string> {
  const args = ['account', file, '--account', account];
  return (await bytesOf(...args)) + (await bytesOf(...args, '--json'));
}

async function traceBytes(file: string, ...args: readonly string[]): Promise<string> {
  const run = async (...more: string[]): Promise<string> =>
    bytesOf('trace', file, ...args, '--out', join(freshFolder(), 'trace'), ...more);
  return (await run()) + (await run('--json'));
}

function has(transfers: readonly TransferInput[], account: string): boolean {
  return transfers.some(({ payer, beneficiary }) => payer === account || beneficiary === account);
}

describe('an account that was typed', () => {
  it('is in no byte of paths, or of a trace backward, unless it gathers money', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, ends, async (transfers, [from = '', to = '']) => {
        const file = fileOf(transfers);
        const texts = [
          await pathBytes(file, from, to),
          await traceBytes(file, '--direction', 'backward', '--to', from, '--to', to),
        ];
        for (const account of ACCOUNTS) {
          if (gathersMoneySlowly(transfers, account)) continue;
          for (const text of texts) expect(text).not.toContain(account);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is in no byte of what is told of an account, nor is anybody else, without a case', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, ends, async (transfers, [asked = '']) => {
        fc.pre(has(transfers, asked));
        const text = await accountBytes(fileOf([...transfers, ...gatheringAt(asked)]), asked);
        expect(text).toContain('transfers');
        for (const account of ACCOUNTS) expect(text).not.toContain(account);
        expect(text).not.toContain('stranger');
      }),
      { numRuns: 20 },
    );
  });

  it('is named by paths and by a trace backward that comes from it, if it gathers money', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, ends, async (transfers, [from = '', to = '']) => {
        const others = transfers.filter(({ payer, beneficiary }) => payer !== from && beneficiary !== from);
        const gathering = [...others, ...gatheringAt(from), paid(from, to, 8, '1')];
        expect(await pathBytes(fileOf(gathering), from, to)).toContain(from);
        expect(await pathBytes(fileOf(gathering), to, from)).toContain(from);
        // Money that it paid out beyond what it got, and that came back: part of what came to it comes from itself.
        const between = Array.from({ length: 9 }, (_, i) => `between-${i}`);
        const roundTrip = [
          ...between.map((one) => paid(from, one, 7, '100000')),
          ...between.map((one) => paid(one, 'beyond', 8, '25000')),
          paid('beyond', from, 9, '225000'),
        ];
        const file = fileOf([...gatheringAt(from), ...roundTrip]);
        expect(await traceBytes(file, '--direction', 'backward', '--to', from)).toContain(from);
      }),
      { numRuns: 20 },
    );
  });

  it('is in no byte of a trace forward as source, and as destination only if it is without having been typed', async () => {
    await fc.assert(
      fc.asyncProperty(ledgers, ends, async (transfers, [from = '', to = '']) => {
        fc.pre(has(transfers, from) && has(transfers, to));
        const file = fileOf(transfers);
        const untyped = await traceBytes(file, '--from', from);
        const typed = await traceBytes(file, '--from', from, '--to', to);
        expect(untyped + typed).not.toContain(from);
        for (const account of ACCOUNTS) if (!untyped.includes(account)) expect(typed).not.toContain(account);
      }),
      { numRuns: 60 },
    );
  });
});
