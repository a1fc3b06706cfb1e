import { z } from 'zod';
import { CLOCK_FORMATS } from '../ingest/index.js';
import { CHANNELS } from '../ledger/index.js';

const columnRef = z
  .union([
    z.string().min(1),
    z.int().min(1),
    z.strictObject({
      name: z.string().min(1),
      occurrence: z.int().min(1).optional(),
      optional: z.boolean().optional(),
    }),
  ])
  .describe('A column: its header text, its 1-based position, or a header text with its occurrence (1-based).');

const party = z.strictObject({
  account: columnRef,
  institution: columnRef.optional(),
  holder: columnRef.optional(),
  place: columnRef.optional(),
  country: columnRef.optional(),
});

const amount = z.strictObject({
  column: columnRef,
  currency: z.union([z.strictObject({ constant: z.string().min(1) }), columnRef]),
});

const numbers = z.strictObject({
  decimalMark: z.enum(['.', ',']).optional(),
  thousandsMark: z.string().optional(),
  currencySigns: z.string().optional(),
  bracketsAreNegative: z.boolean().optional(),
  scientific: z.boolean().optional(),
  negative: z.enum(['quarantine', 'absolute', 'reverse']).optional(),
});

const clock = z.strictObject({
  column: columnRef,
  timeOfDay: columnRef.optional(),
  formats: z.array(z.enum(CLOCK_FORMATS)).min(1),
  zone: z.string().optional(),
});

const dialect = z.strictObject({
  delimiter: z.string().min(1).optional(),
  header: z.union([z.boolean(), z.literal('auto')]).optional(),
  encoding: z.string().optional(),
  titleRows: z.int().min(0).optional(),
  skipPrefixes: z.array(z.string().min(1)).optional(),
  footerPrefixes: z.array(z.string().min(1)).optional(),
});

/**
 * The JSON form of a mapping: what `--map FILE` reads. Unknown keys are refused, so that a mistyped key cannot change a
 * case silently. Published as `schemas/mapping.schema.json`.
 */
export const mappingSchema = z
  .strictObject({
    $schema: z.string().optional(),
    payer: party,
    beneficiary: party,
    time: z.union([z.literal('file-order'), clock, z.strictObject({ column: columnRef, step: z.string().min(1) })]),
    amount: amount.optional(),
    received: amount.optional(),
    direction: z.enum(['as-given', 'signed', 'debit-credit']).optional(),
    credit: columnRef.optional(),
    channel: z.strictObject({ column: columnRef, values: z.record(z.string(), z.enum(CHANNELS)) }).optional(),
    id: columnRef.optional(),
    sequence: z.union([z.literal('file-order'), columnRef]).optional(),
    label: columnRef.optional(),
    numbers: numbers.optional(),
    missing: z.array(z.string()).optional(),
    accountBlanks: z.enum(['keep', 'remove']).optional(),
    dialect: dialect.optional(),
    columnCount: z.int().min(1).optional(),
    notes: z.array(z.string()).optional(),
  })
  .describe('How to read one kind of transaction file with illicit-flows.');
