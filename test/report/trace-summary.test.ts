import { describe, expect, it } from 'vitest';
import { type CaseDocument, type TraceDocument } from '../../src/disclosure/document/index.js';
import { requireTraceOfCase } from '../../src/report/index.js';
import { toReportData } from '../../src/report/to-report-data.js';
import { addRanges, sameAmounts } from '../../src/report/trace-sums.js';
import { MOST_ROWS, summariseTrace, type TracePart, type TraceSummary } from '../../src/report/trace-summary.js';
import { limitWords, rowGroups, rowTitle, traceTable, traceTitle } from '../../src/report/words/trace-words.js';
import { madeCase } from '../support/case-documents.js';
import { type MadeTrace, madeTrace } from '../support/trace-documents.js';
import { madeRun } from './report-cases.js';

const SHA = 'ab'.repeat(32);
const CASE: CaseDocument = madeCase({ operators: 20, leads: 2 });
const trace = (wish: MadeTrace = {}): TraceDocument => madeTrace(CASE, SHA, wish);
const summary = (wish: MadeTrace = {}): TraceSummary => summariseTrace(trace(wish), CASE);
const partOf = (wish: MadeTrace = {}): TracePart => summary(wish).parts[0]!;

/** Minor units under each rule, added by hand. */
function sums(rows: TracePart['places']): number[] {
  return rows[0]!.amounts.map(({ rule }) =>
    rows.reduce(
      (sum, { amounts }) => sum + Math.round(100 * Number(amounts.find((one) => one.rule === rule)!.amount)),
      0,
    ),
  );
}

describe('summariseTrace', () => {
  it('gives a row to each account of a lead, one to others and one to payers, which add up to what was followed', () => {
    const { places, claimed, addsUp } = partOf();
    expect(places.map(({ kind }) => kind)).toEqual(['account', 'account', 'account', 'others', 'payers']);
    expect(addsUp).toBe(true);
    expect(sums(places)).toEqual(claimed!.amounts.map(({ amount }) => Math.round(100 * Number(amount))));
    expect(places.map(rowTitle).slice(3)).toEqual(['4 accounts outside leads, not named', '9 protected payers']);
  });

  it(`keeps ${MOST_ROWS} rows with a name, the largest, and takes the rest together without losing a cent`, () => {
    const few = partOf({ named: MOST_ROWS }).places.map(({ kind }) => kind);
    expect(few.filter((kind) => kind === 'account')).toHaveLength(MOST_ROWS);
    expect(few).not.toContain('more');
    const { places, passed, passedMore, claimed, addsUp } = partOf({ named: 19 });
    const named = places.filter(({ kind }) => kind === 'account');
    expect(named).toHaveLength(MOST_ROWS);
    expect(named.map(({ highest }) => Number(highest))).toEqual(
      named.map(({ highest }) => Number(highest)).sort((a, b) => b - a),
    );
    expect(rowTitle(places[MOST_ROWS]!)).toBe('7 more accounts of leads');
    expect(sums(places)).toEqual(claimed!.amounts.map(({ amount }) => Math.round(100 * Number(amount))));
    expect([addsUp, passed.length, passedMore]).toEqual([true, MOST_ROWS, 7]);
  });

  it('gives one or two payers no row of their own', () => {
    const kinds = (payers: number): string[] =>
      partOf({ payers })
        .places.slice(3)
        .map(({ kind }) => kind);
    expect([kinds(0), kinds(2), kinds(3)]).toEqual([['others'], ['unnamed'], ['others', 'payers']]);
    expect(rowTitle(partOf({ payers: 2 }).places[3]!)).toBe('6 accounts not named, payers among them');
  });

  it('keeps currencies apart, and says when rows do not add up', () => {
    const both = summary({ currencies: ['EUR', 'USD'] });
    expect(both.parts.map(({ currency, addsUp }) => [currency, addsUp])).toEqual([
      ['EUR', true],
      ['USD', true],
    ]);
    expect(traceTitle(both)).toMatch(
      /^Where EUR [\d,.]+(?: to [\d,.]+)? and USD [\d,.]+(?: to [\d,.]+)? went, by rule$/u,
    );
    const narrowed = summariseTrace({ ...trace(), narrowed: true, destinations: trace().destinations!.slice(1) }, CASE);
    expect(narrowed.parts[0]!.addsUp).toBe(false);
    expect(rowGroups(narrowed.parts[0]!, narrowed)[1]!.note).toBe('');
    expect(limitWords(narrowed).join(' ')).toContain('Only destinations that were asked for are listed');
  });

  it('says which rule was not followed to its end, and where nothing has an amount', () => {
    expect(limitWords(summary({ stopped: true }))[0]).toContain('Incomplete: pro rata stopped by maxSteps.');
    const none = { ...trace(), claimed: [], ends: [], destinations: [], unnamedDestinations: [] };
    expect(limitWords(summariseTrace(none, CASE))[0]).toBe('The data have no amounts: value cannot be followed.');
    const reach = trace().rules.map((one) => ({ ...one, rule: 'poison' as const, measure: 'reach' as const }));
    expect(limitWords(summariseTrace({ ...trace(), rules: reach }, CASE))[0]).toContain('attributes no amount');
  });

  it('puts the same rows into the table as into the picture', () => {
    const made = summary({ named: 19 });
    const rows = rowGroups(made.parts[0]!, made).flatMap((group) => group.rows);
    const { heads, rows: lines } = traceTable(made.parts[0]!, made);
    expect(lines).toHaveLength(rows.length);
    expect(heads).toHaveLength(3 + 5 + 2);
    expect(lines.map((cells) => cells[1])).toEqual(rows.map(rowTitle));
  });

  it('is null in the data of a report without traces, which are otherwise the same', () => {
    const without = toReportData(CASE, madeRun());
    expect(without.trace).toBeNull();
    expect(toReportData(CASE, { ...madeRun(), traces: [] })).toEqual(without);
    const { trace: shown, ...rest } = toReportData(CASE, { ...madeRun(), traces: [trace()] });
    expect(shown).toHaveLength(1);
    expect({ ...rest, trace: null }).toEqual(without);
  });
});

