import { z } from 'zod';

const count = z.int().min(0);
const lead = z.string().regex(/^C\d{3,}$/);

const move = z.object({
  parameter: z.string().describe('Set and name, such as `score.namedScore`.'),
  factor: z.number(),
  from: z.number(),
  to: z.number(),
  leads: count.describe('Leads after the move.'),
  appeared: count.describe('Of them, those that match none of the case; counted only.'),
  gone: z.array(lead).describe('Leads of the case that match none after the move.'),
  changed: z
    .array(z.object({ lead, jaccard: z.number().min(0).max(1), level: z.enum(['strong', 'second-look']) }))
    .describe('Leads with other named accounts or another level; overlap of named accounts, 1 = the same.'),
});

/** What appears and what goes when a deciding parameter is a fifth lower or higher, one at a time. */
export const sensitivitySchema = z.object({
  leads: count,
  moves: z.array(move),
  notMoved: z
    .array(z.object({ parameter: z.string(), factor: z.number(), value: z.number() }))
    .describe('Moves that the range of a parameter does not allow.'),
  steady: z.array(lead).describe('Leads that neither go nor change in any move.'),
  complete: z.boolean().describe('False where a limit stopped it.'),
  stoppedBy: z.enum(['mostJudgements', 'data']).optional(),
  note: z.string(),
});
