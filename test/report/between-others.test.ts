import { describe, expect, it } from 'vitest';
import { type CaseDocument, type LeadDocument } from '../../src/disclosure/document/index.js';
import { sparkBins } from '../../src/report/client/sparkline.js';
import { corridorsOf } from '../../src/report/pictures/corridors.js';
import { othersWords } from '../../src/report/pictures/flow-words.js';
import { prepare, rowsOf, splitOthers } from '../../src/report/pictures/prepare.js';
import { NOTHING } from '../../src/report/pictures/selection.js';
import { reportMarkdown } from '../../src/report/index.js';
import { toReportData } from '../../src/report/to-report-data.js';
import { BETWEEN_OTHERS, MOVED, PAID_IN, PAID_OUT, transferKind } from '../../src/report/transfer-kind.js';
import { madeCase } from '../support/case-documents.js';
import { journeyCase, madeRun, withOthers } from './report-cases.js';

const COUNT = 5;
const dataOf = (document: CaseDocument): ReturnType<typeof toReportData> => toReportData(document, madeRun());
const others = withOthers(journeyCase(300), COUNT);
const leadOf = (document: CaseDocument): ReturnType<typeof prepare> => prepare(dataOf(document).leads[0]!);

/** The lead without its first transfers, as if nobody had told of them. */
function without(lead: LeadDocument): LeadDocument {
  const cut = <T>(column: readonly T[]): T[] => column.slice(COUNT);
  const { start, ...columns } = lead.transfers;
  const transfers = Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, cut<unknown>(column)]));
  return { ...lead, transfers: { start, ...transfers } as unknown as LeadDocument['transfers'] };
}

describe('a transfer between others', () => {
  it.each([
    [-1, -1, BETWEEN_OTHERS],
    [-1, -2, BETWEEN_OTHERS],
    [-2, -1, BETWEEN_OTHERS],
    [-2, -2, BETWEEN_OTHERS],
    [-1, 0, PAID_IN],
    [-2, 3, PAID_IN],
    [0, -1, PAID_OUT],
    [3, -2, PAID_OUT],
    [0, 0, MOVED],
    [0, 3, MOVED],
  ])('from %i to %i is of kind %#', (from, to, kind) => {
    expect(transferKind(from, to)).toBe(kind);
  });

  it('is told in a sentence with its sum, and is among the transfers that are listed', () => {
    const prepared = leadOf(others);
    const rows = rowsOf(prepared, NOTHING);
    const { own, others: past } = splitOthers(prepared, rows);
    expect([rows.length, own.length, past]).toEqual([300, 295, [0, 1, 2, 3, 4]]);
    const sum = others.leads[0]!.transfers.amount.slice(0, COUNT).reduce((total, text) => total + Number(text), 0);
    expect(othersWords(prepared, past).replaceAll(',', '')).toContain(sum.toFixed(2));
    expect(othersWords(prepared, past)).toContain('in 5 transfers between others');
    expect(othersWords(prepared, [])).toBe('');
  });

  it('changes neither corridors nor what is paid in', () => {
    const [with_, plain] = [others, { ...others, leads: others.leads.map(without) }].map(leadOf);
    const corridors = (lead: ReturnType<typeof prepare>): unknown =>
      corridorsOf(lead, splitOthers(lead, rowsOf(lead, NOTHING)).own).map(({ rows, ...rest }) => ({
        ...rest,
        count: rows.length,
      }));
    expect(corridors(with_!)).toEqual(corridors(plain!));
    const total = (lead: ReturnType<typeof prepare>): number =>
      sparkBins(lead.lead.transfers).reduce((a, b) => a + b, 0);
    expect(total(with_!)).toBeCloseTo(total(plain!), 6);
  });

  it('is in no ribbon of report.md, which says so once for each lead', () => {
    const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
    const [told, plain] = [others, journeyCase(300)].map((document) => reportMarkdown(document, madeRun()));
    expect(count(told!, /between others/gu)).toBe(others.leads.length);
    expect(plain).not.toContain('between others');
    expect(told).toMatch(/^ {2}P -->.*\| R\d$/mu);
    expect(told).not.toMatch(/^ {2}P -->.*\| [PO]$/mu);
    expect(count(reportMarkdown(withOthers(madeCase(), COUNT), madeRun()), /Not drawn: /gu)).toBe(1);
  });
});
