import { z } from 'zod';
import { activitySchema } from './activity-schema.js';
import { CASE_FORMAT, REDACTION_LEVELS, SMALLEST_GROUP } from './case-format.js';
import { accountSchema, leadSchema, sumSchema } from './lead-schema.js';
import { sensitivitySchema } from './sensitivity-schema.js';

const count = z.int().min(0);

const finding = z.object({
  finding: z.string().regex(/^F\d{5,}$/),
  lead: z.string().nullable(),
  typology: z.string(),
  title: z.string().describe('What the pattern is called in words.'),
  version: z.int(),
  status: z.enum(['fired', 'explained']),
  /** Welfare concerns are no findings here: they are counted in `protectionConcerns`. */
  countClass: z.enum(['primary', 'supporting', 'low']),
  family: z.enum(['structure', 'time', 'geography', 'amount', 'linkage']),
  strength: z.number().min(0).max(1),
  contextOnly: z.boolean(),
  sentence: z.string(),
  accounts: z.array(accountSchema),
  unnamedSubjects: count,
  payers: count.describe('Payers in this finding: counted, never named.'),
  receivers: count,
  measured: z.array(
    z.object({
      name: z.string(),
      words: z.string().optional().describe('What was measured, in words.'),
      value: z.union([z.number(), z.string()]),
      unit: z.string(),
      currency: z.string().optional(),
      threshold: z.number().optional(),
      bound: z.enum(['atLeast', 'atMost']).optional().describe('How the value had to stand to the threshold.'),
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

const detector = z.object({
  id: z.string(),
  title: z.string(),
  question: z.string().describe('What it looks for, in one sentence.'),
  fired: count,
  explained: count,
  inLeads: count,
  missing: z.array(z.string()).nullable().describe('Columns that it would need; null where it could be run.'),
  stoppedBy: z.string().nullable(),
});

const data = z.object({
  transfers: count,
  accounts: count,
  precision: z.string(),
  period: z.object({ first: z.string(), last: z.string() }).nullable(),
  months: z.array(z.object({ month: z.string(), currency: z.string(), transfers: count, amount: z.string() })),
  corridors: z
    .array(z.object({ from: z.string(), to: z.string(), transfers: z.int().min(3), sums: z.array(sumSchema) }))
    .describe('Pairs of countries with at least three transfers, a country with itself included; the fullest 200.'),
});

/** What came closest to a lead and was none, and what was lacking. Names nobody. */
const closest = z.object({
  group: z
    .object({ accounts: count, score: z.number(), needed: z.number() })
    .nullable()
    .describe('The strongest group that is too weak to be named.'),
  lacking: z.array(z.string()).describe('Sentences: what was lacking.'),
  columns: z
    .array(z.object({ column: z.string(), allows: z.array(z.string()) }))
    .describe('What a column would allow.'),
});

/** The layout of case.json. Published as `schemas/case.schema.json`. */
export const caseSchema = z
  .object({
    format: z.literal(CASE_FORMAT),
    notice: z.string(),
    smallestGroup: z.literal(SMALLEST_GROUP),
    data,
    leads: z.array(leadSchema),
    unnamed: z.object({
      weak: z.array(z.object({ meanScore: z.number(), feeFlow: z.boolean(), accounts: z.int() })),
      setAside: z.array(z.object({ reading: z.string(), groups: z.int() })),
      withheld: z.int(),
    }),
    closest,
    findings: z.array(finding),
    detectors: z.array(detector),
    protectionConcerns: z
      .array(
        z.object({
          typology: z.string(),
          findings: z.int().min(1),
          concerned: z.int().min(3).nullable().describe('Accounts concerned, null for fewer than three. Never named.'),
          accounts: z.array(accountSchema).describe('Who is paid, where an operator of a lead.'),
        }),
      )
      .describe('People who may be under coercion: welfare first, in no score.'),
    nullCheck: z
      .object({
        runs: z.int().min(1).describe('Exchanges of each way.'),
        leadsFound: z.array(count).describe('In every exchange, those freely first. Expected: 0 everywhere.'),
        freely: z.array(count),
        withinSixteenths: z.array(count).describe('Beneficiaries exchanged inside sixteenths of the period.'),
        note: z.string(),
        leads: count.describe('Leads of the file itself.'),
      })
      .optional()
      .describe(
        'Leads found with beneficiaries exchanged at random. It rules out noise, not a trade of the same shape.',
      ),
    sensitivity: sensitivitySchema
      .optional()
      .describe('What each deciding parameter does to the leads when it is a fifth lower or higher.'),
    activity: activitySchema
      .optional()
      .describe(
        'On which days the accounts that findings are about received and paid. Not there for data without clock times, and in no case for partners or everybody.',
      ),
    hubs: z.array(z.object({ accounts: z.array(accountSchema).nullable(), counterparties: z.int() })),
    notEvaluable: z.array(z.object({ typology: z.string(), missing: z.array(z.string()) })),
    incomplete: z.array(z.string()),
    remarks: z.array(z.string()),
    redaction: z
      .object({
        level: z.enum(REDACTION_LEVELS),
        keyFingerprint: z.string().regex(/^[0-9a-f]{16}$/),
      })
      .optional()
      .describe('Set where the case was redacted for others: how far, and which key its pseudonyms were made with.'),
  })
  .describe('A case written by illicit-flows investigate: leads, not proof.');

/** A case as plain data: what case.json holds. Leads, not proof. */
export type CaseDocument = z.infer<typeof caseSchema>;
/** A finding of a case: its measures, what explains it, and its transfers by file and line. */
export type FindingDocument = CaseDocument['findings'][number];
