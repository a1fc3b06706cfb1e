import { describe, expect, it } from 'vitest';
import { caseSchema } from '../../../src/disclosure/document/index.js';
import { REDACTION_LEVELS, redactCase } from '../../../src/disclosure/index.js';
import { toTwoDigits } from '../../../src/disclosure/redaction/coarse-amounts.js';
import { PSEUDONYM } from '../../../src/disclosure/redaction/pseudonyms.js';
import { madeCase } from '../../support/case-documents.js';
import { fullCase, SECRETS } from '../../support/full-case.js';
import { testHash } from '../../support/redaction-keys.js';

const HOSTILE = '</script>\u2028"\\,=1+1 __proto__';
const CASES = [
  ['full', fullCase()],
  ['hostile', fullCase({ hostile: HOSTILE })],
  ['bare', madeCase({ leads: 0 })],
  ['without clock and places', fullCase({ clock: false, places: false })],
  ['small', madeCase({ leads: 3, operators: 2, transfers: 4, hostile: HOSTILE })],
] as const;

/** All accounts, institutions, files and free texts of a made case, as they stand in JSON. */
function accountsOf(document: ReturnType<typeof madeCase>): string[] {
  const keys = document.leads.flatMap(({ operators }) => operators.flatMap(({ accounts }) => accounts));
  return keys
    .flatMap(({ institution, account }) => [institution, account])
    .map((text) => JSON.stringify(text).slice(1, -1));
}

describe.each(REDACTION_LEVELS)('a case redacted at level %s', (level) => {
  it.each(CASES)('is a case by the schema, whatever it is made of (%s)', (_name, document) => {
    const { document: made } = redactCase(document, testHash(1), level);
    expect(caseSchema.strict().parse(made)).toEqual(made);
    // exports ask for it
    for (const { operators, protectedPayers } of made.leads) {
      expect(protectedPayers.byOperator).toHaveLength(operators.length);
    }
    expect(made.redaction).toEqual({ level, keyFingerprint: expect.stringMatching(/^[0-9a-f]{16}$/u) as string });
    expect(redactCase(document, testHash(1), level)).toEqual({
      document: made,
      changes: redactCase(document, testHash(1), level).changes,
    });
  });

  it.each(CASES)('holds no account and no institution (%s)', (_name, document) => {
    const text = JSON.stringify(redactCase(document, testHash(1), level));
    for (const secret of accountsOf(document)) expect(text).not.toContain(secret);
  });

  it('does not change the case it is made of', () => {
    const document = fullCase();
    redactCase(document, testHash(1), level);
    expect(document).toEqual(fullCase());
  });

  it('refuses a case that was redacted', () => {
    const { document } = redactCase(fullCase(), testHash(1), level);
    expect(() => redactCase(document, testHash(1), level)).toThrow(expect.objectContaining({ code: 'case-redacted' }));
  });
});

describe('internal', () => {
  // equal scores, so that operators are ordered anew
  const full = fullCase();
  const document = {
    ...full,
    leads: full.leads.map((lead) => ({ ...lead, operators: lead.operators.map((one) => ({ ...one, score: 4 })) })),
  };
  const { document: made } = redactCase(document, testHash(1), 'internal');

  it('keeps amounts, times, files and lines', () => {
    made.leads.forEach(({ transfers, paidIn, first, last }, i) => {
      const lead = document.leads[i]!;
      expect({ paidIn, first, last }).toEqual({ paidIn: lead.paidIn, first: lead.first, last: lead.last });
      for (const column of ['amount', 'seconds', 'start', 'file', 'line', 'findings', 'countryFrom'] as const) {
        expect(transfers[column]).toEqual(lead.transfers[column]);
      }
    });
  });

  it('points the ends of transfers at the same operators as before', () => {
    made.leads.forEach(({ operators, transfers, protectedPayers }, i) => {
      const lead = document.leads[i]!;
      expect(operators.map(({ received }) => received)).not.toEqual(lead.operators.map(({ received }) => received));
      const received = new Map<number, number>();
      transfers.to.forEach((to, row) => received.set(to, (received.get(to) ?? 0) + Number(transfers.amount[row])));
      operators.forEach((operator, at) => {
        expect(Number(operator.received[0]?.amount ?? 0)).toBeCloseTo(received.get(at) ?? 0, 4);
        expect(protectedPayers.byOperator[at]).toBe(
          new Set(transfers.from.flatMap((from, row) => (from === -1 && transfers.to[row] === at ? [row] : []))).size,
        );
      });
    });
  });

  it('hides texts that hold a name, in any capitals, and keeps others', () => {
    const [lead] = made.leads;
    expect(lead!.narrative.slice(0, 2)).toEqual(['[not passed on]', 'What.']);
    expect(lead!.parts[0]!.sentence).toBe('Four others who gather feed the same account.');
    expect(made.nullCheck!.note).toBe('[not passed on]');
    expect(lead!.protectedPayers.needsReview).toEqual({ 'makes many deposits': 4, 'pays several collectors': 1 });
  });

  it('leaves out fields that the policy does not know', () => {
    const odd = {
      ...document,
      stranger: 'Frau Mustermann',
      leads: document.leads.map((one) => ({ ...one, memo: 'x' })),
    };
    const { document: kept } = redactCase(odd, testHash(1), 'internal');
    expect(kept).toEqual(made);
  });
});

