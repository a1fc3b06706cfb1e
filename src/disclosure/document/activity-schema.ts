import { z } from 'zod';
import { SMALLEST_GROUP } from './case-format.js';
import { accountSchema } from './lead-schema.js';

const day = z.int().min(0);
const count = z.int().min(0);

/** Neighbours in time, told as one so that no run is about fewer than three. */
const runs = z.array(z.object({ first: day, last: day, count: z.int().min(SMALLEST_GROUP) }));

const account = z.object({
  accounts: z.array(accountSchema).min(1).describe('More than one where a holder has several accounts.'),
  lead: z
    .string()
    .nullable()
    .describe('The lead that it is an operator of; null where only findings outside leads name it.'),
  days: z.array(day).describe('Days with a transfer, ascending; entry i of the next two belongs to day i.'),
  received: z.array(count).describe('Payments received from others on that day.'),
  paid: z.array(count).describe('Payments made to others on that day.'),
});

/** On which days the accounts were active that findings are about, by all their transfers in the data. */
export const activitySchema = z.object({
  start: z.string().describe('Day that `days`, `first` and `last` count from, UTC.'),
  accounts: z
    .array(account)
    .describe('Accounts that the case names: operators of leads, then those of findings in their order.'),
  leftOut: count.describe('Further accounts that the case names, beyond the first 1,000.'),
  others: z
    .object({
      accounts: z.int().min(SMALLEST_GROUP),
      began: runs.describe('Days on which they first received a payment.'),
      ended: runs.describe('Days on which they last received one.'),
      received: runs.describe('Payments that they received.'),
    })
    .nullable()
    .describe('Those of the same findings that are not named, counted; null for fewer than three.'),
});

export type Activity = z.infer<typeof activitySchema>;
