import { type TraceDocument } from '../disclosure/index.js';
import { documentJson } from './document-json.js';

/**
 * The text of trace.json in chunks: all that the tables show, with the exact fraction of every amount that had to be
 * rounded for them. It is the document itself: read as JSON it gives the same value. Account texts are exact.
 */
export function traceJsonText(document: TraceDocument): Generator<string, void> {
  return documentJson(document);
}
