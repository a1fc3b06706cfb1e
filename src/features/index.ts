export { type AccountFacts, measureFacts, midRanks } from './account-facts.js';
export { type SignColumn } from './account-signs.js';
export { type ExceptionalRelations } from './exceptional.js';
export { type GraphFlows } from './flow-columns.js';
export { type FlowFeatures } from './flow-features.js';
export { type MarkedFlow } from './marked-flow.js';
export {
  FEATURE_DEFAULTS,
  FEATURE_PARAMETERS,
  type FeatureParameterName,
  type FeatureParameters,
} from './feature-parameters.js';
export { mutualRelations } from './measure-exceptional.js';
export { measureFlow } from './measure-flow.js';
export { measureNeighbourSigns, type NeighbourTies } from './measure-neighbour-signs.js';
export { measureSigns, SIGNS_VERSION } from './measure-signs.js';
export { measureTransferSigns } from './measure-transfer-signs.js';
export { SIGN_DICTIONARY, type SignEntry } from './sign-dictionary.js';
export { TRANSFER_SIGN_DICTIONARY } from './transfer-sign-dictionary.js';
export { surprise } from './signs/own-flow.js';
export { type Relations } from './relations.js';
export { type TransferUnits } from './transfer-units.js';
