import { z } from 'zod';
import { caseSchema, traceSchema } from '../disclosure/document/index.js';
import { reportDataSchema } from '../report/document/index.js';
import { mappingSchema } from './mapping-schema.js';

/** The JSON Schemas that the package publishes, by file name, built from the checks that the command line makes. */
export function publishedSchemas(): ReadonlyMap<string, string> {
  const render = (schema: z.ZodType): string =>
    `${JSON.stringify(z.toJSONSchema(schema, { io: 'input' }), undefined, 2)}\n`;
  return new Map([
    ['mapping.schema.json', render(mappingSchema)],
    ['case.schema.json', render(caseSchema)],
    ['trace.schema.json', render(traceSchema)],
    ['report-data.schema.json', render(reportDataSchema)],
  ]);
}
