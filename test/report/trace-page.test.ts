import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseDocument, type TraceDocument } from '../../src/disclosure/document/index.js';
import { madeCase } from '../support/case-documents.js';
import { removeFreshFolders } from '../support/fresh-folder.js';
import { madeTrace } from '../support/trace-documents.js';
import { findChromium, launch, Pages, ready, tabTo, violations, watch } from './browser.js';
import { journeyCase } from './report-cases.js';

const HOSTILE =
  '</script><img src=x onerror=alert(2)>"\'`javascript:alert(3)&lt;=1+1|\u202e\u2028<!--<script>__proto__';
const SHA = 'ab'.repeat(32);
type Made = readonly [document: CaseDocument, traces: readonly TraceDocument[]];
const journey = journeyCase();
const large = madeCase({ operators: 20 });
const hostile = madeCase({ operators: 6, hostile: HOSTILE });
const MADE = {
  two: [
    journey,
    [madeTrace(journey, SHA), madeTrace(journey, SHA, { currencies: ['EUR', 'USD'], stopped: true, payers: 2 })],
  ],
  many: [large, [madeTrace(large, SHA, { named: 19 })]],
  hostile: [hostile, [madeTrace(hostile, SHA, { hostile: HOSTILE })]],
  none: [journey, []],
} as const satisfies Record<string, Made>;
type Name = keyof typeof MADE;

const executable = findChromium();

describe.skipIf(executable === undefined)('traces in the report, in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  const addresses = new Map<Name, string>();

  beforeAll(async () => {
    browser = await launch(executable!);
    const pages = new Pages();
    for (const name of Object.keys(MADE) as Name[]) {
      const [document, traces] = MADE[name];
      addresses.set(name, pages.write(name, document, undefined, traces).address);
    }
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    removeFreshFolders();
  });

  const open = async (name: Name, options: object = {}): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
    await page.goto(`${addresses.get(name)!}#trace`);
    await ready(page);
    return page;
  };

  const looks = (['two', 'many', 'hostile'] as const).flatMap((name) => [1400, 390].map((width) => ({ name, width })));
  it.each(looks)(
    '$name at $width: silent, accessible and no wider than the window, light and dark',
    async ({ name, width }) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
        const seen = watch(page);
        await page.goto(addresses.get(name)!);
        await ready(page);
        await page.locator('#trace details summary').first().click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        expect(await violations(page)).toEqual([]);
        expect(seen).toEqual({ complaints: [], requests: [addresses.get(name)!], dialogs: [] });
        await page.close();
      }
    },
  );

  it('fits into 320 pixels, and no figure leaves its picture', async () => {
    for (const width of [320, 390, 760, 1400]) {
      const page = await open('two', { viewport: { width, height: 900 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      const outside = await page.locator('#trace .stage svg text').evaluateAll(
        (texts) =>
          texts.filter((text) => {
            const box = text.getBoundingClientRect();
            return box.left < -0.5 || box.right > window.innerWidth + 0.5;
          }).length,
      );
      expect(outside).toBe(0);
      await page.close();
    }
  });

  it('has a way to it in the top bar only where there is a trace', async () => {
    const [page, bare] = [await open('two'), await open('none')];
    const names = (of: Page): Promise<string[]> => of.locator('.top nav a').allTextContents();
    expect(await names(page)).toEqual(['Overview', 'Leads', 'All data', 'Trace', 'Limits']);
    expect(await names(bare)).toEqual(['Overview', 'Leads', 'All data', 'Limits']);
    expect(await bare.locator('#trace').count()).toBe(0);
    await page.close();
    await bare.close();
  });

  it('shows a mark for each rule where its amount is, a line from lowest to highest, and the range in figures', async () => {
    const page = await open('many');
    const rows = page.locator('#trace .trace-row');
    // One way in which it ended; 12 accounts, the rest, others and payers; 12 that it passed through.
    expect(await rows.count()).toBe(1 + (12 + 3) + 12);
    const named = rows.filter({ hasText: large.leads[0]!.operators[1]!.accounts[0]!.account }).first();
    const first = MADE.many[1][0].destinations![0]!;
    const line = named.locator('.range-line');
    const ends = await Promise.all(['x1', 'x2'].map(async (name) => Number(await line.getAttribute(name))));
    for (const { rule, amount } of first.amounts) {
      const place = /translate\(([\d.]+),/u.exec((await named.locator(`.rule-${rule}`).getAttribute('transform'))!)!;
      const share = (Number(amount) - Number(first.lowest)) / (Number(first.highest) - Number(first.lowest));
      expect(Number(place[1])).toBeCloseTo(ends[0]! + share * (ends[1]! - ends[0]!), 0);
    }
    expect(await named.locator('.row-range').textContent()).toMatch(/^[\d,]+\.\d\d to [\d,]+\.\d\d$/u);
    const agreed = rows.filter({ has: page.locator('.rule-all') }).first();
    expect(await agreed.locator('.rule-mark').count()).toBe(1);
    expect(await agreed.locator('.row-range').textContent()).toMatch(/^[\d,]+\.\d\d$/u);
    expect(await page.locator('#trace').textContent()).toContain('7 more accounts of leads');
    expect(await page.locator('#trace').textContent()).toContain('destinations.csv');
    await page.close();
  });

  it('says the same in its table, which the keyboard reaches', async () => {
    const page = await open('two');
    await tabTo(page, '#trace summary');
    await page.keyboard.press('Enter');
    const part = page.locator('#trace .trace-part').first();
    // The table is made when the browser tells that it was opened.
    await part.locator('tbody').first().waitFor();
    const cells = await part.locator('tbody td:nth-child(2)').allTextContents();
    const shown = await part.locator('.trace-row > title').allTextContents();
    expect(cells).toEqual(shown.map((text) => text.slice(0, text.lastIndexOf(': '))));
    await tabTo(page, '#trace .table-wrap');
    await page.close();
  });

  it('says what was not followed to its end, first', async () => {
    const page = await open('two');
    const caution = page.locator('#trace .caution');
    expect(await caution.allTextContents()).toEqual([
      'Incomplete: pro rata stopped by maxSteps. The rest is not in these figures.',
    ]);
    expect(await page.locator('#trace .trace-part h4').allTextContents()).toEqual(['EUR', 'USD']);
    await page.close();
  });

  it('shows hostile text as text, on the page and in a saved picture', async () => {
    const page = await open('hostile');
    const seen = watch(page);
    await page.locator('#trace summary').first().click();
    const waiting = page.waitForEvent('download');
    await page.locator('#trace .save button', { hasText: 'SVG' }).click();
    expect((await waiting).suggestedFilename()).toBe('trace-1.svg');
    expect(seen).toEqual({ complaints: [], requests: [], dialogs: [] });
    expect(await page.locator('#trace table').textContent()).toContain('<img src=x onerror=alert(2)>');
    expect(await page.locator('#trace').textContent()).not.toMatch(/[\u202e\u2028]/u);
    expect(await page.locator('img').count()).toBe(0);
    await page.close();
  });

  it('prints light and keeps each picture on one page', async () => {
    const page = await open('two', { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    const mark = page.locator('#trace .trace-row .rule-fifo').first();
    await expect.poll(() => mark.evaluate((one) => getComputedStyle(one).fill)).toBe('rgb(29, 74, 128)');
    const part = page.locator('#trace .trace-part').first();
    expect(await part.evaluate((one) => getComputedStyle(one).breakInside)).toBe('avoid');
    await page.close();
  });
});
