import { z } from 'zod';
import { type ReportRun } from '../report/index.js';

const count = z.int().min(0);
const counts = { read: count, accepted: count, quarantined: count, skipped: count };

/** What a report reads of manifest.json. */
export const reportRunSchema: z.ZodType<ReportRun> = z.object({
  version: z.string(),
  options: z.object({ seed: z.int() }),
  totals: z.object(counts),
  inputs: z.array(z.object({ name: z.string(), sha256: z.string(), ...counts, notes: z.array(z.string()) })),
  weights: z.object({ worlds: z.string() }).exactOptional(),
});
