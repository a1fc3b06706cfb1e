import { z } from 'zod';
import { readJobFile, readPlan } from '../engine/index.js';
import { InputError } from '../foundation/index.js';
import { type JudgementFlags } from './judgement-options.js';

const planSchema = z.object({
  job: z.object({
    facts: z.object({ parts: z.int().min(1) }),
    maxPartRows: z.int().min(1),
    choices: z.object({
      seed: z.number().exactOptional(),
      resolution: z.number().exactOptional(),
      hubDegreeCap: z.number().exactOptional(),
      parameters: z.record(z.string(), z.record(z.string(), z.number())).exactOptional(),
    }),
  }),
});

/** What was chosen when a job was planned. */
export interface JobChoices {
  readonly parts: number;
  readonly maxPartRows: number;
  readonly flags: Pick<JudgementFlags, 'seed' | 'resolution' | 'hubCap' | 'set'>;
}

/** Reads what a plan says of how to judge. @throws InputError `job-folder`, `plan` */
export async function readJobChoices(folder: string): Promise<JobChoices> {
  const text = await readJobFile(folder, 'plan.json');
  readPlan(text);
  const read = planSchema.safeParse(JSON.parse(text));
  if (!read.success) throw new InputError('plan', 'Expected a plan that says how its job was cut');
  const { facts, maxPartRows, choices } = read.data.job;
  const { seed, resolution, hubDegreeCap, parameters } = choices;
  return {
    parts: facts.parts,
    maxPartRows,
    flags: {
      ...(seed === undefined ? {} : { seed }),
      ...(resolution === undefined ? {} : { resolution }),
      ...(hubDegreeCap === undefined ? {} : { hubCap: hubDegreeCap }),
      ...(parameters === undefined ? {} : { set: parameters }),
    },
  };
}
