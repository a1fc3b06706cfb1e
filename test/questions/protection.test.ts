import { describe, expect, it } from 'vitest';
import { type CaseDocument } from '../../src/disclosure/document/index.js';
import { redactCase, SMALLEST_GROUP } from '../../src/disclosure/index.js';
import { investigate } from '../../src/investigation/index.js';
import { askCase, QUESTIONS } from '../../src/questions/index.js';
import { LEAST_IN_THIRD } from '../../src/questions/third-of-operator.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { madeCase } from '../support/case-documents.js';
import { testHash } from '../support/redaction-keys.js';

/** Words of section 7 of the report's design that no answer may use. */
const NEVER =
  /\b(?:guilty|criminals?|suspects?|suspected|smugglers?|illegals?|victims?|rings?|mules?|dirty|alerts?|hits?)\b/iu;

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function namesIn({ leads }: CaseDocument): Set<string> {
  return new Set(
    leads.flatMap(({ operators }) => operators.flatMap((one) => one.accounts.map(({ account }) => account))),
  );
}

describe('answers of a case', () => {
  const { ledger } = simulateWorld({ seed: 2, transfers: 8000 }).toLedger();
  const { document } = investigate(ledger, { stabilityRuns: 2 });
  const answers = askCase(document);

  it('name no account of the ledger that is no operator of a lead', () => {
    const operators = namesIn(document);
    const text = JSON.stringify(answers);
    const strangers = Array.from({ length: ledger.accounts.size }, (_, i) => ledger.accounts.key(i).account).filter(
      (account) => !operators.has(account),
    );
    expect(operators.size).toBeGreaterThan(2);
    expect(strangers.length).toBeGreaterThan(100);
    expect([...operators].some((account) => text.includes(account))).toBe(true);
    expect(strangers.filter((account) => text.includes(`"${account}"`) || text.includes(` ${account} `))).toEqual([]);
  });

  it('use no word that accuses, and say "proof" only of what is none', () => {
    const texts = stringsIn(answers);
    expect(texts.length).toBeGreaterThan(20);
    expect(texts.filter((text) => NEVER.test(text))).toEqual([]);
    expect(texts.filter((text) => /\bproof|\bproves?\b/iu.test(text.replaceAll(/not proof/gu, '')))).toEqual([]);
  });

  it('tell no group below the smallest', () => {
    for (const { leaving } of answers.gaps!.leads.flatMap((lead) => lead)) {
      for (const { transfers, sums, destinations } of leaving) {
        if (transfers === null) expect([sums, destinations]).toEqual([[], []]);
        else expect(transfers).toBeGreaterThanOrEqual(SMALLEST_GROUP);
        expect(destinations.every((one) => one.transfers >= SMALLEST_GROUP)).toBe(true);
      }
    }
    expect(LEAST_IN_THIRD).toBe(SMALLEST_GROUP);
  });

  it('leave the document as it was, and are the same again', () => {
    const before = JSON.stringify(document);
    expect(askCase(document)).toEqual(answers);
    expect(JSON.stringify(document)).toBe(before);
  });
});

describe('askCase', () => {
  const document = madeCase({ leads: 3, operators: 6, transfers: 80 });

  it('answers one question of one lead, and everything of all', () => {
    const one = askCase(document, { lead: 'C002', questions: ['timeline'] });
    expect(Object.keys(one)).toEqual(['timeline']);
    expect(one.timeline!.map(({ lead }) => lead)).toEqual(['C002']);
    expect(Object.keys(askCase(document))).toHaveLength(QUESTIONS.length);
    expect(askCase(document, { lead: 'C002' }).bridges!.leads.map(({ lead }) => lead)).toEqual(['C002']);
  });

  it('refuses a lead that is not there', () => {
    expect(() => askCase(document, { lead: 'C009' })).toThrow(expect.objectContaining({ code: 'unknown-lead' }));
  });

  it.each(['internal', 'partner', 'public'] as const)(
    'asks a case redacted for %s, and names nobody by it',
    (level) => {
      const text = JSON.stringify(askCase(redactCase(document, testHash(1), level).document));
      expect(text).not.toMatch(/NaN|undefined|Invalid|ACC-/u);
    },
  );

  it.each([
    ['no lead', { leads: 0 }],
    ['one operator', { operators: 1, transfers: 30 }],
    ['no clock', { clock: false }],
    ['no places', { places: false }],
    ['a thousand operators', { operators: 1000, transfers: 20_000 }],
  ])('copes with %s', (_, wish) => {
    expect(stringsIn(askCase(madeCase(wish))).filter((text) => /NaN|undefined|Invalid/u.test(text))).toEqual([]);
  });
});

describe.each([3, 7, 11, 19])('answers about days, of the world with seed %i', (seed) => {
  const world = simulateWorld({ seed, transfers: 6000 });
  const { ledger } = world.toLedger();
  const { document } = investigate(ledger, { stabilityRuns: 2 });
  const { data } = document;
  const since = data.months[Math.floor(data.months.length / 2)]!.month;

  it('name nobody who paid, and only accounts that the case names', () => {
    const answers = askCase(document, { questions: ['before-after', 'rhythm'], since: `${since}-02` });
    const told = [...answers.beforeAfter!.accounts, ...answers.rhythm!.accounts].flatMap(({ accounts }) => accounts);
    const keyOf = ({ institution, account }: { institution: string; account: string }): string =>
      JSON.stringify([institution, account]);
    const named = new Set([
      ...document.leads.flatMap(({ operators }) => operators.flatMap(({ accounts }) => accounts)).map(keyOf),
      ...document.findings.flatMap(({ accounts }) => accounts).map(keyOf),
    ]);
    const payers = new Set(world.truth.payers.map(keyOf));
    expect(told.filter((one) => !named.has(keyOf(one)))).toEqual([]);
    expect(told.filter((one) => payers.has(keyOf(one)))).toEqual([]);
    const text = JSON.stringify(answers);
    expect(
      world.truth.payers.filter(({ account }) => text.includes(`"${account}"`) || text.includes(`${account} `)),
    ).toEqual([]);
  });

  it('tell of those who are not named in groups of at least three', () => {
    const others = askCase(document, { since: `${since}-02` }).beforeAfter!.others;
    for (const { before, after, unclear } of others === null ? [] : [others.began, others.ended, others.received]) {
      for (const one of [before, after, unclear]) expect(one === 0 || one >= SMALLEST_GROUP).toBe(true);
    }
  });
});
