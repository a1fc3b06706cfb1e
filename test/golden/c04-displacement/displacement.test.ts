import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { askCase, type BeforeAfter } from '../../../src/questions/index.js';
import { describeCase } from '../support/describe-case.js';
import { firedOf } from '../support/judge-story.js';
import { CHANGE, DISPLACEMENT, START } from './transfers.js';

const { judged, twin } = describeCase(DISPLACEMENT);

describe('C04 in detail', () => {
  const wires = DISPLACEMENT.story.transfers.filter(({ channel }) => channel === 'wire');
  const before = wires.filter(({ timeMs }) => timeMs < START + CHANGE * DAY_MS);
  const after = wires.filter(({ timeMs }) => timeMs >= START + CHANGE * DAY_MS);
  const receivers = (some: typeof wires): Set<unknown> => new Set(some.map(({ beneficiary }) => beneficiary));

  it('tells of a fall from 100 wires to nine, and of seven new accounts', () => {
    const inArizona = after.filter(({ beneficiary }) => receivers(before).has(beneficiary));
    expect([before.length, inArizona.length, after.length - inArizona.length]).toEqual([100, 9, 91]);
    expect([receivers(before).size, receivers(inArizona).size, receivers(after).size]).toEqual([5, 2, 9]);
  });

  it('sees that the two new accounts of 60 days were short-lived', () => {
    const shortLived = firedOf(judged, 'short-lived-account').flatMap(({ subjects }) => subjects);
    expect(shortLived).toEqual(expect.arrayContaining(['C04-new-0', 'C04-new-1']));
  });

  describe('asked who changed on the day', () => {
    const since = new Date(START + CHANGE * DAY_MS).toISOString().slice(0, 10);
    const ask = ({ document }: typeof judged): BeforeAfter =>
      askCase(document, { questions: ['before-after'], since }).beforeAfter!;
    const { accounts, received, others } = ask(judged);
    const byKind = (kind: string): string[] =>
      accounts.filter(({ change }) => change === kind).map((one) => one.accounts[0]!.account);

    it('names three accounts that vanished and two that shrank, from 100 payments to nine', () => {
      expect(byKind('vanished').sort()).toEqual(['C04-az-2', 'C04-az-3', 'C04-az-4']);
      expect(byKind('shrank').sort()).toEqual(['C04-az-0', 'C04-az-1']);
      const story = accounts.filter((one) => one.accounts[0]!.account.startsWith('C04'));
      expect(story.reduce((all, one) => all + one.received.before, 0)).toBe(100);
      expect(story.reduce((all, one) => all + one.received.after, 0)).toBe(9);
      expect(received.before).toBeGreaterThanOrEqual(100);
    });

    it('counts the seven that appeared, and names none of them, as the case does not', () => {
      expect(others!.began.after).toBe(7);
      expect(others!.received.after).toBeGreaterThanOrEqual(91);
      expect(JSON.stringify(ask(judged))).not.toMatch(/C04-(?:new|family)/u);
    });

    it('tells no change of the remitter that moved its office', () => {
      expect(JSON.stringify(ask(twin))).not.toContain('C04');
    });
  });
});
