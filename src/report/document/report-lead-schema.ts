import { z } from 'zod';
import { caseSchema, leadSchema } from '../../disclosure/document/index.js';
import { ROLES } from '../../leads/index.js';

const count = z.int().min(0);

const finding = caseSchema.shape.findings.element
  .omit({ evidence: true })
  .extend({ transfers: count.describe('Transfers that prove it, all over its files.') })
  .describe('A finding without its list of lines: the transfers of the lead say which findings they are in.');

const asked = z
  .object({ lines: z.array(z.string()), notes: z.array(z.string()) })
  .describe('An answer in lines, with what limits it.');

const group = z.object({
  kind: z.enum(['payers', 'others']),
  of: count.describe('Index of the operator that they stand around.'),
  x: z.int(),
  y: z.int(),
});

const layout = z
  .object({
    accounts: z.array(z.tuple([z.int(), z.int()]).nullable()).describe('Null for an account that is not drawn.'),
    groups: z.array(group).describe('Who stands around one operator and is not named: its payers, or others.'),
  })
  .describe('Where its accounts stand in the picture of the network: whole coordinates in a frame of 1,000 x 620.');

const whole = z
  .object({
    accounts: count,
    institutions: count.describe('0 where the data name none.'),
    roles: z.array(z.tuple([z.enum(ROLES), count])).describe('Accounts of each role, in the order of the journey.'),
    countries: z
      .array(z.string())
      .describe('Names of the countries that the lead touches, those of its accounts first.'),
    transfers: count,
    sums: z
      .array(z.object({ currency: z.string(), amount: z.string() }))
      .describe('Of all its transfers, exact, one per currency.'),
    timeline: asked,
    askNext: asked,
  })
  .describe('What is told of the lead as a whole, counted before anything was left out of the page.');

/** A lead as the page embeds it: with its findings, and where its accounts stand in the picture of the network. */
export const reportLeadSchema = leadSchema
  .omit({ findings: true })
  .extend({ findings: z.array(finding), layout, whole });

export type ReportLead = z.infer<typeof reportLeadSchema>;
export type ReportFinding = z.infer<typeof finding>;
export type AskedWords = z.infer<typeof asked>;
export type WholeLead = z.infer<typeof whole>;
export type LeadLayout = z.infer<typeof layout>;
export type GroupPlace = z.infer<typeof group>;
