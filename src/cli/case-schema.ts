import { z } from 'zod';
import { CASE_FORMAT } from '../export/index.js';
import { type OperatorRule } from '../judgement/index.js';
import { OPERATOR_RULES, ROLES } from '../leads/index.js';

const account = z.object({ institution: z.string(), account: z.string() });
const family = z.enum(['structure', 'time', 'geography', 'amount', 'linkage']);
/** Welfare concerns are no findings here: they are counted in `protectionConcerns`. */
const countClass = z.enum(['primary', 'supporting', 'low']);
const share = z.number().min(0).max(1);

const part = z.object({
  name: z.string(),
  source: z.enum(['score', 'fee-flow']),
  side: z.enum(['for', 'against', 'informs']),
  weight: z.number().describe('Nats: evidence for a reading, no probability.'),
  sentence: z.string(),
});

const lead = z.object({
  lead: z.string().regex(/^C\d{3,}$/),
  level: z.enum(['strong', 'second-look']),
  score: z.number().describe('Mean evidence weight of its accounts, in nats. Orders leads; no probability.'),
  feeFlow: z.boolean(),
  bias: z.number(),
  parts: z.array(part),
  missing: z.array(z.string()),
  reduced: z.array(z.string()),
  operators: z.array(
    z.object({
      accounts: z.array(account).min(1),
      rule: z.enum(Object.keys(OPERATOR_RULES) as OperatorRule[]),
      ruleText: z.string(),
      score: z.number(),
      role: z.object({ role: z.enum(ROLES), reasons: z.array(z.string()), label: z.string() }),
    }),
  ),
  companions: z
    .int()
    .min(0)
    .describe('Further accounts, counted only: too little is known of each for a name, or it may have merely paid.'),
  protectedPayers: z.object({
    count: z.int().min(0),
    places: z.int().min(0).optional(),
    needsReview: z.record(z.string(), z.int()),
  }),
  transfers: z.int().min(1),
  paidIn: z.array(z.object({ currency: z.string(), amount: z.string() })),
  first: z.string(),
  last: z.string(),
  stability: z.object({ runs: z.int(), meanJaccard: share, appearsIn: z.int() }),
  typologies: z.array(z.string()),
});

const finding = z.object({
  finding: z.string().regex(/^F\d{5,}$/),
  lead: z.string().nullable(),
  typology: z.string(),
  version: z.int(),
  status: z.enum(['fired', 'explained']),
  countClass,
  family,
  strength: share,
  sentence: z.string(),
  accounts: z.array(account),
  unnamedSubjects: z.int().min(0),
  payers: z.int().min(0).describe('Payers in this finding: counted, never named.'),
  receivers: z.int().min(0),
  measured: z.array(
    z.object({
      name: z.string(),
      value: z.union([z.number(), z.string()]),
      unit: z.string(),
      currency: z.string().optional(),
      threshold: z.number().optional(),
    }),
  ),
  alternatives: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      outcome: z.enum(['passed', 'notPassed', 'notEvaluable']),
      reason: z.string(),
    }),
  ),
  evidence: z.array(z.object({ file: z.string(), lines: z.array(z.int().min(1)) })),
});

/** The layout of case.json. Published as `schemas/case.schema.json`. */
export const caseSchema = z
  .object({
    format: z.literal(CASE_FORMAT),
    notice: z.string(),
    leads: z.array(lead),
    unnamed: z.object({
      weak: z.array(z.object({ meanScore: z.number(), feeFlow: z.boolean(), accounts: z.int() })),
      setAside: z.array(z.object({ reading: z.string(), groups: z.int() })),
      withheld: z.int(),
    }),
    findings: z.array(finding),
    protectionConcerns: z
      .array(
        z.object({
          typology: z.string(),
          findings: z.int().min(1),
          concerned: z.int().min(3).nullable().describe('Accounts concerned, null for fewer than three. Never named.'),
          accounts: z.array(account).describe('Who is paid, where an operator of a lead.'),
        }),
      )
      .describe('People who may be under coercion: welfare first, in no score.'),
    nullCheck: z
      .object({
        runs: z.int().min(1).describe('Exchanges of each way.'),
        leadsFound: z.array(z.int().min(0)).describe('In every exchange, those freely first. Expected: 0 everywhere.'),
        freely: z.array(z.int().min(0)),
        withinSixteenths: z.array(z.int().min(0)).describe('Beneficiaries exchanged inside sixteenths of the period.'),
        note: z.string(),
        leads: z.int().min(0).describe('Leads of the file itself.'),
      })
      .optional()
      .describe(
        'Leads found with beneficiaries exchanged at random. It rules out noise, not a trade of the same shape.',
      ),
    hubs: z.array(z.object({ accounts: z.array(account).nullable(), counterparties: z.int() })),
    notEvaluable: z.array(z.object({ typology: z.string(), missing: z.array(z.string()) })),
    incomplete: z.array(z.string()),
    remarks: z.array(z.string()),
  })
  .describe('A case written by illicit-flows investigate: leads, not proof.');
