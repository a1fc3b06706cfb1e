import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type CaseDocument } from '../../../src/disclosure/document/index.js';
import { reportDataSchema } from '../../../src/report/document/index.js';
import { renderReport } from '../../../src/report/index.js';
import { DATA_MARKER } from '../../../src/report/render-report.js';
import { madeCase } from '../../support/case-documents.js';
import { journeyCase, madeRun, noLead, withOthers } from '../report-cases.js';

const FILE = resolve(import.meta.dirname, '../../../schemas/report-data.schema.json');
const published = z.fromJSONSchema(JSON.parse(readFileSync(FILE, 'utf8')) as Parameters<typeof z.fromJSONSchema>[0]);

/** What the page of a case embeds, read back from its bytes. */
function embedded(document: CaseDocument): Record<string, unknown> {
  const review = { state: 'accept', by: 'A. Reader', reason: 'seen', time: '2024-05-01T00:00:00Z' } as const;
  const run = { ...madeRun(), reviews: document.leads.map(({ lead }) => ({ lead, ...review })) };
  return JSON.parse(renderReport(document, run, DATA_MARKER)) as Record<string, unknown>;
}

describe('schema of what a report embeds', () => {
  it.each<[string, CaseDocument]>([
    ['a case', journeyCase(300)],
    ['a case without a lead', noLead()],
    ['a case without clock times', madeCase({ clock: false })],
    ['a case with texts of strangers', madeCase({ hostile: '</script>__proto__' })],
    ['a lead with transfers between others', withOthers(madeCase(), 5)],
    ['a lead of which a page draws a part', madeCase({ operators: 5200, transfers: 5200 })],
  ])('has every field of %s, and no other', (_, document) => {
    const data = embedded(document);
    expect(reportDataSchema.parse(data)).toEqual(data);
    expect(published.safeParse(data).error).toBeUndefined();
  });

  it.each(['run', 'trace', 'reviews', 'funnel', 'leads', 'notice'])('refuses a page without %s', (field) => {
    const { [field]: gone, ...rest } = embedded(madeCase());
    expect(gone).toBeDefined();
    expect(reportDataSchema.safeParse(rest).success).toBe(false);
    expect(published.safeParse(rest).success).toBe(false);
  });

  it('refuses another format', () => {
    const other = { ...embedded(madeCase()), format: 2 };
    expect(reportDataSchema.safeParse(other).success).toBe(false);
    expect(published.safeParse(other).success).toBe(false);
  });
});
