import { z } from 'zod';
import { CLOCK_FORMATS } from '../ingest/index.js';
import { CHANNELS, INSTITUTION_ACCOUNT_KINDS } from '../ledger/index.js';
import { constantValue, fileValue, valueRef } from './mapping-value-schema.js';

const words = z.array(z.string());
const filter = z.record(z.string().min(1), words);

const whenMissing = z.strictObject({
  column: valueRef.describe('The column whose word says who stands in.'),
  values: z
    .record(z.string(), z.enum(INSTITUTION_ACCOUNT_KINDS))
    .describe(
      'The word of the data (any case; "" for the empty cell) to the account of the institution that stands in.',
    ),
});

const party = z.strictObject({
  account: valueRef
    .optional()
    .describe('The account. Needed on both sides, but for the one that ownAccount stands in for.'),
  institution: valueRef
    .optional()
    .describe('Bank or service of the account. Default: accounts are unique by themselves.'),
  holder: valueRef
    .optional()
    .describe('Name of the person or company behind the account; joins no accounts by itself.'),
  holderId: valueRef
    .optional()
    .describe(
      'What tells holders of one name apart, such as an id, a birth date or an address: accounts are joined where name and this agree.',
    ),
  place: valueRef.optional().describe('Where the money was handed in or paid out.'),
  country: valueRef.optional().describe('Country of the place or of the institution.'),
  whenMissing: z
    .array(whenMissing)
    .optional()
    .describe(
      'Who stands in where a row names no account; the first rule that knows the word. Default: such rows are quarantined.',
    ),
});

const amount = z.strictObject({
  column: valueRef.describe('The amount.'),
  currency: z
    .union([constantValue, z.literal('in-amount'), valueRef])
    .describe('The currency: a column, a constant, or "in-amount" where it stands in the cell of the amount.'),
  orColumn: valueRef
    .optional()
    .describe('The amount of rows that have none, or zero, in column; not with direction debit-credit.'),
  whenNoCurrency: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .describe('The currency of rows that name none, such as wei beside tokens. Default: such rows are quarantined.'),
  rawUnits: z
    .boolean()
    .optional()
    .describe(
      'Whether amounts count smallest units of unknown decimals: the currency becomes "raw USDT". Default false.',
    ),
  decimals: valueRef
    .optional()
    .describe('Amounts count smallest units with this many decimals: a column or a constant. Default: as written.'),
});

const numbers = z.strictObject({
  decimalMark: z.enum(['.', ',']).optional().describe('Mark before the decimals. Default ".".'),
  thousandsMark: z
    .string()
    .optional()
    .describe("Mark between groups of digits, such as , . ' or a blank. Default: none."),
  currencySigns: z.string().optional().describe('Characters that may stand before or after the number, such as $€.'),
  bracketsAreNegative: z.boolean().optional().describe('Whether (12.50) means -12.50. Default false: unreadable.'),
  scientific: z.boolean().optional().describe('Whether 5.68E7 is an amount. Default false: digits may be lost.'),
  negative: z
    .enum(['quarantine', 'absolute', 'reverse'])
    .optional()
    .describe(
      'Negative amounts: refused, read without sign, or read as money going the other way. Default "quarantine".',
    ),
  zero: z
    .enum(['quarantine', 'leave-out'])
    .optional()
    .describe('Rows of amount zero: refused, or left out as not-moved. Default "quarantine".'),
});

const clock = z.strictObject({
  column: valueRef.describe('The date, or date and time.'),
  timeOfDay: valueRef.optional().describe('The time of day, where it has a column of its own.'),
  formats: z.array(z.enum(CLOCK_FORMATS)).min(1).describe('How times are written; tried in this order.'),
  pivot: z
    .int()
    .min(0)
    .max(100)
    .optional()
    .describe('Two-digit years from here on are of the 20th century, those before of the 21st. Default 70.'),
  zone: z.string().optional().describe('Offset of times that carry none, such as +02:00. Default +00:00.'),
});

const step = z.strictObject({
  column: valueRef.describe('An integer step of a simulation.'),
  step: z.string().min(1).describe('What one step stands for, such as hour; stated, never computed with.'),
});

const dialect = z.strictObject({
  delimiter: z
    .string()
    .min(1)
    .optional()
    .describe('One character, or "blank" for runs of blanks and tabs. Default: found.'),
  header: z
    .union([z.boolean(), z.literal('auto')])
    .optional()
    .describe('Whether the first line after the titles names the columns. Default "auto".'),
  encoding: z
    .string()
    .optional()
    .describe('A label of the WHATWG Encoding Standard, such as windows-1252. Default: found.'),
  elseEncoding: z
    .string()
    .optional()
    .describe('With encoding found: what it is unless the first 64 kB show UTF-8. Default: UTF-8 all the same.'),
  titleRows: z.int().min(0).max(1000).optional().describe('Lines above the header. Default 0.'),
  skipPrefixes: z.array(z.string().min(1)).optional().describe('Lines that begin like this are no transfers.'),
  footerPrefixes: z
    .array(z.string().min(1))
    .optional()
    .describe('Lines that begin like this are notes below the table.'),
});

