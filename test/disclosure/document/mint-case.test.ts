import { describe, expect, it } from 'vitest';
import { type CaseDocument, CASE_NOTICE, caseSchema } from '../../../src/disclosure/document/index.js';
import { DAY_MS } from '../../../src/foundation/index.js';
import { caseJsonText } from '../../../src/export/index.js';
import { investigate } from '../../../src/investigation/index.js';
import { createLedger, type TransferInput } from '../../../src/ledger/index.js';
import { simulateWorld } from '../../../src/simulation/index.js';
import { DETECTORS } from '../../../src/typologies/index.js';
import { madeCase } from '../../support/case-documents.js';

const START = Date.UTC(2024, 0, 30);
const ACCUSING =
  /guilty|criminal|suspect|smuggler|illegal|victim|\bring\b|\bmule|dirty|(?<!not )proof|risk score|\balert/iu;

function documentOf(transfers: readonly TransferInput[]): CaseDocument {
  return investigate(createLedger(transfers).ledger, { stabilityRuns: 1 }).document;
}

const written = (document: CaseDocument): string => [...caseJsonText(document)].join('');

const world = simulateWorld({ seed: 2, transfers: 8000 });
const whole = investigate(world.toLedger().ledger, { stabilityRuns: 2 });

describe('the document of a case', () => {
  it('is what case.json says, and keeps to its schema', () => {
    for (const document of [whole.document, madeCase(), madeCase({ leads: 0, clock: false }), documentOf([])]) {
      expect(JSON.parse(written(document))).toEqual(document);
      expect(caseSchema.parse(document)).toEqual(document);
    }
    expect([...caseJsonText(whole.document)].length).toBeGreaterThan(whole.document.findings.length);
  });

  it('keeps the order of its schema, so that a case from disk gives the bytes of the first run', () => {
    for (const document of [whole.document, documentOf([])]) {
      expect(JSON.stringify(caseSchema.parse(document))).toBe(JSON.stringify(document));
    }
  });

  it('says in every sentence only what may be said', () => {
    const { leads, findings, detectors, closest } = whole.document;
    expect(leads.length).toBeGreaterThan(0);
    const told = [
      ...leads.flatMap(({ narrative, operators }) => [...narrative, ...operators.map(({ role }) => role.label)]),
      ...findings.map(({ sentence }) => sentence),
      ...detectors.flatMap(({ title, question }) => [title, question]),
      ...closest.lacking,
    ];
    for (const sentence of told) expect(sentence.replaceAll(/not evidence of guilt/giu, '')).not.toMatch(ACCUSING);
    for (const { narrative } of leads) expect(narrative).toHaveLength(5);
    const lengths = findings.map(({ sentence }) => sentence.length);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThan(250);
    expect(CASE_NOTICE).toMatch(/^Leads, not proof\./u);
  });

  it('agrees with the case it was minted from', () => {
    const { document, leads, findings } = whole;
    expect(document.leads.map(({ lead, transferCount }) => [lead, transferCount])).toEqual(
      leads.map(({ id, transferCount }) => [id, transferCount]),
    );
    for (const [i, lead] of document.leads.entries()) {
      expect(lead.protectedPayers.count).toBe(leads[i]!.payers.count);
      expect(lead.senders.protectedPayers).toBe(leads[i]!.payers.count);
      expect(lead.findings).toEqual(findings.filter((one) => one.lead === lead.lead).map(({ id }) => id));
      for (let place = 0; place < lead.operators.length; place++) {
        expect(lead.transfers.from.includes(place) || lead.transfers.to.includes(place)).toBe(true);
      }
    }
    expect(document.findings.map(({ finding }) => finding)).toEqual(findings.map(({ id }) => id));
  });

  it('lists every detector with what it found', () => {
    const { detectors, findings } = whole.document;
    expect(detectors.map(({ id }) => id)).toEqual(DETECTORS.map(({ id }) => id));
    const counted = detectors.filter(({ id }) => !['demand-escalation', 'wage-to-debt'].includes(id));
    for (const { id, fired, explained, inLeads } of counted) {
      const own = findings.filter(({ typology }) => typology === id);
      expect([fired, explained]).toEqual(
        ['fired', 'explained'].map((status) => own.filter((one) => one.status === status).length),
      );
      expect(inLeads).toBe(own.filter(({ lead }) => lead !== null).length);
    }
  });
});

