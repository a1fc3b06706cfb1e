import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Account } from '../../src/foundation/index.js';
import { buildTemporalGraph } from '../../src/graph/index.js';
import { type AccountAnswer, askAccount, investigate } from '../../src/investigation/index.js';
import { type TransferInput } from '../../src/ledger/index.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { weeklyRhythm } from '../../src/structures/index.js';
import { readAsFiles } from '../support/read-as-files.js';
import { transferArbitrary } from '../support/small-ledgers.js';

const ACCOUNTS = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const DAY_MS = 86_400_000;

/** Whole transfers over some weeks, in two files. */
const transfers = fc.array(
  fc
    .tuple(transferArbitrary, fc.nat(60), fc.boolean())
    .map(([one, day, second]) => ({ one: { ...one, timeMs: one.timeMs + day * DAY_MS }, second })),
  { minLength: 1, maxLength: 40 },
);

function few(count: number): number | null {
  return count === 1 || count === 2 ? null : count;
}

/** Only what a document would show of names. */
function namesIn(answer: AccountAnswer): string[] {
  return [...(answer.named ?? []), ...answer.operators.flatMap(({ accounts }) => accounts)].map(
    ({ account }) => account,
  );
}

describe('askAccount', () => {
  it('counts what going through every transfer counts, and names operators alone', async () => {
    await fc.assert(
      fc.asyncProperty(
        transfers,
        fc.constantFrom(...ACCOUNTS),
        fc.subarray([...ACCOUNTS]),
        fc.subarray([...ACCOUNTS], { maxLength: 2 }),
        async (told, asked, listed, trusted) => {
          const files = [false, true].map((side) => told.filter(({ second }) => second === side).map(({ one }) => one));
          const held = files.filter((some) => some.length > 0);
          const { ledger } = await readAsFiles(...held);
          const at = (account: string): number | undefined => ledger.accounts.find({ institution: '', account });
          const account = at(asked);
          fc.pre(account !== undefined);
          const known = {
            operators: listed.flatMap((one) => at(one) ?? []),
            vouched: trusted.flatMap((one) => at(one) ?? []),
          };
          const answer = askAccount(buildTemporalGraph(ledger, { joinHolders: false }), account, known);

          const operators = new Set<string>(listed.filter((one) => !trusted.includes(one)));
          const other = ({ payer, beneficiary }: TransferInput): string =>
            (payer === asked ? beneficiary : payer) as string;
          const own = held.map((some) =>
            some.filter(({ payer, beneficiary }) => (payer === asked) !== (beneficiary === asked)),
          );
          const users = new Set(own.flat().map(other));
          const unnamed = [...users].filter((user) => !operators.has(user));
          expect(answer.named?.[0]?.account).toBe(operators.has(asked) ? asked : undefined);
          expect(answer.operators.map(({ accounts }) => accounts[0]!.account).sort()).toEqual(
            [...users].filter((user) => operators.has(user)).sort(),
          );
          for (const { accounts, paidIn, paidOut, files: where } of answer.operators) {
            const name = accounts[0]!.account;
            expect(paidIn).toBe(own.flat().filter(({ payer }) => payer === name).length);
            expect(paidOut).toBe(own.flat().filter(({ beneficiary }) => beneficiary === name).length);
            expect(where).toEqual(
              own.flatMap((some, i) => (some.some((one) => other(one) === name) ? [`file-${i}.csv`] : [])),
            );
          }
          expect(answer.others).toBe(few(unnamed.length));
          const both = unnamed.filter((user) => own.every((some) => some.some((one) => other(one) === user)));
          expect(answer.inSeveralFiles).toBe(held.length > 1 ? few(both.length) : 0);
          expect(answer.files).toEqual(
            own.flatMap((some, i) => {
              const here = new Set(some.map(other).filter((user) => !operators.has(user)));
              return some.length === 0
                ? []
                : [{ file: `file-${i}.csv`, transfers: some.length, others: few(here.size) }];
            }),
          );
          for (const [side, end] of [
            [answer.received, 'beneficiary'],
            [answer.paid, 'payer'],
          ] as const) {
            const mine = own.flat().filter((one) => one[end] === asked);
            expect(side.transfers).toBe(mine.length);
            expect(side.others).toBe(few(new Set(mine.map(other).filter((user) => !operators.has(user))).size));
            for (const { currency, amount } of side.sums) {
              const sum = mine.reduce((all, one) => (one.currency === currency ? all + Number(one.amount) : all), 0);
              expect(Number(amount)).toBeCloseTo(sum, 9);
            }
            const days = [...new Set(mine.map(({ timeMs }) => Math.floor(timeMs / DAY_MS)))];
            expect(side.weekdays!.payments.reduce((a, b) => a + b, 0)).toBe(mine.length);
            expect(side.weekdays!.days.reduce((a, b) => a + b, 0)).toBe(days.length);
            expect(side.weekdays!.peaks).toBe(weeklyRhythm(days.map((day) => day * DAY_MS))?.peaks ?? null);
          }
          expect(new Set(namesIn(answer))).toEqual(new Set([...users, asked].filter((one) => operators.has(one))));
        },
      ),
      { numRuns: 150 },
    );
  });

  it('says where so many use an account that sharing it links nobody', async () => {
    const one = (i: number): TransferInput => ({
      payer: `p-${i}`,
      beneficiary: 'w',
      timeMs: i,
      amount: '1',
      currency: 'EUR',
    });
    const ask = async (count: number): Promise<boolean> => {
      const { ledger } = await readAsFiles(Array.from({ length: count }, (_, i) => one(i)));
      const account = ledger.accounts.find({ institution: '', account: 'w' })!;
      return askAccount(buildTemporalGraph(ledger), account).shared;
    };
    expect([await ask(20), await ask(21)]).toEqual([false, true]);
  });

  it('refuses what is no account, where it would answer for all of them', async () => {
    const { ledger } = await readAsFiles([]);
    const graph = buildTemporalGraph(ledger);
    for (const none of [ledger.accounts.find({ institution: '', account: 'w' }), 0, -1, 0.5]) {
      expect(() => askAccount(graph, none as Account)).toThrow(expect.objectContaining({ code: 'trace-account' }));
    }
  });

  it.each([2, 7])('names no payer of the world with seed %i, whoever is asked about', (seed) => {
    const world = simulateWorld({ seed, transfers: 6000 });
    const { ledger } = world.toLedger();
    const { leads } = investigate(ledger, { stabilityRuns: 2 });
    const operators = leads.flatMap((lead) => lead.operators.map(({ account }) => account));
    const graph = buildTemporalGraph(ledger, { joinHolders: false });
    const payers = new Set(world.truth.payers.map(({ account }) => account));
    const asked = Array.from({ length: 400 }, (_, i) => Math.floor((i * ledger.accounts.size) / 400));
    for (const account of [...asked, ...operators]) {
      const named = namesIn(askAccount(graph, account, { operators }));
      expect(named.filter((one) => payers.has(one))).toEqual([]);
      expect(namesIn(askAccount(graph, account))).toEqual([]);
    }
  });
});
