import { z } from 'zod';
import { TRACE_FORMAT } from '../export/index.js';
import { END_STATES, PAYS_ON, TRACING_RULES } from '../trace/index.js';

const decimal = z.string().regex(/^\d+(?:\.\d+)?$/u);
const account = z.object({ institution: z.string(), account: z.string() });
const rule = z.enum(TRACING_RULES);

const range = z.object({
  currency: z.string(),
  amounts: z
    .array(
      z.object({
        rule,
        amount: decimal,
        exactMinor: z
          .string()
          .regex(/^\d+\/\d+$/u)
          .optional()
          .describe('The exact fraction of minor units where the amount is rounded.'),
      }),
    )
    .describe('One per rule that attributes amounts; poison does not.'),
  lowest: decimal,
  highest: decimal,
});

const party = {
  protection: z.enum(['named', 'protected-payer', 'unnamed']),
  accounts: z.array(account).optional().describe('Only where the account may be named.'),
};

const money = z.array(z.object({ currency: z.string(), amount: decimal }));

const end = range.extend({ state: z.enum(END_STATES), meaning: z.string() });

/** The layout of trace.json. Published as `schemas/trace.schema.json`. */
export const traceSchema = z
  .object({
    format: z.literal(TRACE_FORMAT),
    notice: z.string(),
    direction: z.enum(['forward', 'backward']),
    claim: z.object({
      transfers: z.int().min(0),
      accounts: z
        .int()
        .min(0)
        .describe('Accounts that the claim came from, or that were asked about: never named here.'),
      amounts: money,
      evidence: z.array(z.object({ file: z.string(), lines: z.array(z.int().min(1)) })),
    }),
    rules: z
      .array(
        z.object({
          rule,
          meaning: z.string(),
          measure: z.enum(['attributed', 'reach']),
          tieSensitive: z.boolean().nullable(),
          rounded: z.boolean(),
          complete: z.boolean(),
          stoppedBy: z.string().nullable(),
        }),
      )
      .min(1),
    ends: z.array(end).optional(),
    endsAtSources: z.array(end).optional().describe('Of the ends, those at the accounts that the claim came from.'),
    destinations: z
      .array(
        range.extend({
          ...party,
          label: z.string().optional().describe('Instead of accounts; to-0001 onwards where it was asked for.'),
          hops: z.int().min(1),
          firstArrival: z.object({ time: z.string(), file: z.string(), line: z.int().min(1) }),
          held: range.describe('Of what ended here, what is still held when the data end.'),
          received: range.describe('What came in, each time it did; it may have passed on.'),
          passedOn: range.optional().describe('Of what came in, what was paid on: it only passed through.'),
          paysOn: z
            .enum(PAYS_ON)
            .optional()
            .describe(
              'In the whole data, from the first arrival on, whatever the rules say: nothing to anybody else; at least all that came in; or part.',
            ),
          states: z.array(z.enum(END_STATES)),
          asserted: z.boolean(),
        }),
      )
      .optional()
      .describe('Amounts of an entry are what ended there.'),
    unlistedDestinations: z
      .array(range.extend({ destinations: z.int().min(1) }))
      .optional()
      .describe('Per currency, destinations about which every rule says 0, and what ended there in all.'),
    frontier: z
      .array(
        z.object({
          institution: z.string(),
          country: z.string().nullable(),
          reason: z.enum(['no-outgoing', 'none-after-arrival', 'holds-value']),
          accounts: z.int().min(1),
          transfers: z.int().min(1),
          paidIn: money,
        }),
      )
      .optional()
      .describe('Where the data stop: who keeps the next records.'),
    origins: z
      .array(
        range.extend({
          ...party,
          label: z.string().optional().describe('An account that was asked about and stays unnamed: to-0001 onwards.'),
          payers: z.int().min(1).optional().describe('Payers merged into this line.'),
          origin: z.string(),
          meaning: z.string(),
          hops: z.int().min(0),
        }),
      )
      .optional(),
    protectedPayers: z.int().min(0),
    instantOrder: z.string(),
    assumptions: z.array(z.string()),
    complete: z.boolean(),
    stoppedBy: z.string().nullable(),
  })
  .describe('A trace written by illicit-flows trace: conventions applied to data, no finding of ownership or guilt.');