const direction = z.union([
  z.enum(['as-given', 'signed', 'debit-credit']),
  z.strictObject({
    column: valueRef.describe('The column whose word says which way the money went.'),
    out: words
      .min(1)
      .optional()
      .describe("Words of money that leaves the payer's account. Default: those in docs/mapping.md."),
    in: words.min(1).optional().describe('Words of money that arrives there. Default: those in docs/mapping.md.'),
  }),
]);

const accounts = z.strictObject({
  placeholders: z
    .union([z.literal('usual'), words])
    .optional()
    .describe(
      'Texts that only fill the place of an account. Default "usual": dashes, N/A, null, zeros, nines. [] = none.',
    ),
  spoilt: z
    .enum(['quarantine', 'keep'])
    .optional()
    .describe('What becomes of accounts that a spreadsheet has cut (1.23457E+15). Default "quarantine".'),
});

/**
 * The JSON form of a mapping: what `--map FILE` reads. Unknown keys are refused, so that a mistyped key cannot change a
 * case silently. Published as `schemas/mapping.schema.json`.
 */
export const mappingSchema = z
  .strictObject({
    $schema: z.string().optional().describe('Where this schema is; for editors, not read.'),
    payer: party.optional().describe('Who pays; of a statement, the account that it is of.'),
    beneficiary: party.optional().describe('Who is paid; of a statement, the other side.'),
    ownAccount: z
      .union([z.literal('given'), fileValue])
      .optional()
      .describe('The account that the file is a statement of. "given": by --own-account for each file.'),
    time: z
      .union([z.literal('file-order'), clock, step])
      .describe('When: a clock time, a step, or "file-order" where there is no time.'),
    amount: amount
      .optional()
      .describe('How much; with direction debit-credit, what leaves the account. Default: no amounts.'),
    received: amount.optional().describe('What arrived, where that is another amount or currency.'),
    direction: direction
      .optional()
      .describe('Which way: "as-given", by sign, by debit and credit columns, or by a word. Default "as-given".'),
    credit: valueRef.optional().describe("With direction debit-credit: what arrives in the payer's account."),
    balance: valueRef.optional().describe("What the payer's account held after the row; checked row by row."),
    balanceTolerance: z
      .number()
      .min(0)
      .max(1_000_000)
      .optional()
      .describe('By how much balances may be off, where a bank rounds what it prints. Default 0.'),
    only: filter.optional().describe('Rows that count, by column: those with one of these words.'),
    except: filter.optional().describe('Rows that do not count, by column: those with one of these words.'),
    channel: z
      .strictObject({
        column: valueRef.describe('The column that says how money moved.'),
        values: z.record(z.string(), z.enum(CHANNELS)).describe('The word of the data (any case) to the channel.'),
      })
      .optional()
      .describe('How money moved. Default: not known.'),
    id: valueRef.optional().describe('Id or reference of the transaction.'),
    sequence: z
      .union([z.literal('file-order'), valueRef])
      .optional()
      .describe('Order of booking inside one instant: an integer column, or "file-order". Default: none.'),
    label: valueRef.optional().describe('The answer of a data set with labels; kept away from the ledger.'),
    numbers: numbers.optional().describe('How amounts are written.'),
    missing: words.max(10_000).optional().describe('Texts (any case) that stand for the empty cell, such as null.'),
    accounts: accounts.optional().describe('Which texts in the columns of accounts are none.'),
    currencies: words
      .max(10_000)
      .optional()
      .describe('Currencies beside ISO 4217, its words and symbols: tokens, and XXX for amounts that have none.'),
    tokens: z
      .union([z.boolean(), z.string().min(1)])
      .optional()
      .describe('Whether any text is a currency; best given as the reason. Default false.'),
    accountBlanks: z
      .enum(['keep', 'remove'])
      .optional()
      .describe('Whether blanks inside accounts are removed, as in EE27 3300. Default "keep".'),
    dialect: dialect
      .optional()
      .describe('What is known of the form of the file. Default: all is found in its first 64 kB.'),
    columnCount: z.int().min(1).max(10_000).optional().describe('Number of columns of a file without header.'),
    notes: words.optional().describe('Sentences stated in the summary of every file that is read so.'),
  })
  .describe('How to read one kind of transaction file with illicit-flows.');
