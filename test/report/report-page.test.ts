import { readFileSync } from 'node:fs';
import { type Browser, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LeadTransfers } from '../../src/disclosure/document/index.js';
import { decimal } from '../../src/report/words/numbers.js';
import { NOT_LISTED } from '../../src/report/words/sentences.js';
import { madeCase } from '../support/case-documents.js';
import { removeFreshFolders } from '../support/fresh-folder.js';
import { findChromium, launch, Pages, ready, tabTo, violations, watch } from './browser.js';
import { journeyCase, noLead, withOthers } from './report-cases.js';

const HOSTILE =
  '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'`javascript:alert(3)&lt;=1+1|\u202e\u2028<!--<script>__proto__';
const CASES = {
  journey: () => journeyCase(),
  none: noLead,
  large: () => madeCase({ operators: 1000, transfers: 20_000 }),
  hostile: () => madeCase({ leads: 2, hostile: HOSTILE }),
  bare: () => madeCase({ places: false, clock: false }),
} as const;
type CaseName = keyof typeof CASES;

const executable = findChromium();
if (executable === undefined) process.stdout.write('Report in a browser: skipped, no Chromium in PATH or CHROMIUM.\n');

describe.skipIf(executable === undefined)('the report in a browser', { timeout: 120_000 }, () => {
  let browser: Browser;
  let pages: Pages;
  const addresses = new Map<CaseName, { address: string; bytes: number }>();

  beforeAll(async () => {
    browser = await launch(executable!);
    pages = new Pages();
    for (const name of Object.keys(CASES) as CaseName[]) {
      const review = { lead: 'C001', state: 'reject', by: HOSTILE, reason: HOSTILE, time: HOSTILE } as const;
      const isHostile = name === 'hostile';
      const fileName = isHostile ? `bank${HOSTILE}.csv` : undefined;
      addresses.set(name, pages.write(name, CASES[name](), fileName, undefined, isHostile ? [review] : []));
    }
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    removeFreshFolders();
  });

  const open = async (name: CaseName, options: object = {}, hash = ''): Promise<Page> => {
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, ...options });
    await page.goto(addresses.get(name)!.address + hash);
    await ready(page);
    return page;
  };
  const transfersOf = (name: CaseName): LeadTransfers => CASES[name]().leads[0]!.transfers;

  const looks = (Object.keys(CASES) as CaseName[]).flatMap((name) =>
    (name === 'bare' ? [390] : [1400, 390]).map((width) => ({ name, width })),
  );
  it.each(looks)(
    '$name at $width: silent, alone, accessible and no wider than the window, light and dark',
    async ({ name, width }) => {
      const page = await browser.newPage({ viewport: { width, height: 900 } });
      const seen = watch(page);
      const { address } = addresses.get(name)!;
      await page.goto(address);
      await ready(page);
      for (const scheme of ['light', 'dark']) {
        expect(await page.evaluate(() => document.documentElement.dataset['scheme'])).toBe(scheme);
        const widths = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
        expect(widths).toEqual([width, width]);
        if (scheme === 'light' || width === 1400) expect(await violations(page)).toEqual([]);
        await page.locator('button[aria-label="Light or dark"]').click();
      }
      expect(seen).toEqual({ complaints: [], requests: [address], dialogs: [] });
      expect(await page.locator('body script:not([type="application/json"])').count()).toBe(1);
      const loading = 'img, iframe, object, embed, link, [onerror], [onclick], [style*="url"]';
      expect(await page.locator(loading).count()).toBe(0);
      await page.close();
    },
  );

  it('fits into 320 pixels', async () => {
    const page = await open('journey', { viewport: { width: 320, height: 700 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await page.close();
  });

  it('cannot reach the network', async () => {
    const page = await open('journey');
    const answer = await page.evaluate(async () => {
      const image = new Image();
      const loaded = new Promise((resolve) => {
        image.onload = () => {
          resolve('loaded');
        };
        image.onerror = () => {
          resolve('refused');
        };
      });
      image.src = 'http://127.0.0.1:9/x.png';
      const fetched = await fetch('http://127.0.0.1:9/').then(
        () => 'loaded',
        () => 'refused',
      );
      return [await loaded, fetched];
    });
    expect(answer).toEqual(['refused', 'refused']);
    await page.close();
  });

  it('tells the same number of transfers everywhere', async () => {
    const page = await open('journey');
    await page.locator('#network').scrollIntoViewIfNeeded();
    const svg = page.locator('.time-stage svg');
    const box = (await svg.boundingBox())!;
    await page.mouse.move(box.x + 400, box.y + 60);
    await page.mouse.down();
    await page.mouse.move(box.x + 520, box.y + 60, { steps: 4 });
    await page.mouse.move(box.x + 640, box.y + 60, { steps: 4 });
    await page.mouse.up();
    await page.waitForTimeout(400);
    const [from, to] = await page
      .locator('input[type="date"]')
      .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
    const { seconds, start } = transfersOf('journey');
    const times = seconds.map((one) => Date.parse(start!) + one * 1000);
    const count = times.filter((ms) => ms >= Date.parse(from!) && ms < Date.parse(to!) + 86_400_000).length;
    expect(count).toBeGreaterThan(10);
    expect(count).toBeLessThan(seconds.length);
    expect(await page.locator('.selection-bar').getAttribute('data-transfers')).toBe(String(count));
    expect(await page.locator('.network').getAttribute('data-transfers')).toBe(String(count));
    expect(await page.locator('.row-count').textContent()).toContain(`${count} of 1,500 transfers`);
    await page.locator('.selection-bar button').click();
    expect(await page.locator('.row-count').textContent()).toContain('1,500 of 1,500 transfers');
    await page.close();
  });

  it('is used from the keyboard alone', async () => {
    const page = await open('journey');
    await tabTo(page, '[data-lead="C002"]');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#lead-title').textContent()).toContain('C002');
    await tabTo(page, '#network input[type="date"]');
    await page.keyboard.type('02012024');
    await tabTo(page, '.network');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    const words = await page.locator('.selection-bar').textContent();
    expect(words).toMatch(/1 Feb 2024 – .*BANK/u);
    await page.keyboard.press('Escape');
    await tabTo(page, '.finding > summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '.finding button.link');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('rows');
    expect(await page.locator('.selection-bar').textContent()).toContain('F00004');
    await page.close();
  });

  it('finds operators, and nobody else', async () => {
    const page = await open('journey');
    const number = CASES.journey().leads[1]!.operators[13]!.accounts[0]!.account;
    const field = page.locator('input[type="search"]');
    await field.fill(number);
    await field.press('Enter');
    await page.locator('.found button').first().click();
    expect(await page.locator('#lead-title').textContent()).toContain('C002');
    expect(await page.locator('.selection-bar').textContent()).toContain(number);
    await field.fill('1234567890');
    await field.press('Enter');
    expect(await page.locator('.found').textContent()).toBe(NOT_LISTED);
    await page.close();
  });

  it('shows figures that agree with the data', async () => {
    const page = await open('journey');
    const cells = (selector: string): Promise<string[]> => page.locator(selector).allTextContents();
    await page.locator('#flow details summary').click();
    await page.locator('#flow tbody tr').first().waitFor();
    const amounts = (await cells('#flow tbody td:nth-child(3)')).map((text) =>
      Number(text.replace('EUR ', '').replaceAll(',', '')),
    );
    const total = transfersOf('journey').amount.reduce((sum, amount) => sum + Number(amount), 0);
    expect(amounts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(total, 2);
    const toNumber = (text: string): number => Number(text.replace('−', '-'));
    const weights = (await page.locator('#score .parts').first().locator('.weight').allTextContents()).map(toNumber);
    expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(
      toNumber((await cells('#score .total strong'))[0]!),
      6,
    );
    expect(await page.locator('#findings .matrix .outcome').count()).toBe(3 * 3);
    await page.close();
  });

  it('shows sums that fit together, and folds the smaller parts of a score until asked by keyboard or print', async () => {
    const document = structuredClone(journeyCase());
    const [lead] = document.leads;
    lead!.parts = Array.from({ length: 14 }, (_, i) => ({ ...lead!.parts[0]!, weight: (i - 2) / 10 }));
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(pages.write('parts', document).address);
    await ready(page);
    const sums = await page
      .locator('#money tbody tr')
      .filter({ has: page.locator('strong') })
      .allTextContents();
    const [into, out] = [lead!.money[0]!.arrived, lead!.money[0]!.onward].map((text) => decimal(text));
    expect(sums[0]).toBe(`Came into its accounts${into!}`);
    expect(sums[1]).toBe(`Went out of its accounts${out!}`);
    const folded = page.locator('#score details.printed');
    expect(await folded.locator('summary').textContent()).toMatch(/^7 further parts, together [+−]/u);
    expect(await page.locator('#score .parts > .part').count()).toBe(1 + 5 + 2);
    await folded.locator('summary').focus();
    await page.keyboard.press('Enter');
    expect(await folded.locator('.part').last().isVisible()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await folded.locator('.part').first().isVisible()).toBe(false);
    await page.pdf();
    expect(await folded.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(true);
    await page.close();
  });

  it('draws no transfer between others, says so beside each picture, and lists it', async () => {
    const document = withOthers(journeyCase(), 12);
    const page = await browser.newPage({ viewport: { width: 1400, height: 900 } });
    await page.goto(pages.write('others', document).address);
    await ready(page);
    await page.locator('#flow details summary').click();
    await page.locator('#flow tbody tr').first().waitFor();
    const cells = await page.locator('#flow tbody td:nth-child(4)').allTextContents();
    expect(cells.reduce((sum, text) => sum + Number(text.replaceAll(',', '')), 0)).toBe(1500 - 12);
    const told = /^Not drawn: EUR [\d,.]+ in 12 transfers between others/u;
    for (const place of ['#flow > .hint', '.time > .hint', '#map .hint']) {
      await page.locator(place).last().scrollIntoViewIfNeeded();
      const texts = await page.locator(place).allTextContents();
      expect([place, texts.filter((text) => /Not drawn: /u.test(text)).length]).toEqual([place, 1]);
      expect(texts.find((text) => /Not drawn: /u.test(text))!.replace(/^.*(?=Not drawn)/u, '')).toMatch(told);
    }
    await page.locator('#evidence').scrollIntoViewIfNeeded();
    expect(await page.locator('#evidence .row-count').textContent()).toContain('1,500 of 1,500 transfers');
    const ends = await page.locator('#evidence .rows .c-findings').allTextContents();
    expect(ends.filter((text) => text.endsWith(', between others')).length).toBe(12);
    await page.close();
  });

  it('saves pictures that other programs can read', async () => {
    const page = await open('journey');
    const save = async (name: string): Promise<Buffer> => {
      const waiting = page.waitForEvent('download');
      await page.locator('#flow .save button', { hasText: name }).click();
      return readFileSync(await (await waiting).path());
    };
    const svg = (await save('SVG')).toString('utf8');
    const parsed = await page.evaluate((text) => {
      const tree = new DOMParser().parseFromString(text, 'image/svg+xml');
      return {
        errors: tree.querySelectorAll('parsererror').length,
        texts: tree.querySelectorAll('text').length,
        paths: tree.querySelectorAll('path').length,
      };
    }, svg);
    expect(parsed.errors).toBe(0);
    expect(parsed.texts).toBeGreaterThan(20);
    expect(parsed.paths).toBeGreaterThan(20);
    expect(svg).toContain('A lead is not proof.');
    expect((await save('PNG')).byteLength).toBeGreaterThan(10_000);
    await page.close();
  });

  it('shows hostile text as text', async () => {
    const page = await open('hostile');
    const seen = watch(page);
    await page.locator('.finding > summary').first().click();
    await page.locator('#map details summary').click();
    await page.locator('#flow details summary').click();
    await page.locator('.account-list li button').first().click();
    await page.waitForTimeout(300);
    expect(seen).toEqual({ complaints: [], requests: [], dialogs: [] });
    expect(await page.locator('.chosen-account').textContent()).toContain('<img src=x onerror=alert(2)>');
    expect(await page.locator('.chosen-account').textContent()).toContain('\\u202e');
    expect(await page.locator('#lead-title').textContent()).toContain('review: rejected');
    expect(await page.locator('.reviews').textContent()).toContain('rejected by </script>');
    expect(await page.title()).toBe('Case report: leads, not proof');
    expect(await page.locator('img').count()).toBe(0);
    await page.close();
  });

  it('prints light, with its title and its caution', async () => {
    const page = await open('journey', { colorScheme: 'dark' });
    const pdf = (await page.pdf({ format: 'A4', printBackground: true })).toString('latin1');
    const count = (pdf.match(/\/Type\s*\/Page\b/gu) ?? []).length;
    expect(count).toBeGreaterThan(3);
    expect(count).toBeLessThan(25);
    await page.emulateMedia({ media: 'print' });
    expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(255, 255, 255)');
    expect(await page.evaluate(() => document.documentElement.dataset['scheme'])).toBe('dark');
    await page.close();
  });

  it('prints the whole lead, its pictures in their shape and the heads of its table', async () => {
    const page = await open('journey');
    await page.locator('.account-list li button').first().click();
    await expect.poll(() => page.locator('.selection-bar').isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    expect(await page.locator('.row-count').textContent()).toContain('1,500 of 1,500 transfers');
    expect(await page.locator('.line.head').innerText()).toMatch(/When \(UTC\)[^]*Amount/u);
    const shape = await page.locator('.network').evaluate((box) => {
      const [width, height] = box.style.getPropertyValue('--shape').split('/').map(Number);
      const { width: shown, height: high } = box.getBoundingClientRect();
      return [width! / height!, shown / high];
    });
    expect(shape[1]! / shape[0]!).toBeCloseTo(1, 2);
    await page.close();
  });

  it('keeps words apart and inside their panels on a phone', async () => {
    const page = await open('journey', { viewport: { width: 390, height: 844 } });
    for (const picture of ['#flow svg', '#data .stage svg']) {
      const boxes = await page.locator(`${picture} text`).evaluateAll((texts) =>
        texts.map((text) => {
          const { left, right, top, bottom } = text.getBoundingClientRect();
          return { left, right, top: top + 2, bottom: bottom - 2 };
        }),
      );
      expect(boxes.length).toBeGreaterThan(0);
      for (const [i, one] of boxes.entries()) {
        expect([picture, i, one.right <= 390]).toEqual([picture, i, true]);
        if (picture !== '#flow svg') continue;
        const over = boxes.slice(i + 1).filter((two) => {
          const across = one.left < two.right && two.left < one.right;
          return across && one.top < two.bottom && two.top < one.bottom;
        });
        expect([picture, i, over]).toEqual([picture, i, []]);
      }
    }
    const table = page.locator('#limits .wide table').first();
    expect(await table.evaluate((one) => one.scrollWidth <= one.parentElement!.clientWidth)).toBe(true);
    await page.close();
  });

  it('keeps to its budgets of bytes, processor time and elements', async () => {
    expect(pages.templateBytes).toBeLessThanOrEqual(260_000);
    expect(addresses.get('journey')!.bytes).toBeLessThanOrEqual(600_000);
    expect(addresses.get('large')!.bytes).toBeLessThanOrEqual(3_000_000);
    const page = await open('large');
    const session = await page.context().newCDPSession(page);
    const seconds = async (): Promise<number> => {
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'TaskDuration')!.value;
    };
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.reload();
    const before = await seconds();
    await ready(page);
    const settled = await seconds();
    process.stdout.write(
      `report, 1,000 accounts and 20,000 transfers: ${addresses.get('large')!.bytes} bytes, ${Math.max(settled, settled - before).toFixed(2)} s of processor until settled; template ${pages.templateBytes} bytes\n`,
    );
    expect(settled).toBeLessThan(6);
    const drag = async (selector: string, y: number): Promise<number> => {
      await page.locator(selector).evaluate((element) => {
        window.scrollBy({ top: element.getBoundingClientRect().top - 200, behavior: 'instant' });
      });
      await page.waitForTimeout(500);
      const box = (await page.locator(selector).boundingBox())!;
      await page.mouse.move(box.x + 300, box.y + y);
      await page.mouse.down();
      const start = await seconds();
      await page.mouse.move(box.x + 500, box.y + y, { steps: 25 });
      const each = (await seconds()) - start;
      await page.mouse.up();
      return (each / 25) * 1000;
    };
    const pan = await drag('.network', 200);
    const brush = await drag('.time-stage svg', 60);
    expect(await page.locator('.selection-bar').textContent()).toContain('Selection: ');
    process.stdout.write(
      `processor time a step: ${pan.toFixed(1)} ms panning, ${brush.toFixed(1)} ms choosing a period\n`,
    );
    expect(Math.max(pan, brush)).toBeLessThan(150);
    expect(await page.locator('*').count()).toBeLessThanOrEqual(6000);
    await page.close();
  });

  it('says what it must without scripts', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(addresses.get('journey')!.address);
    const text = await page.locator('noscript').textContent();
    expect(text).toContain('report.md');
    expect(text).toContain('A lead is not proof.');
    await page.close();
  });
});
