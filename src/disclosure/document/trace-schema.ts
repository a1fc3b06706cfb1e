import { z } from 'zod';
import { END_STATES, PAYS_ON, TRACING_RULES } from '../../trace/index.js';
import { accountSchema } from './lead-schema.js';
import { TRACE_FORMAT } from './trace-format.js';

const count = z.int().min(0);
const decimal = z.string().regex(/^\d+(?:\.\d+)?$/u);
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
          .regex(/^\d+\/[1-9]\d*$/u)
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
  accounts: z.array(accountSchema).optional().describe('Only where the account may be named.'),
};

const money = z.array(z.object({ currency: z.string(), amount: decimal }));

const end = z.object({ state: z.enum(END_STATES), meaning: z.string(), ...range.shape });

const destination = z.object({
  ...party,
  label: z.string().optional().describe('Instead of accounts; to-0001 onwards where it was asked for.'),
  hops: z.int().min(1),
  firstArrival: z.object({ time: z.string(), file: z.string(), line: z.int().min(1) }),
  ...range.shape,
  held: range.describe('Of what ended here, what is still held when the data end.'),
  received: range.describe('What came in, each time it did; it may have passed on.'),
  passedOn: range.describe('Of what came in, what was paid on: it only passed through.'),
  paysOn: z
    .enum(PAYS_ON)
    .describe(
      'In the whole data, from the first arrival on, whatever the rules say: nothing to anybody else; at least all that came in; or part.',
    ),
  reached: z.boolean().optional().describe('Where poison was run: whether it says that the account was reached.'),
  states: z.array(z.enum(END_STATES)),
  asserted: z.boolean(),
});

const origin = z.object({
  ...party,
  label: z.string().optional().describe('An account that was asked about and stays unnamed: to-0001 onwards.'),
  payers: z.int().min(1).optional().describe('Payers merged into this line.'),
  origin: z.string(),
  meaning: z.string(),
  hops: count,
  ...range.shape,
});

/** The case that a trace was asked in: who may be named, and whom of these it reaches. */
const askedCase = z.object({
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/u)
    .describe('Of the bytes of its case.json.'),
  leads: z.array(
    z.object({
      lead: z.string(),
      accounts: count.describe('Accounts of the operators of the lead.'),
      reached: z
        .array(accountSchema)
        .describe('Of these, every one that traced value came to; looking back, every one that it came from.'),
    }),
  ),
});

/** The layout of trace.json. Published as `schemas/trace.schema.json`. */
export const traceSchema = z
  .object({
    format: z.literal(TRACE_FORMAT),
    notice: z.string(),
    direction: z.enum(['forward', 'backward']),
    case: askedCase
      .nullable()
      .describe('Set where the trace was asked in a case: its operators are named, and nobody else.'),
    claim: z.object({
      transfers: count,
      accounts: count.describe('Accounts that the claim came from, or that were asked about.'),
      named: z.array(accountSchema).describe('Of these, who may be named. Payers never are.'),
      amounts: money.describe('What the transfers carried.'),
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
    claimed: z
      .array(range)
      .optional()
      .describe('Per currency, what was followed, nothing twice: what ended adds up to it, but for exchanges.'),
    ends: z.array(end).optional(),
    endsAtSources: z.array(end).optional().describe('Of the ends, those at the accounts that the claim came from.'),
    narrowed: z.boolean().optional().describe('Only destinations that were asked for are listed.'),
    destinations: z.array(destination).optional().describe('Amounts of an entry are what ended there.'),
    unnamedDestinations: z
      .array(
        z.object({
          protection: z.enum(['protected-payer', 'unnamed']),
          accounts: z.int().min(1),
          ...range.shape,
          held: range,
        }),
      )
      .optional()
      .describe('Per currency, the destinations without a name taken together: what ended there.'),
    unlistedDestinations: z
      .array(z.object({ destinations: z.int().min(1), ...range.shape }))
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
    origins: z.array(origin).optional(),
    protectedPayers: count,
    instantOrder: z.string(),
    assumptions: z.array(z.string()),
    complete: z.boolean(),
    stoppedBy: z.string().nullable(),
  })
  .describe('A trace written by illicit-flows trace: conventions applied to data, no finding of ownership or guilt.');

/** A trace as plain data: what trace.json holds. Conventions applied to data, no finding of ownership or guilt. */
export type TraceDocument = z.infer<typeof traceSchema>;
/** One amount under each rule that attributes any, and how far the rules are apart. */
export type TracedRange = z.infer<typeof range>;
/** An account that traced value came to, in one currency. */
export type TracedDestination = z.infer<typeof destination>;
/** Where the money of a trace backward came from. */
export type TracedOrigin = z.infer<typeof origin>;
/** The case that a trace was asked in. */
export type TracedCase = z.infer<typeof askedCase>;
