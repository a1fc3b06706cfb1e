import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../src/disclosure/document/index.js';
import { askCase } from '../../src/questions/index.js';
import { splitChance } from '../../src/questions/split-chance.js';
import { madeCase } from '../support/case-documents.js';

const DAYS = 40;
const START = Date.UTC(2024, 0, 1);

/** Payments of one account by the day, out of order as they may be. */
const account = fc.array(fc.nat(DAYS - 1), { maxLength: 30 });

function told(accounts: readonly (readonly number[])[]): CaseDocument {
  const last = new Date(START + (DAYS - 1) * 86_400_000).toISOString();
  const made = madeCase({ leads: 0 });
  return {
    ...made,
    data: { ...made.data, period: { first: '2024-01-01T00:00:00Z', last } },
    activity: {
      start: '2024-01-01',
      accounts: accounts.map((payments, i) => {
        const days = [...new Set(payments)].sort((a, b) => a - b);
        return {
          accounts: [{ institution: '', account: `acc-${i}` }],
          lead: null,
          days,
          received: days.map((day) => payments.filter((one) => one === day).length),
          paid: days.map(() => 0),
        };
      }),
      leftOut: 0,
      others: null,
    },
  };
}

const dayText = (day: number): string => new Date(START + day * 86_400_000).toISOString().slice(0, 10);

/** Every way to put payments before or after, with its chance: obviously right, and slow. */
function slowChance(before: number, events: number, share: number, tail: 'few' | 'many'): number {
  let chance = 0;
  for (let ways = 0; ways < 2 ** events; ways++) {
    const earlier = ways.toString(2).replaceAll('0', '').length;
    if (tail === 'few' ? earlier > before : earlier < before) continue;
    chance += share ** earlier * (1 - share) ** (events - earlier);
  }
  return chance;
}

describe('beforeAndAfter', () => {
  it('says of every account what its definition says, worked out payment by payment', () => {
    fc.assert(
      fc.property(fc.array(account, { maxLength: 6 }), fc.integer({ min: 1, max: DAYS - 1 }), (accounts, day) => {
        const answer = askCase(told(accounts), { questions: ['before-after'], since: dayText(day) }).beforeAfter!;
        expect(answer.day).toBe(dayText(day));
        expect(answer.days).toEqual({ before: day, after: DAYS - day });
        accounts.forEach((payments, i) => {
          const found = answer.accounts.find((one) => one.accounts[0]!.account === `acc-${i}`)!;
          const b = payments.filter((one) => one < day).length;
          const a = payments.length - b;
          expect(found.received).toEqual({ before: b, after: a });
          const [earlier, later] = [b / day, a / (DAYS - day)];
          const isChange = found.chance <= 0.01;
          const kind = !isChange
            ? 'kept'
            : b === 0
              ? 'appeared'
              : a === 0
                ? 'vanished'
                : 2 * later <= earlier + 1e-12
                  ? 'shrank'
                  : later + 1e-12 >= 2 * earlier
                    ? 'grew'
                    : 'kept';
          expect(found.change).toBe(kind);
        });
      }),
    );
  });

  it('knows the chance of a split as counting every way does', () => {
    fc.assert(
      fc.property(
        fc.nat(9).chain((events) => fc.tuple(fc.nat(events), fc.constant(events))),
        fc.double({ min: 0.01, max: 0.99, noNaN: true }),
        fc.constantFrom('few' as const, 'many' as const),
        ([before, events], share, tail) => {
          expect(splitChance(before, events, share, tail)).toBeCloseTo(slowChance(before, events, share, tail), 9);
        },
      ),
    );
  });

  it('stays a chance for many payments', () => {
    for (const [before, events] of [
      [0, 100_000],
      [50_000, 100_000],
      [100_000, 100_000],
    ] as const) {
      const chance = splitChance(before, events, 0.5, 'few');
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
    expect(splitChance(50_000, 100_000, 0.5, 'few')).toBeCloseTo(0.5, 2);
  });

  it('is turned round by turning time round', () => {
    const opposite = { appeared: 'vanished', vanished: 'appeared', shrank: 'grew', grew: 'shrank', kept: 'kept' };
    fc.assert(
      fc.property(account, fc.integer({ min: 1, max: DAYS - 1 }), (payments, day) => {
        const ask = (some: readonly number[], since: number): keyof typeof opposite =>
          askCase(told([some]), { questions: ['before-after'], since: dayText(since) }).beforeAfter!.accounts[0]!
            .change;
        const turned = payments.map((one) => DAYS - 1 - one);
        expect(ask(turned, DAYS - day)).toBe(opposite[ask(payments, day)]);
      }),
    );
  });

  it('takes the middle of the data by default, and refuses what is no day inside them', () => {
    const document = told([[1, 2, 3]]);
    expect(askCase(document).beforeAfter!.day).toBe(dayText(DAYS / 2));
    for (const since of ['2024-01-01', '2024-02-10', '2024-02-30', '1.2.2024', '', '2024-01-05T00:00Z']) {
      expect(() => askCase(document, { since }), since).toThrow(expect.objectContaining({ code: 'change-day' }));
    }
    expect(askCase(document, { since: '2024-01-02' }).beforeAfter!.day).toBe('2024-01-02');
    expect(askCase(document, { since: '2024-02-09' }).beforeAfter!.day).toBe('2024-02-09');
  });

  it('says why it cannot answer for data without clock times, and for one day', () => {
    const { activity, ...silent } = told([[1]]);
    expect(askCase(silent).beforeAfter).toMatchObject({ day: null, accounts: [] });
    expect(askCase(silent).rhythm!.accounts).toEqual([]);
    const oneDay = {
      ...silent,
      activity: activity!,
      data: { ...silent.data, period: { first: '2024-01-01', last: '2024-01-01' } },
    };
    expect(askCase(oneDay).beforeAfter).toMatchObject({ day: null, notes: [expect.stringContaining('one day')] });
  });
});
