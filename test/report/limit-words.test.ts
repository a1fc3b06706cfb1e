import { describe, expect, it } from 'vitest';
import { toReportData } from '../../src/report/to-report-data.js';
import { remarkWords, searchState, stoppedWords } from '../../src/report/words/limit-words.js';
import { missingOf } from '../../src/report/words/missing-words.js';
import { withPowers } from '../../src/report/words/part-words.js';
import { CAUTION, closingWords, lede } from '../../src/report/words/sentences.js';
import { madeCase } from '../support/case-documents.js';
import { madeRun, noLead } from './report-cases.js';

const data = toReportData(madeCase(), madeRun());
const [first, second] = data.detectors;
const [a, b] = [first!, second!];

describe('limits in words', () => {
  it('say what stopped a search, and which setting moves it', () => {
    const stopped = { ...a, missing: null, stoppedBy: 'maxPairs 200000' };
    const incomplete = [`${a.title}: not looked at in full, stopped by the limit ${a.id}.maxPairs 200000`, 'another'];
    expect(stoppedWords({ ...data, detectors: [stopped, b], incomplete })).toEqual([
      `${a.title}: not looked at in full. The search stopped at a limit of 200,000; --set ${a.id}.maxPairs moves it.`,
      'another',
    ]);
    expect(searchState(stopped)).toBe('stopped at a limit of 200,000');
    expect(searchState({ ...stopped, stoppedBy: 'time' })).toBe('stopped at a limit of time');
  });

  it('put a remark before those whom it concerns, also where a title has a colon', () => {
    const detectors = [a, { ...b, title: 'Pay again: coercion' }];
    const remarks = [`${a.title}; Pay again: coercion: Only days are known.`, 'of nobody: known'];
    expect(remarkWords({ ...data, detectors, remarks })).toEqual([
      `Only days are known (${a.title.toLowerCase()}; pay again: coercion).`,
      'of nobody: known',
    ]);
  });

  it('say once what all reasons of an untested explanation say', () => {
    const lead = structuredClone(data.leads[0]!);
    const reasons = ['Not in the data. 0 % of sales.', 'Not in the data. 9 % of sales.'];
    const tested = lead.findings[0]!.alternatives[0]!;
    const findings = reasons.map((reason) => ({
      ...lead.findings[0]!,
      alternatives: [{ ...tested, outcome: 'notEvaluable' as const, reason }],
    }));
    const texts = missingOf(data, { ...lead, findings }).filter(({ title }) => title.endsWith('cannot be tested'));
    expect(texts.map(({ text }) => text)).toEqual(['Not in the data.']);
  });
});

describe('the first and the last words of a page', () => {
  it('say each sentence of the caution and of the notice once', () => {
    const { strong, text } = closingWords(`Leads, not proof. One more. ${CAUTION.text.split('. ').at(-1)!}`);
    expect(strong).toBe('A lead is not proof.');
    expect(text.match(/immigration enforcement/gu)).toHaveLength(1);
    expect(text).toMatch(
      /^Each one needs review .* One more\. Not for immigration enforcement against individuals\.$/u,
    );
  });

  it('tell data in which nothing could be looked for', () => {
    const document = noLead();
    const detectors = document.detectors.map((one) => ({ ...one, missing: ['amounts'] }));
    const blind = { ...document, detectors, data: { ...document.data, months: [], corridors: [] } };
    expect(lede(toReportData(blind, madeRun()))).toContain(
      `were read, but none of ${detectors.length} patterns could be looked for, and flows could not be judged`,
    );
  });

  it('write powers of ten by hand, and leave other numbers', () => {
    expect(withPowers('1 in 10^78, 210^4 and 10^x')).toBe('1 in 10⁷⁸, 210^4 and 10^x');
  });
});
