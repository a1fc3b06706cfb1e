import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsOfThree } from '../../../src/disclosure/document/runs-of-three.js';
import { SMALLEST_GROUP } from '../../../src/disclosure/index.js';
import { investigate } from '../../../src/investigation/index.js';
import { simulateWorld } from '../../../src/simulation/index.js';

const DAY_MS = 86_400_000;
const days = fc.array(fc.nat(60), { maxLength: 80 });

describe('runs of three', () => {
  it('hold every day once, in order, and at least three things each', () => {
    fc.assert(
      fc.property(days, (some) => {
        const runs = runsOfThree(some);
        const held = runs.map(({ first, last }) => some.filter((day) => day >= first && day <= last).length);
        expect(runs.map(({ count }) => count)).toEqual(held);
        expect(runs.every(({ count }) => count >= SMALLEST_GROUP)).toBe(true);
        expect(runs.slice(1).every(({ first }, i) => first > runs[i]!.last)).toBe(true);
        expect(runs.reduce((all, { count }) => all + count, 0)).toBe(some.length < SMALLEST_GROUP ? 0 : some.length);
      }),
    );
  });

  it('are no more than 400', () => {
    const runs = runsOfThree(Array.from({ length: 10_000 }, (_, i) => i));
    expect(runs.length).toBeLessThanOrEqual(400);
    expect(runs.length).toBeGreaterThan(300);
  });
});

describe.each([2, 5, 9])('the activity of a case of the world with seed %i', (seed) => {
  const { ledger } = simulateWorld({ seed, transfers: 8000 }).toLedger();
  const { document, findings } = investigate(ledger, { stabilityRuns: 2 });
  const activity = document.activity!;
  const start = Date.parse(activity.start) / DAY_MS;
  const plain = [...ledger].map(({ payer, beneficiary, timeMs }) => ({
    payer: JSON.stringify([payer.institution, payer.account]),
    beneficiary: JSON.stringify([beneficiary.institution, beneficiary.account]),
    day: Math.floor(timeMs / DAY_MS) - start,
  }));
  const keyOf = ({ institution, account }: { institution: string; account: string }): string =>
    JSON.stringify([institution, account]);

  it('is of accounts that leads and findings name, and of nobody else', () => {
    const operators = document.leads.flatMap((lead) => lead.operators.flatMap(({ accounts }) => accounts));
    const named = new Set([...operators, ...document.findings.flatMap(({ accounts }) => accounts)].map(keyOf));
    // The second world has a case that names nobody.
    expect(named.size > 0).toBe(seed !== 5);
    expect(new Set(activity.accounts.flatMap(({ accounts }) => accounts.map(keyOf)))).toEqual(named);
    expect(activity.leftOut).toBe(0);
    for (const lead of document.leads) {
      expect(activity.accounts.filter((one) => one.lead === lead.lead).map(({ accounts }) => accounts)).toEqual(
        lead.operators.map(({ accounts }) => accounts),
      );
    }
  });

  it('counts what each received and paid on each day, as going through all transfers does', () => {
    for (const { accounts, days: told, received, paid } of activity.accounts) {
      const own = new Set(accounts.map(keyOf));
      const count = (day: number, to: 'payer' | 'beneficiary', from: 'payer' | 'beneficiary'): number =>
        plain.filter((one) => one.day === day && own.has(one[to]) && !own.has(one[from])).length;
      expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
      told.slice(0, 20).forEach((day, i) => {
        expect([received[i], paid[i]]).toEqual([
          count(day, 'beneficiary', 'payer'),
          count(day, 'payer', 'beneficiary'),
        ]);
      });
      const all = plain.filter(({ payer, beneficiary }) => own.has(payer) !== own.has(beneficiary)).length;
      expect([...received, ...paid].reduce((a, b) => a + b, 0)).toBe(all);
    }
  });

  it('counts those of findings who are not named, in groups of at least three', () => {
    const { accounts } = ledger;
    const nodeKeys = (node: number): string[] => accounts.membersOf(node).map((one) => keyOf(accounts.key(one)));
    const named = new Set(activity.accounts.flatMap((one) => one.accounts.map(keyOf)));
    const lists = findings.filter(
      ({ finding }) => finding.status === 'fired' && finding.mayBeChance !== true && finding.contextOnly !== true,
    );
    const nodes = [...new Set(lists.flatMap(({ finding }) => finding.subjects))].map(nodeKeys);
    const others = nodes.filter((keys) => !keys.some((key) => named.has(key)));
    const receipts = others
      .map((keys) => plain.filter(({ payer, beneficiary }) => keys.includes(beneficiary) && !keys.includes(payer)))
      .filter(({ length }) => length > 0);
    if (receipts.length < SMALLEST_GROUP) {
      expect(activity.others).toBeNull();
      return;
    }
    const sum = (runs: readonly { count: number }[]): number => runs.reduce((all, { count }) => all + count, 0);
    expect(activity.others!.accounts).toBe(receipts.length);
    expect(sum(activity.others!.began)).toBe(receipts.length);
    expect(sum(activity.others!.ended)).toBe(receipts.length);
    expect(sum(activity.others!.received)).toBe(receipts.flat().length);
    const first = receipts.map((own) => own.reduce((least, { day }) => Math.min(least, day), Infinity));
    expect(activity.others!.began).toEqual(runsOfThree(first));
  });
});