describe('a trace that does not belong to the case', () => {
  const other = madeCase({ hostile: 'elsewhere', operators: 20 });
  const code = (wanted: string): unknown => expect.objectContaining({ code: wanted });

  it('is refused by the hash of the case, and where it was made without one', () => {
    const held = (one: TraceDocument, sha256: string) => (): void => {
      requireTraceOfCase(one, sha256);
    };
    expect(held(trace(), 'cd'.repeat(32))).toThrow(code('trace-other-case'));
    expect(held({ ...trace(), case: null }, SHA)).toThrow(code('trace-without-case'));
    expect(held(trace(), SHA)).not.toThrow();
  });

  it('is refused where it names anybody who is no operator of the case, and that account is not said', () => {
    expect(() => summariseTrace(trace(), other)).toThrow(code('trace-other-case'));
    const payer = { institution: 'PAYERBANK', account: '4711' };
    const [first, ...rest] = trace().destinations!;
    for (const edited of [
      { ...trace(), destinations: [{ ...first!, accounts: [payer] }, ...rest] },
      { ...trace(), claim: { ...trace().claim, named: [payer] } },
      { ...trace(), case: { sha256: SHA, leads: [{ lead: 'C001', accounts: 1, reached: [payer] }] } },
      { ...trace(), destinations: [{ ...first!, protection: 'protected-payer' as const, accounts: [payer] }] },
    ]) {
      expect(() => summariseTrace(edited, CASE)).toThrow(code('trace-other-case'));
      expect(() => summariseTrace(edited, CASE)).not.toThrow(/4711/u);
    }
    const mislabelled = { ...trace(), destinations: [{ ...first!, protection: 'unnamed' as const }, ...rest] };
    expect(() => summariseTrace(mislabelled, CASE)).toThrow(code('trace-unreadable'));
  });
});

describe('addRanges', () => {
  const range = (amount: string, exactMinor?: string): Parameters<typeof addRanges>[0][number] => ({
    currency: 'EUR',
    amounts: [{ rule: 'fifo', amount, ...(exactMinor === undefined ? {} : { exactMinor }) }],
    lowest: amount,
    highest: amount,
  });

  it('adds exact fractions, not what was printed of them', () => {
    const thirds = [range('0.33', '100/3'), range('0.33', '100/3'), range('0.33', '100/3')];
    expect(addRanges(thirds)?.highest).toBe('1.00');
    expect(addRanges([range('0.0025'), range('10.00')])?.lowest).toBe('10.0025');
    expect(addRanges([])).toBeUndefined();
  });

  it('compares to the last digit, whatever zeros are printed', () => {
    expect(sameAmounts(range('1.00'), range('1.0'))).toBe(true);
    expect(sameAmounts(range('100'), range('1'))).toBe(false);
    expect(sameAmounts(range('1.00'), range('1.001'))).toBe(false);
  });
});
