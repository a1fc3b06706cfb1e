import { type TemporalGraph } from '../graph/index.js';
import { type ExceptionalRelations } from './exceptional.js';
import { type FeatureParameters } from './feature-parameters.js';
import { type GraphFlows } from './flow-columns.js';
import { type MarkedFlow } from './marked-flow.js';
import { type Relations } from './relations.js';
import { type TransferUnits } from './transfer-units.js';

/** What accounts and relations of a graph do, measured once for everything that judges. */
export interface FlowFeatures {
  readonly graph: TemporalGraph;
  readonly parameters: FeatureParameters;
  readonly units: TransferUnits;
  readonly relations: Relations;
  readonly exceptional: ExceptionalRelations;
  readonly flows: GraphFlows;
  readonly marked: MarkedFlow;
}
