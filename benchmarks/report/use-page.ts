import { type CDPSession, chromium, type Page } from 'playwright-core';

/** Processor time of the page's main thread, in ms. */
export interface PageFigures {
  readonly readyMs: number;
  readonly panMs: number;
  readonly panScriptMs: number;
  readonly brushMs: number;
  readonly brushScriptMs: number;
  readonly elements: number;
}

const MOVES = 60;
/** A frame of a screen at 60 Hz. */
const FRAME_MS = 16;
/** Of one move of the pointer. */
const STEP = 8;

/** Opens a page, pans its network and drags a period over its bars with a real pointer, a move per frame. */
export async function usePage(executablePath: string, file: string): Promise<PageFigures> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'];
  const browser = await chromium.launch({ executablePath, args });
  const page = await browser.newPage({ viewport: { width: 1400, height: 900 }, reducedMotion: 'reduce' });
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`file://${file}`);
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await page.waitForTimeout(1000);
  const ready = await spent(session);
  const pan = await drag(page, session, '.network', 200);
  const brush = await drag(page, session, '.time-stage svg', 60);
  const elements = await page.locator('*').count();
  await browser.close();
  return {
    readyMs: ready.task,
    panMs: pan.task,
    panScriptMs: pan.script,
    brushMs: brush.task,
    brushScriptMs: brush.script,
    elements,
  };
}

interface Spent {
  readonly task: number;
  readonly script: number;
}

async function spent(session: CDPSession): Promise<Spent> {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (wanted: string): number => 1000 * (metrics.find(({ name }) => name === wanted)?.value ?? NaN);
  return { task: of('TaskDuration'), script: of('ScriptDuration') };
}

/** What a move of a drag to the right costs, drawing included, the rest after it not. */
async function drag(page: Page, session: CDPSession, selector: string, y: number): Promise<Spent> {
  await page.locator(selector).evaluate((element) => {
    window.scrollBy(0, element.getBoundingClientRect().top - 200);
  });
  await page.waitForTimeout(600);
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`Expected ${selector} on the page`);
  const at = { x: box.x + 200, y: box.y + y };
  await page.mouse.move(at.x, at.y);
  await page.mouse.down();
  await page.mouse.move(at.x + STEP, at.y);
  await page.waitForTimeout(FRAME_MS);
  const before = await spent(session);
  for (let i = 2; i < MOVES + 2; i++) {
    await page.mouse.move(at.x + i * STEP, at.y);
    await page.waitForTimeout(FRAME_MS);
  }
  const after = await spent(session);
  await page.mouse.up();
  await page.waitForTimeout(800);
  return { task: (after.task - before.task) / MOVES, script: (after.script - before.script) / MOVES };
}
