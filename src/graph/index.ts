export {
  buildTemporalGraph,
  certifyTemporalGraph,
  rowsOf,
  type TemporalGraph,
  type TemporalGraphOptions,
  type TemporalIndex,
} from './temporal-graph.js';