describe('partner', () => {
  const document = fullCase();
  const { document: made } = redactCase(document, testHash(1), 'partner');
  const text = JSON.stringify(made);

  it('holds no text from files', () => {
    for (const secret of SECRETS) expect(text).not.toContain(secret);
  });

  it('has days, two significant digits, no places and no lines of files', () => {
    made.leads.forEach(({ transfers, operators, paidIn, first }, i) => {
      expect(transfers.seconds.every((after) => after % 86_400 === 0)).toBe(true);
      expect(transfers.start).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/u);
      expect(first).toMatch(/^\d{4}-\d\d-\d\d$/u);
      expect(new Set([...transfers.placeFrom, ...transfers.placeTo])).toEqual(new Set([-1]));
      const was = document.leads[i]!.transfers.amount.map((amount) => toTwoDigits(amount!));
      expect([...transfers.amount].sort()).toEqual(was.sort());
      expect(new Set(transfers.line).size).toBe(transfers.line.length);
      for (const { amount } of [...paidIn, ...operators.flatMap(({ received, paid }) => [...received, ...paid])]) {
        expect(amount).toBe(toTwoDigits(amount));
      }
      for (const { accounts, country, role } of operators) {
        expect(accounts.every(({ account }) => PSEUDONYM.test(account))).toBe(true);
        expect(country === null || /^[A-Z]{2,3}$/u.test(country)).toBe(true);
        expect(role.reasons).toEqual([]);
      }
    });
    expect(made.data.precision).toBe('day');
    expect(made.data.months.map(({ transfers }) => transfers).every((count) => count >= 3)).toBe(true);
    expect(made.hubs.map(({ accounts }) => accounts)).toEqual([null, null]);
  });

  it('orders transfers of a day by what they are and not by the clock', () => {
    for (const { transfers } of made.leads) {
      transfers.seconds.forEach((after, i) => {
        if (i === 0 || transfers.seconds[i - 1]! < after) return;
        expect(transfers.seconds[i - 1]).toBe(after);
        expect(transfers.from[i - 1]!).toBeLessThanOrEqual(transfers.from[i]!);
      });
    }
  });

  it('writes sentences anew from what is left', () => {
    const [finding] = made.findings;
    expect(finding!.sentence).toBe(
      'Consistent with "many payers into one account": senders 7 (at least 5); received EUR 700. 7 protected payers, not named. Not evidence of guilt.',
    );
    expect(made.leads[0]!.parts.map(({ sentence }) => sentence)).toContain('Others who feed the same account.');
    expect(made.leads[0]!.narrative).toHaveLength(5);
    expect(made.leads[0]!.narrative[2]).toBe('Its transfers run from 1 Jan 2024 to 29 Jun 2024.');
  });
});

