import { describe, expect, it } from 'vitest';
import { type LeadDocument } from '../../src/disclosure/document/index.js';
import { fitLead, PAGE_LIMITS } from '../../src/report/fit-lead.js';
import { largestOperators } from '../../src/report/keep-operators.js';
import { reportMarkdown } from '../../src/report/index.js';
import { embedJson } from '../../src/report/render-report.js';
import { toReportData } from '../../src/report/to-report-data.js';
import { drawnWords, leftOutWords } from '../../src/report/words/left-out-words.js';
import { madeCase } from '../support/case-documents.js';
import { madeRun } from './report-cases.js';

const leadOf = (operators: number, transfers: number): LeadDocument => madeCase({ operators, transfers }).leads[0]!;
/** Each transfer in words that do not depend on where its operators stand. */
const spelled = ({ operators, transfers }: LeadDocument): string[] =>
  transfers.from.map((from, i) =>
    JSON.stringify([
      operators[from]?.accounts ?? from,
      operators[transfers.to[i]!]?.accounts ?? transfers.to[i],
      transfers.amount[i],
      transfers.seconds[i],
      transfers.line[i],
      transfers.countryFrom[i],
      transfers.findings[i],
    ]),
  );

describe('fitLead', () => {
  it('leaves a lead at its limits alone, and cuts the one above', () => {
    const lead = leadOf(20, 300);
    expect(fitLead(lead, { accounts: 20, transfers: 300, drawn: 5 })).toBe(lead);
    expect(fitLead(lead, { accounts: 19, transfers: 300, drawn: 5 }).operators).toHaveLength(19);
    expect(fitLead(lead, { accounts: 20, transfers: 299, drawn: 5 }).transfers.from).toHaveLength(299);
  });

  it('keeps the largest accounts, with the transfers in which no other account has a part', () => {
    const lead = leadOf(30, 400);
    const fitted = fitLead(lead, { accounts: 12, transfers: 1000, drawn: 5 });
    const value = ({ received, paid }: LeadDocument['operators'][number]): number =>
      [...received, ...paid].reduce((sum, { amount }) => sum + Number(amount), 0);
    const ranked = [...lead.operators].sort((a, b) => value(b) - value(a)).slice(0, 12);
    expect(new Set(fitted.operators)).toEqual(new Set(ranked));
    const names = new Set(fitted.operators.map(({ accounts }) => JSON.stringify(accounts)));
    const isKept = (end: number): boolean => end < 0 || names.has(JSON.stringify(lead.operators[end]!.accounts));
    const { from, to } = lead.transfers;
    expect(spelled(fitted)).toEqual(spelled(lead).filter((_, i) => isKept(from[i]!) && isKept(to[i]!)));
    const payersOf = ({ operators, protectedPayers }: LeadDocument): Map<string, number> =>
      new Map(operators.map(({ accounts }, i) => [JSON.stringify(accounts), protectedPayers.byOperator[i]!]));
    for (const [name, count] of payersOf(fitted)) expect(count).toBe(payersOf(lead).get(name));
  });

  it('keeps what is in findings first, then what comes first, in the order of the data', () => {
    const lead = leadOf(6, 100);
    const lines = (most: number): number[] =>
      fitLead(lead, { accounts: 10, transfers: most, drawn: 5 }).transfers.line.slice();
    const proving = lead.transfers.line.filter((_, i) => lead.transfers.findings[i]!.length > 0);
    expect(lines(proving.length)).toEqual(proving);
    const [next] = lead.transfers.line.filter((line) => !proving.includes(line));
    expect(lines(proving.length + 1)).toEqual([...proving, next!].sort((a, b) => a - b));
    expect(lines(3)).toEqual(proving.slice(0, 3));
  });

  it('ranks by the currency that most transfers are in, equals in the order of the document', () => {
    const lead = leadOf(4, 40);
    const sums = [['5.00'], ['900.00', 'USD'], ['7.00'], ['5.00']];
    const operators = lead.operators.map((operator, i) => ({
      ...operator,
      received: [{ currency: sums[i]![1] ?? 'EUR', amount: sums[i]![0]! }],
      paid: [],
    }));
    const mixed = {
      ...lead,
      operators,
      currencies: ['USD', 'EUR'],
      transfers: { ...lead.transfers, currency: [0, ...Array<number>(39).fill(1)] },
    };
    expect([1, 2, 3].map((most) => largestOperators(mixed, most))).toEqual([[2], [0, 2], [0, 2, 3]]);
  });
});

describe('a lead too large for a page', { timeout: 120_000 }, () => {
  const document = madeCase({ operators: 5200, transfers: 60_000 });
  const [lead] = document.leads;
  const data = toReportData(document, madeRun());
  const [held] = data.leads;

  it('is held up to the limits, and drawn up to fewer', () => {
    expect(held!.operators).toHaveLength(PAGE_LIMITS.accounts);
    expect(held!.transfers.from).toHaveLength(PAGE_LIMITS.transfers);
    expect(held!.layout.accounts.filter((place) => place !== null)).toHaveLength(PAGE_LIMITS.drawn);
    expect(held!.layout.accounts).toHaveLength(PAGE_LIMITS.accounts);
    for (const { of } of held!.layout.groups) expect(held!.layout.accounts[of]).not.toBeNull();
    expect(Buffer.byteLength(embedJson(data))).toBeLessThan(9_000_000);
  });

  it('is told as a whole, with exact sums', () => {
    const minor = lead!.transfers.amount.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0);
    expect(held!.whole).toMatchObject({
      accounts: 5200,
      transfers: 60_000,
      sums: [{ currency: 'EUR', amount: (minor / 100).toFixed(2) }],
    });
    expect(held!.paidIn).toEqual(lead!.paidIn);
    expect(held!.whole.timeline).toEqual(
      toReportData(document, madeRun(), { fit: (one) => one, layOut: () => ({ accounts: [], groups: [] }) }).leads[0]!
        .whole.timeline,
    );
  });

  it('says so, and where the rest is', () => {
    const words = leftOutWords(held!);
    expect(words).toContain('the 5,000 largest of 5,200 accounts');
    expect(words).toContain('50,000 of 60,000 transfers');
    expect(words).toContain('leads/C001/transfers.csv holds every transfer');
    expect(drawnWords(held!)).toBe('The 1,000 largest of 5,200 accounts are drawn. ');
    const small = toReportData(madeCase(), madeRun()).leads[0]!;
    expect([leftOutWords(small), drawnWords(small)]).toEqual(['', '']);
  });

  it('is written whole where there are no pictures', () => {
    expect(reportMarkdown(document, madeRun())).toContain('60,000 transfers of');
  });
});
