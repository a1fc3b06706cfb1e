import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askCase } from '../../src/questions/index.js';
import { weeklyRhythm } from '../../src/structures/index.js';
import { madeCase } from '../support/case-documents.js';

const DAY_MS = 86_400_000;

describe('rhythm', () => {
  it('counts payments and days by the weekday of the calendar, and tests the days', () => {
    const payments = fc.uniqueArray(fc.tuple(fc.nat(200), fc.integer({ min: 1, max: 4 })), {
      selector: ([day]) => day,
      maxLength: 60,
    });
    fc.assert(
      fc.property(payments, fc.integer({ min: -3000, max: 20_000 }), (told, start) => {
        const made = madeCase({ leads: 0 });
        const sorted = [...told].sort(([a], [b]) => a - b);
        const activity = {
          start: new Date(start * DAY_MS).toISOString().slice(0, 10),
          accounts: [
            {
              accounts: [{ institution: 'BANK', account: 'acc' }],
              lead: null,
              days: sorted.map(([day]) => day),
              received: sorted.map(([, count]) => count),
              paid: sorted.map(() => 0),
            },
          ],
          leftOut: 0,
          others: null,
        };
        const [answer] = askCase({ ...made, activity }, { questions: ['rhythm'] }).rhythm!.accounts;
        // getUTCDay says 0 for Sunday.
        const weekday = (day: number): number => (new Date((start + day) * DAY_MS).getUTCDay() + 6) % 7;
        for (let at = 0; at < 7; at++) {
          const own = sorted.filter(([day]) => weekday(day) === at);
          expect(answer!.received.days[at]).toBe(own.length);
          expect(answer!.received.payments[at]).toBe(own.reduce((all, [, count]) => all + count, 0));
        }
        const times = sorted.map(([day]) => (start + day) * DAY_MS);
        expect(answer!.received.peaks).toBe(weeklyRhythm(times)?.peaks ?? null);
        expect(answer!.paid).toMatchObject({ peaks: null, chance: 1 });
        expect(answer!.sentences).toHaveLength(answer!.received.peaks === null ? 0 : 1);
      }),
    );
  });

  it('says the numbers that it rests on, and that a rhythm by itself says nothing', () => {
    const { accounts, notes } = askCase(madeCase(), { questions: ['rhythm'] }).rhythm!;
    expect(accounts[0]!.sentences[0]).toBe(
      'BANK0 C001-ACC-0000 received 52 payments on 52 days, 26 on Wednesdays and 26 on Saturdays: two peaks a week (strength 0.90, chance below 0.01 %).',
    );
    expect(notes.join(' ')).toContain('By itself it says nothing');
    expect(notes.join(' ')).toContain("Rayleigh's test");
  });

  it('asks one lead', () => {
    const answers = askCase(madeCase({ leads: 2 }), { lead: 'C002', questions: ['rhythm', 'before-after'] });
    expect(new Set(answers.rhythm!.accounts.map(({ lead }) => lead))).toEqual(new Set(['C002']));
    expect(new Set(answers.beforeAfter!.accounts.map(({ lead }) => lead))).toEqual(new Set(['C002']));
    expect(answers.beforeAfter!.others).toBeNull();
  });
});
