import { z } from 'zod';
import { type OperatorRule } from '../../judgement/index.js';
import { OPERATOR_RULES, ROLES } from '../../leads/index.js';

export const accountSchema = z.object({ institution: z.string(), account: z.string() });
const count = z.int().min(0);
const share = z.number().min(0).max(1);
/** A place in a list of the same lead; -1: the data do not say. */
const index = z.int().min(-1);

/** An exact sum as decimal text. Sums of different currencies are never added. */
export const sumSchema = z.object({ currency: z.string(), amount: z.string() });

const part = z.object({
  name: z.string(),
  source: z.enum(['score', 'fee-flow']),
  side: z.enum(['for', 'against', 'informs']),
  weight: z.number().describe('Nats: evidence for a reading, no probability.'),
  sentence: z.string(),
});

const role = z.object({
  role: z.enum(ROLES),
  label: z.string(),
  reasons: z.array(z.string()),
});

const operator = z.object({
  accounts: z.array(accountSchema).min(1).describe('More than one where a holder has several accounts.'),
  holders: z
    .array(z.string())
    .optional()
    .describe('Names of the holders, where the user asked to keep them; those that others bear as well are left out.'),
  rule: z.enum(Object.keys(OPERATOR_RULES) as OperatorRule[]),
  ruleText: z.string(),
  score: z.number().describe('Nats: evidence for a reading, no probability.'),
  role,
  runnerUp: role.nullable().describe('The role that fits second best; null where no other fits.'),
  country: z.string().nullable().describe('Where most of its transfers take place; null where the data do not say.'),
  received: z.array(sumSchema).describe('All that it received in the data.'),
  paid: z.array(sumSchema),
  first: z.string(),
  last: z.string(),
  counterparties: count,
});

const money = z.object({
  currency: z.string(),
  exceptional: z
    .string()
    .describe('Exceptional payments into the lead, as their payers paid them: what `paidIn` says.'),
  toCounted: z.string().describe('Of these, into accounts of the lead that are counted and not named.'),
  arrived: z.string().describe('Exceptional payments into its operators, as they received them.'),
  otherIn: z.string().describe('All else that its operators received from others.'),
  movedPaid: z.string().describe('Between its operators, as they paid it: what `moved` says.'),
  movedReceived: z.string(),
  onward: z.string().describe('To others, where it carried exceptional money: what `paidOut` says.'),
  otherOut: z.string().describe('All else that its operators paid to others.'),
  inCash: z.string().describe('Of all that they paid to others: in cash.'),
  paidBack: z.string().describe('To accounts that had paid or later paid one of them.'),
  toOtherLeads: z.string().describe('To operators of other leads.'),
  elsewhere: z.string(),
});

const sameAmount = z.object({
  currency: z.string(),
  amount: z.string(),
  payments: count,
  of: count.describe('All exceptional payments of that currency.'),
  payers: z.int().min(3),
});

/** Columns of the transfers of a lead: entry i of each belongs to transfer i. Ordered as in the ledger. */
const transfers = z.object({
  start: z.string().nullable().describe('Instant that `seconds` count from; null where the data have no clock times.'),
  seconds: z.array(z.number()).describe('After `start`; the position where there are no clock times.'),
  from: z
    .array(z.int().min(-2))
    .describe('Index into `operators`; -1: a protected payer of this lead; -2: another account.'),
  to: z.array(z.int().min(-2)),
  amount: z.array(z.string().nullable()).describe('Exact decimal text; null where the data state none.'),
  currency: z.array(index).describe('Index into `currencies`.'),
  channel: z.array(index).describe('Index into `channels`.'),
  countryFrom: z.array(index).describe('Index into `places`.'),
  countryTo: z.array(index),
  placeFrom: z.array(index).describe('Index into `places`.'),
  placeTo: z.array(index),
  file: z.array(z.int().min(0)).describe('Index into `files`.'),
  line: z.array(z.int().min(1)),
  findings: z.array(z.array(z.int().min(0))).describe('Indexes into `findings` of the lead; empty: in no finding.'),
});

export const leadSchema = z.object({
  lead: z.string().regex(/^C\d{3,}$/),
  level: z.enum(['strong', 'second-look']),
  score: z.number().describe('Mean evidence weight of its accounts, in nats. Orders leads; no probability.'),
  feeFlow: z.boolean(),
  bias: z.number(),
  parts: z.array(part),
  missing: z.array(z.string()),
  reduced: z.array(z.string()),
  operators: z.array(operator),
  companions: count.describe(
    'Further accounts, counted only: too little is known of each for a name, or it may have merely paid.',
  ),
  senders: z
    .object({
      operators: count.describe('Operators, of this lead or of another, that pay one of it.'),
      protectedPayers: count.describe('Paid in and received nothing back.'),
      alsoPaidBack: count.describe('Paid in and were paid by an operator as well: neither payer nor operator.'),
    })
    .describe('Everybody who paid an operator of the lead, each in one group.'),
  protectedPayers: z.object({
    count,
    places: count.optional(),
    needsReview: z.record(z.string(), z.int()),
    byCountry: z
      .array(z.object({ country: z.string(), count: z.int().min(3) }))
      .describe('Countries that at least three of them paid from.'),
    byOperator: z.array(count).describe('Of each operator: protected payers that paid it. One may have paid several.'),
  }),
  transferCount: z.int().min(1).describe('Transfers that prove the lead and its findings.'),
  paidIn: z.array(sumSchema).describe('Exceptional payments into the lead.'),
  moved: z.array(sumSchema).describe('Between its operators.'),
  paidOut: z.array(sumSchema).describe('From its operators to others, where it carried exceptional money.'),
  held: z
    .array(z.object({ rule: z.string(), sums: z.array(sumSchema) }))
    .describe('Of what was paid in, what its operators still hold at the end of the data, by each tracing rule.'),
  money: z
    .array(money)
    .describe(
      'All money of its operators by currency: exceptional (less what went to accounts that are counted) arrives, and ' +
        'parts of what came in and of what went out add up.',
    ),
  sameAmounts: z
    .array(sameAmount)
    .describe(
      'Amounts that at least five and a tenth of the exceptional payments of a currency have, from at least three payers.',
    ),
  corridors: z
    .array(z.object({ from: z.string(), to: z.string(), transfers: z.int().min(3), sums: z.array(sumSchema) }))
    .describe('Pairs of countries with at least three transfers.'),
  first: z.string(),
  last: z.string(),
  stability: z.object({ runs: z.int(), meanJaccard: share, appearsIn: z.int() }),
  typologies: z.array(z.string()),
  findings: z.array(z.string()).describe('Ids of its findings, in the order of the case.'),
  currencies: z.array(z.string()),
  channels: z.array(z.string()),
  places: z.array(z.string()).describe('Countries and places that transfers refer to.'),
  files: z.array(z.string()),
  transfers,
  narrative: z.array(z.string()).describe('Who, what, when, where and how, in five sentences made from the numbers.'),
});

/** A lead of a case: its named accounts, who paid them as numbers, its sums, parts and transfers. */
export type LeadDocument = z.infer<typeof leadSchema>;
/** An account that a lead names, with its possible role and the rule that lists it. */
export type OperatorDocument = LeadDocument['operators'][number];
/** The transfers of a lead as columns: entry i of each is of transfer i. */
export type LeadTransfers = LeadDocument['transfers'];
