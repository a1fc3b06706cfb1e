import { z } from 'zod';
import { PRESET_NAMES } from '../ingest/index.js';
import { mappingSchema } from './mapping-schema.js';
import { DUPLICATES, LAKE_MAPPING, READERS } from './reading-options.js';

const file = z.looseObject({ name: z.string(), sha256: z.string() });

/** What a command needs of manifest.json to repeat a run or to tell two apart. Other fields are left as they are. */
export const manifestSchema = z.looseObject({
  version: z.string(),
  options: z.looseObject({
    seed: z.int().min(0),
    resolution: z.number(),
    hubDegreeCap: z.number(),
    ties: z.enum(['strict', 'same-instant-allowed']),
    stabilityRuns: z.int(),
    joinHolders: z.boolean(),
    nullCheck: z.int(),
    sensitivity: z.int().exactOptional(),
    only: z.array(z.string()).optional(),
    corridors: z.array(z.looseObject({ id: z.string() })),
    parameters: z.record(z.string(), z.record(z.string(), z.number())),
    mapping: z.union([z.enum(PRESET_NAMES), z.literal('given'), z.literal(LAKE_MAPPING), mappingSchema]),
    reader: z.enum(READERS),
    duplicates: z.enum(DUPLICATES),
    twoViews: z.enum(DUPLICATES).optional(),
    sheet: z.union([z.string(), z.array(z.int().min(0))]).optional(),
    sameHolder: z.enum(['name-and-id', 'name']).optional(),
    keepNames: z.literal(true).optional(),
    engine: z
      .discriminatedUnion('name', [
        z.object({ name: z.literal('duckdb'), memoryBytes: z.number(), parts: z.number() }),
        z.object({ name: z.literal('spark'), plan: z.string(), parts: z.number() }),
      ])
      .exactOptional(),
  }),
  inputs: z.array(file.extend({ read: z.int().min(0), accepted: z.int().min(0), quarantined: z.int().min(0) })),
  guardLists: z.looseObject({ files: z.array(file) }),
});

export type WrittenManifest = z.infer<typeof manifestSchema>;
