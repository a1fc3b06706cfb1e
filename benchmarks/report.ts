import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { renderReport } from '../src/report/index.js';
import { layOutLead } from '../src/report/layout.js';
import { findChromium } from '../test/report/browser.js';
import { journeyCase, madeRun } from '../test/report/report-cases.js';
import { madeCase } from '../test/support/case-documents.js';
import { type Benchmark, type BenchmarkCase, benchmarkCase } from './harness.js';
import { type PageFigures, usePage } from './report/use-page.js';

const ACCOUNTS = 1000;
const TRANSFERS = 20_000;
const SIZE = '1,000 accounts, 20,000 transfers';

const large = (): ReturnType<typeof madeCase> => madeCase({ operators: ACCOUNTS, transfers: TRANSFERS });

/** The template as the package ships it, and a page of it. */
interface BuiltPage {
  readonly folder: string;
  readonly template: string;
  readonly page: string;
}

function buildPage(): BuiltPage {
  const folder = mkdtempSync(join(tmpdir(), 'illicit-flows-bench-'));
  const file = join(folder, 'template.html');
  execFileSync(process.execPath, [resolve('scripts/build-report.mjs'), file]);
  const template = readFileSync(file, 'utf8');
  const page = join(folder, 'large.html');
  writeFileSync(page, renderReport(large(), madeRun(), template));
  return { folder, template, page };
}

const bytes = (text: string): string => `${(Buffer.byteLength(text) / 1000).toFixed(0)} kB`;
const ms = (value: number): string => `${value.toFixed(1)} ms`;

function tell(figures: PageFigures, { template, page, folder }: BuiltPage): Record<string, string> {
  const small = renderReport(journeyCase(), madeRun(), template);
  const told = {
    'template, budget 260 kB': bytes(template),
    'page of 14 accounts and 2 x 1,500 transfers': bytes(small),
    'page, budget 3 MB': bytes(readFileSync(page, 'utf8')),
    'processor until ready, budget 2 s': ms(figures.readyMs),
    'pan, a frame, budget 8 ms': ms(figures.panMs),
    'of it script': ms(figures.panScriptMs),
    'brush, a move, budget 16 ms': ms(figures.brushMs),
    'of that script': ms(figures.brushScriptMs),
    'elements, budget 6,000': String(figures.elements),
  };
  rmSync(folder, { recursive: true });
  return told;
}

/** The page of a lead with many accounts: what making it costs, and what using it costs in a browser that draws in software. */
export const benchmark: Benchmark = {
  title: 'report',
  cases: (): BenchmarkCase[] => {
    const chromium = findChromium();
    return [
      benchmarkCase({
        id: 'layout',
        task: `places of the accounts of a lead, ${SIZE}`,
        who: 'ours on graphology-layout-forceatlas2',
        budget: '2 s of processor',
        prepare: () => large().leads[0]!,
        run: (lead) => layOutLead(lead, 1),
      }),
      benchmarkCase({
        id: 'page',
        task: `the page of a lead, ${SIZE}`,
        who: 'ours',
        note: 'places included',
        prepare: buildPage,
        run: ({ template }) => renderReport(large(), madeRun(), template),
        report: (text, { folder }) => {
          rmSync(folder, { recursive: true });
          return { size: bytes(text) };
        },
      }),
      ...(chromium === undefined
        ? []
        : [
            benchmarkCase({
              id: 'use',
              task: `the page in Chromium without a graphics card, ${SIZE}`,
              who: 'ours',
              note: 'processor time of the thread of the page, by its own count; the columns before tell of the program that drives it',
              warmups: 0,
              repeats: 1,
              prepare: buildPage,
              run: ({ page }) => usePage(chromium, page),
              report: tell,
            }),
          ]),
    ];
  },
};
