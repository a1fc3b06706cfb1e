import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { type CaseDocument, type TraceDocument } from '../../src/disclosure/document/index.js';
import { renderReport, type ReportReview } from '../../src/report/index.js';
import { freshFolder } from '../support/fresh-folder.js';
import { madeRun } from './report-cases.js';

const ROOT = resolve(import.meta.dirname, '../..');

/** The browser of the system: `CHROMIUM`, or a name in the path. Undefined where there is none. */
export function findChromium(): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const names = ['chromium', 'chromium-browser', 'google-chrome'];
  const inPath = names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
  return process.env['CHROMIUM'] ?? inPath;
}

export async function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'] });
}

/** Builds the template as the package does, and writes pages of cases beside it. */
export class Pages {
  readonly folder = freshFolder();
  readonly #template: string;

  constructor() {
    const out = join(this.folder, 'template.html');
    execFileSync(process.execPath, [join(ROOT, 'scripts/build-report.mjs'), out]);
    this.#template = readFileSync(out, 'utf8');
  }

  get templateBytes(): number {
    return Buffer.byteLength(this.#template);
  }

  /** Writes the page of a case; returns its address and size. */
  write(
    name: string,
    document: CaseDocument,
    fileName?: string,
    traces?: readonly TraceDocument[],
    reviews?: readonly ReportReview[],
  ): { address: string; bytes: number } {
    const text = renderReport(document, { ...madeRun(fileName), traces, reviews }, this.#template);
    writeFileSync(join(this.folder, `${name}.html`), text);
    return { address: `file://${join(this.folder, `${name}.html`)}`, bytes: Buffer.byteLength(text) };
  }
}

/** What a page did that it should not have done. */
export interface Watch {
  readonly complaints: string[];
  readonly requests: string[];
  readonly dialogs: string[];
}

export function watch(page: Page): Watch {
  const seen: Watch = { complaints: [], requests: [], dialogs: [] };
  page.on('console', (message) => seen.complaints.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => seen.complaints.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) seen.requests.push(request.url());
  });
  page.on('dialog', (dialog) => {
    seen.dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return seen;
}

/** Waits until the page is built and its pictures have come to rest. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready]', { state: 'attached' });
  await page.waitForTimeout(250);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Violations that axe finds, each in a line. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    interface Axe {
      run: (
        where: Document,
        options: object,
      ) => Promise<{ violations: { id: string; nodes: { html: string; failureSummary?: string }[] }[] }>;
    }
    const { axe } = window as unknown as { axe: Axe };
    const { violations: found } = await axe.run(document, { runOnly: { type: 'tag', values: tags } });
    return found.map(
      ({ id, nodes }) => `${id} (${nodes.length}): ${nodes[0]!.html.slice(0, 200)} ${nodes[0]!.failureSummary ?? ''}`,
    );
  });
}

/** Presses Tab until something that fits has the focus. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Expected Tab to reach ${selector}`);
}
