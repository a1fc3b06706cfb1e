export { type SignColumn } from './account-signs.js';
export { type ExceptionalRelations } from './exceptional.js';
export { type FlowFeatures } from './flow-features.js';
export { type MarkedFlow } from './marked-flow.js';
export { type ExceptionalOptions, mutualRelations } from './measure-exceptional.js';
export { measureFlow } from './measure-flow.js';
export { type Relations } from './relations.js';
export { type TransferUnits } from './transfer-units.js';
