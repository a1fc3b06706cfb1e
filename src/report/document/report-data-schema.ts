import { z } from 'zod';
import { caseSchema } from '../../disclosure/document/index.js';
import { REPORT_FORMAT } from './report-format.js';
import { reportLeadSchema } from './report-lead-schema.js';
import { traceSummarySchema } from './trace-summary-schema.js';

const count = z.int().min(0);
const records = { read: count, accepted: count, quarantined: count, skipped: count };

const run = z
  .object({
    version: z.string().describe('Of the tool.'),
    options: z.object({ seed: z.int() }),
    totals: z.object(records),
    inputs: z.array(z.object({ name: z.string(), sha256: z.string(), ...records, notes: z.array(z.string()) })),
  })
  .describe('What was read, and how it was run.');

const review = z.object({
  lead: z.string(),
  state: z.enum(['accept', 'reject', 'needs-info']),
  by: z.string(),
  reason: z.string(),
  time: z.string().describe('When it was given, as ISO 8601.'),
});

const funnel = z
  .object({
    transfers: count,
    findings: count,
    explained: count,
    outside: count,
    inLeads: count,
    leads: count,
  })
  .describe('From transfers to leads: how much was set aside.');

/**
 * The layout of what `report.html` embeds as `report-data`: the case, without findings outside leads and days of
 * activity, and what only a page needs.
 * Published as `schemas/report-data.schema.json`. The types of the page are made of it, so that they cannot drift.
 */
export const reportDataSchema = caseSchema
  .omit({ format: true, leads: true, findings: true, activity: true })
  .extend({
    format: z.literal(REPORT_FORMAT),
    run,
    trace: z.array(traceSummarySchema).nullable().describe('Null where no trace is shown.'),
    reviews: z
      .array(review)
      .describe(
        'What was decided on leads of the case, in the order in which it was given; the last of a lead counts.',
      ),
    funnel,
    leads: z.array(reportLeadSchema),
  })
  .describe('What a report.html of illicit-flows embeds as report-data: leads, not proof.');

export type ReportData = z.infer<typeof reportDataSchema>;
export type Funnel = z.infer<typeof funnel>;
