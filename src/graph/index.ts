export {
  buildTemporalGraph,
  certifyTemporalGraph,
  indexRows,
  rowsOf,
  type TemporalGraph,
  type TemporalGraphOptions,
  type TemporalIndex,
} from './temporal-graph.js';
export { type BookingOptions, bookingOrder } from './booking-order.js';
export { type OrderNeeds, orderNeeds } from './order-needs.js';
export { askWhole, isWhole, spanOfData } from './ask-whole.js';
export { type Extent, type WholeAnswer } from './extent.js';
export { putCreditsFirst } from './credits-first.js';
export { type TemporalWindow, windowOf } from './temporal-window.js';
export { type ComponentOptions, type Components, strongComponents, weakComponents } from './components.js';
export { counterpartyCount, counterpartyCounts, degreeHubs } from './degree-hubs.js';
export {
  type AccountProjection,
  projectAccounts,
  type ProjectionOptions,
  type ProjectionWeight,
  setHubsAside,
} from './account-projection.js';
export { type Adjacency, adjacencyOf, type PairColumns } from './adjacency.js';
export {
  type AccountAttributes,
  type ProjectedAccountAttributes,
  type ProjectedGraph,
  type ProjectedPairAttributes,
  projectionToGraphology,
  toGraphology,
  type TransferAttributes,
} from './to-graphology.js';
export { fromGraphology, type GraphAttributeNames } from './from-graphology.js';
