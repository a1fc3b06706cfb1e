import { z } from 'zod';
import { traceSchema } from '../../disclosure/document/index.js';

const count = z.int().min(0);

/** An operator as a trace shows it: its number, and what the case says of it. */
const account = z.object({
  institution: z.string(),
  account: z.string(),
  lead: z.string(),
  role: z.string().describe('"possible collector".'),
});

const amounts = z.object({
  amounts: z
    .array(z.object({ rule: z.string(), amount: z.string() }))
    .describe('One per rule that attributes amounts.'),
  lowest: z.string(),
  highest: z.string(),
});

const row = amounts.extend({
  kind: z
    .enum(['state', 'account', 'more', 'others', 'payers', 'unnamed', 'sources'])
    .describe(
      'What the row is about: a way in which value ended, over all accounts; an account of a lead; accounts of leads beyond ' +
        'the rows that are shown; accounts outside leads together; protected payers together; both of these in one, where there ' +
        'are too few payers for a row of their own; accounts that the claim came from.',
    ),
  count: count.describe('Accounts behind the row; 0 where it is about none.'),
  account: account.nullable(),
  meaning: z.string().describe('How it ended or came to be, in words; empty where nothing is to be said.'),
});

const part = z
  .object({
    currency: z.string(),
    claimed: amounts
      .nullable()
      .describe(
        'What was followed, nothing twice, or looking back what was asked about; null where this is not known.',
      ),
    states: z.array(row).describe('How value ended, over all accounts; empty looking back.'),
    places: z.array(row).describe('Where it ended; looking back, where it came from.'),
    addsUp: z
      .boolean()
      .describe(
        'Under each rule these rows, with `dust`, are exactly what was claimed: nothing was exchanged or left out.',
      ),
    passed: z
      .array(row)
      .describe(
        'Accounts of leads that it only passed through. Never added up: the same money may pass several of them.',
      ),
    passedMore: count.describe('Accounts of leads that it passed through besides.'),
    dust: z
      .object({ accounts: count, highest: z.string() })
      .nullable()
      .describe('Destinations about which every rule says 0, and what came to all of them.'),
  })
  .describe('A trace in one currency.');

/** What a report says about a trace: what its document says, with accounts outside leads and payers only together. */
export const traceSummarySchema = z.object({
  notice: z.string(),
  direction: traceSchema.shape.direction,
  claim: z.object({ transfers: count, accounts: count, named: z.array(account) }),
  rules: traceSchema.shape.rules,
  leads: z.array(z.object({ lead: z.string(), accounts: count, reached: z.array(account) })),
  parts: z.array(part),
  isNarrowed: z.boolean().describe('Only destinations that were asked for are listed.'),
  protectedPayers: count,
  instantOrder: z.string(),
  assumptions: z.array(z.string()),
  stoppedBy: z.string().nullable(),
});

export type TraceSummary = z.infer<typeof traceSummarySchema>;
/** A trace in one currency. */
export type TracePart = z.infer<typeof part>;
/** One row of the picture: exact amounts as decimal text, one for each rule that attributes any. */
export type TraceRow = z.infer<typeof row>;
/** What a row of a trace is about. */
export type TraceRowKind = TraceRow['kind'];
/** An operator as a trace shows it. */
export type TracedAccount = z.infer<typeof account>;
/** What a row shows: one amount for each rule that attributes any, and how far the rules are apart. */
export type RowAmounts = z.infer<typeof amounts>;