describe('public', () => {
  const document = fullCase();
  const { document: made, changes } = redactCase(document, testHash(1), 'public');
  const text = JSON.stringify({ made, changes });

  it('holds no text from files, no pseudonym, no finding, no transfer', () => {
    for (const secret of SECRETS) expect(text).not.toContain(secret);
    expect(text).not.toMatch(/[AI]-[0-9a-f]{24}/u);
    expect(made.findings).toEqual([]);
    for (const { transfers, files, findings, held } of made.leads) {
      expect(transfers.seconds).toEqual([]);
      expect([...files, ...findings, ...held]).toEqual([]);
    }
  });

  it('tells no day and no amount but powers of ten', () => {
    expect(text).not.toMatch(/\d{4}-\d\d-\d\d/u);
    const amounts = [...text.matchAll(/"amount":"([^"]*)"/gu)].map(([, amount]) => amount!);
    expect(amounts.length).toBeGreaterThan(5);
    expect(amounts.filter((amount) => !/^(?:10*|0\.0*1|0)$/u.test(amount))).toEqual([]);
  });

  it('tells nothing of groups under three', () => {
    const small = redactCase(madeCase({ leads: 2, operators: 2 }), testHash(1), 'public').document;
    expect(small.leads).toEqual([]);
    expect(made.unnamed.weak.map(({ accounts }) => accounts)).toEqual([6]);
    expect(made.protectionConcerns).toEqual([
      { typology: 'demand-escalation', findings: 3, concerned: 6, accounts: [] },
    ]);
    expect(made.leads[0]!.protectedPayers.needsReview).toEqual({ 'makes many deposits': 3 });
    expect(made.data.months.map(({ month }) => month)).toEqual(['2024-01', '2024-02', '2024-04']);
    expect(made.data.period).toEqual({ first: '2024-01', last: '2024-04' });
    expect(made.data.corridors.map(({ from, transfers }) => [from, transfers])).toEqual([
      ['NG', 12],
      ['LY', 3],
      ['IT', 39],
    ]);
    for (const { operators } of made.leads) {
      const cells = new Map<string, number>();
      for (const { role, rule } of operators) {
        cells.set(`${role.role} ${rule}`, (cells.get(`${role.role} ${rule}`) ?? 0) + 1);
      }
      expect([...cells.values()].filter((count) => count < 3)).toEqual([]);
    }
    const counts = [...text.matchAll(/"(?:before|after|changed|transfers|count|accounts|fired)":(\d+)/gu)];
    expect(counts.filter(([, count]) => Number(count) === 1 || Number(count) === 2)).toEqual([]);
  });

  it('tells a sum only where three transfers are of that kind and currency', () => {
    const [lead] = madeCase().leads;
    const transfers = { ...lead!.transfers, currency: lead!.transfers.currency.map((_, i) => (i < 2 ? 1 : 0)) };
    const sums = [
      { currency: 'EUR', amount: '5000.00' },
      { currency: 'USD', amount: '9000.00' },
    ];
    const odd = { ...madeCase(), leads: [{ ...lead!, currencies: ['EUR', 'USD'], transfers, paidIn: sums }] };
    const { document: told } = redactCase(odd, testHash(1), 'public');
    expect(told.leads[0]!.paidIn).toEqual([{ currency: 'EUR', amount: '1000' }]);
  });
});

describe('keys', () => {
  const pseudonyms = (key: number, level: 'internal' | 'partner', document = fullCase()): Set<string> =>
    new Set(JSON.stringify(redactCase(document, testHash(key), level).document).match(/A-[0-9a-f]{24}/gu));

  it('make the same pseudonyms in every case and level, and another key none of them', () => {
    const [one, other] = [madeCase({ leads: 1, operators: 5 }), madeCase({ leads: 3, transfers: 50 })];
    const [a, b, c] = [
      pseudonyms(1, 'internal', one),
      pseudonyms(1, 'partner', other),
      pseudonyms(2, 'internal', other),
    ];
    expect(a.size).toBe(5);
    expect([...a].every((pseudonym) => b.has(pseudonym))).toBe(true);
    expect(b.size).toBe(c.size);
    expect([...c].filter((pseudonym) => a.has(pseudonym) || b.has(pseudonym))).toEqual([]);
  });
});
