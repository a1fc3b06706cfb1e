import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layOutLead } from '../../src/report/layout.js';
import { renderReport, reportMarkdown } from '../../src/report/index.js';
import { DATA_MARKER, embedJson } from '../../src/report/render-report.js';
import { toReportData } from '../../src/report/to-report-data.js';
import { madeCase } from '../support/case-documents.js';
import { journeyCase, madeRun, noLead } from './report-cases.js';

const TEMPLATE = `<script type="application/json">${DATA_MARKER}</script>`;
const HOSTILE = '</script><!--<script>\u2028\u2029\u202e|`[x](javascript:alert(1))<b>$&$1__proto__';

describe('renderReport', () => {
  it('gives the same bytes for the same document', () => {
    const once = renderReport(journeyCase(), madeRun(), TEMPLATE);
    expect(renderReport(journeyCase(), madeRun(), TEMPLATE)).toBe(once);
  });

  it('writes hostile text so that it stays data', () => {
    const page = renderReport(madeCase({ hostile: HOSTILE }), madeRun(), TEMPLATE);
    expect(page.slice(TEMPLATE.indexOf('{'), -'</script>'.length)).not.toMatch(/[<\u2028\u2029]/u);
    const data = JSON.parse(page.slice(page.indexOf('{'), page.lastIndexOf('}') + 1)) as {
      leads: { files: string[] }[];
    };
    expect(data.leads[0]!.files).toEqual([`bank${HOSTILE}.csv`]);
  });

  it('refuses a template with no marker or with two', () => {
    for (const template of ['', TEMPLATE + TEMPLATE]) {
      expect(() => renderReport(noLead(), madeRun(), template)).toThrow(expect.objectContaining({ code: 'template' }));
    }
  });

  it('knows the marker that the template is built with', () => {
    const script = readFileSync(resolve(import.meta.dirname, '../../scripts/build-report.mjs'), 'utf8');
    expect(script).toContain(`const MARKER = '${DATA_MARKER}';`);
  });

  it('keeps what a manifest holds beside the run out of the page', () => {
    const run = { ...madeRun(), guardLists: { secret: 'of the user' } };
    expect(embedJson(toReportData(noLead(), run))).not.toContain('of the user');
  });
});

describe('layOutLead', () => {
  it.each([1, 2, 15, 301, 1000])(
    'gives %i accounts whole places inside the frame, twice the same bytes',
    (operators) => {
      const lead = madeCase({ operators, transfers: operators * 10 }).leads[0]!;
      const layout = layOutLead(lead, 7);
      expect(JSON.stringify(layOutLead(lead, 7))).toBe(JSON.stringify(layout));
      expect(layout.accounts).toHaveLength(operators);
      for (const place of layout.accounts) {
        const [x, y] = place!;
        expect(Number.isInteger(x) && Number.isInteger(y)).toBe(true);
        expect(x >= 0 && x <= 1000 && y >= 0 && y <= 620).toBe(true);
      }
    },
  );

  it('places a group of payers for each account that they paid', () => {
    const lead = madeCase({ operators: 5, transfers: 60 }).leads[0]!;
    const paid = new Set(lead.transfers.to.filter((to, i) => to >= 0 && lead.transfers.from[i] === -1));
    const groups = layOutLead(lead, 1)
      .groups.filter(({ kind }) => kind === 'payers')
      .map(({ of }) => of);
    expect(new Set(groups)).toEqual(expect.objectContaining(paid));
  });
});

describe('reportMarkdown', () => {
  it('says what the page says, in its order', () => {
    const text = reportMarkdown(journeyCase(), madeRun());
    const order = [
      '# Two leads for review',
      '**A lead is not proof.**',
      '## Leads, strongest first',
      '## C001',
      '```mermaid',
      '### Timeline',
      '### Who to ask next',
      'How the score comes about',
      'What is missing',
      'Findings, and the innocent',
      '## All the data',
      '## What was read',
    ];
    const places = order.map((words) => text.indexOf(words));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('lets no text of the data become markup', () => {
    const text = reportMarkdown(madeCase({ hostile: HOSTILE }), madeRun(`bank${HOSTILE}.csv`));
    expect(text).not.toMatch(/<script|<b>|\]\(javascript|[\u2028\u2029\u202e]/u);
    expect(text).toContain('\\\\u202e');
  });

  it('says without a lead what was lacking', () => {
    const text = reportMarkdown(noLead(), madeRun());
    expect(text).toContain('# No lead in these data');
    expect(text).toContain('a second look takes 3.00');
  });
});