describe('what the whole data hold', () => {
  const pay = (payer: string, day: number, amount: string, currency = 'EUR', countryTo = 'IT'): TransferInput => ({
    ...{ payer, beneficiary: 'shop', amount, currency, timeMs: START + day * DAY_MS, countryFrom: 'NG', countryTo },
  });
  const { data } = documentOf([
    pay('a', 0, '1.50'),
    pay('b', 1, '9007199254740991.00', 'USD'),
    pay('c', 2, '2.00'),
    pay('c', 2, '2.00', 'EUR', 'FR'),
    pay('c', 2, '2.00', 'EUR', 'FR'),
    pay('c', 2, '2.00', 'EUR', 'FR'),
    pay('d', 40, '9007199254740991.00', 'USD'),
  ]);

  it('is summed by month, exactly, each currency apart', () => {
    expect(data.months).toEqual([
      { month: '2024-01', currency: 'EUR', transfers: 1, amount: '1.5' },
      { month: '2024-01', currency: 'USD', transfers: 1, amount: '9007199254740991' },
      { month: '2024-02', currency: 'EUR', transfers: 4, amount: '8.0' },
      { month: '2024-03', currency: 'USD', transfers: 1, amount: '9007199254740991' },
    ]);
  });

  it('is summed by pair of countries with three transfers of three payers', () => {
    expect(data.corridors).toEqual([
      {
        ...{ from: 'NG', to: 'IT', transfers: 4 },
        sums: [
          { currency: 'EUR', amount: '3.5' },
          { currency: 'USD', amount: '18014398509481982' },
        ],
      },
    ]);
  });

  it('has no period where there is no clock', () => {
    const bare = documentOf([
      { payer: 'a', beneficiary: 'b', timeMs: 3, precision: 'step', amount: '1', currency: 'EUR' },
    ]);
    expect(bare.data).toMatchObject({ transfers: 1, period: null, months: [], precision: 'step' });
  });
});

describe('what came closest to a lead', () => {
  it('says what the data lack for any judgement, and what columns would allow', () => {
    const { closest, detectors } = documentOf([{ payer: 'a', beneficiary: 'b', timeMs: 3, precision: 'order' }]);
    expect(closest.group).toBeNull();
    expect(closest.lacking).toEqual(['Flows could not be judged: the data lack amounts and clock times.']);
    const amounts = closest.columns.find(({ column }) => column === 'amounts')!;
    expect(amounts.allows).toContain('leads from exceptional payments');
    expect(amounts.allows.length).toBe(
      1 + detectors.filter(({ missing }) => missing?.includes('amounts') === true).length,
    );
  });

  it('tells the strongest group that is too weak, with its score beside what it takes', () => {
    const { ledger } = world.toLedger();
    const parameters = { score: { secondLookScore: 19, strongScore: 20 } };
    const { document } = investigate(ledger, { stabilityRuns: 1, only: [], parameters });
    expect(document.leads).toEqual([]);
    const { group, lacking } = document.closest;
    expect(group!.needed).toBe(19);
    expect(group!.score).toBe(Math.max(...document.unnamed.weak.map(({ meanScore }) => meanScore)));
    expect(lacking[0]).toBe(
      `The strongest group that is no lead has a mean evidence weight of ${group!.score.toFixed(2)} nats; a second look takes 19.00.`,
    );
  });

  it('tells of a group that is strong enough and has fewer than two accounts to name', () => {
    const { ledger } = world.toLedger();
    expect(whole.document.leads.map(({ operators }) => operators.length >= 2)).toContain(true);
    const parameters = { score: { namedScore: 19 } };
    const { document } = investigate(ledger, { stabilityRuns: 1, only: [], parameters });
    expect(document.leads).toEqual([]);
    const { group, lacking } = document.closest;
    expect(lacking[0]).toBe(
      `The strongest group that is no lead would be strong enough (${group!.score.toFixed(2)} nats), but fewer than two of its ${group!.accounts} accounts can be named: the others may merely have paid, or are too weak by themselves.`,
    );
  });
});
