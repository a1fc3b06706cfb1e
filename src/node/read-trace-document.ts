import { join } from 'node:path';
import { TRACE_FORMAT, type TraceDocument, traceSchema } from '../disclosure/document/index.js';
import { readDocument } from './read-document.js';

/**
 * Reads the trace.json of a folder that `trace` wrote back as the document that it is, checked field by field. Fields that this
 * version does not know are left out.
 *
 * @throws InputError `trace-unreadable` if there is none, if it is no JSON, of another format, or does not keep to the schema
 */
export async function readTraceDocument(folder: string): Promise<TraceDocument> {
  return readDocument({ path: join(folder, 'trace.json'), kind: 'trace', format: TRACE_FORMAT, schema: traceSchema });
}
