import { type TemporalGraph } from '../graph/index.js';
import { type FlowFeatures } from './flow-features.js';
import { type ExceptionalOptions, measureExceptional } from './measure-exceptional.js';
import { measureMarkedFlow } from './measure-marked-flow.js';
import { measureRelations } from './measure-relations.js';
import { measureUnits } from './transfer-units.js';

/**
 * Measures what every relation and account of a graph does: relations with their occasions, which payments were exceptional
 * for the one who made them, and where that money went. Needs amounts and clock times: without them every value is empty.
 *
 * O(n log n) in the transfers; about 110 bytes a transfer at its peak.
 *
 * @example
 * const { relations, exceptional } = measureFlow(buildTemporalGraph(ledger));
 * console.log(`${(100 * exceptional.share).toFixed(1)} % of ${relations.count} relations are exceptional for the payer`);
 */
export function measureFlow(graph: TemporalGraph, options: ExceptionalOptions = {}): FlowFeatures {
  const units = measureUnits(graph);
  const relations = measureRelations(graph, units);
  const exceptional = measureExceptional(relations, graph.accountCount, options);
  const marked = measureMarkedFlow(graph, units, { relations, exceptional });
  return { graph, units, relations, exceptional, marked };
}
