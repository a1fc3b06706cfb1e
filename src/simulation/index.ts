export { type AccountName } from './account-book.js';
export { WORLD_CSV_HEADER } from './csv-chunks.js';
export { type EmittedCase, evaluateCase, type Evaluation, type ListedAccount } from './evaluate-case.js';
export { type FirstLeads } from './evaluation/first-leads.js';
export { type EmittedText, type NamedPayers } from './evaluation/named-payers.js';
export { type RoleCount } from './evaluation/role-table.js';
export { evaluationTable } from './evaluation-table.js';
export { LOOK_ALIKE_KINDS, type LookAlikeKind } from './look-alike-kinds.js';
export { type InnocentKind, type PlantLookAlike } from './look-alikes/innocent-kind.js';
export { INNOCENT_KINDS } from './look-alikes/innocent-kinds.js';
export { PAYMENT_MODES, type PaymentMode } from './network-plan.js';
export { aboutRegimes } from './regimes/about-regimes.js';
export {
  COLUMN_SETS,
  type ColumnSet,
  REGIME_NAMES,
  type RegimeName,
  type Resolution,
  RESOLUTIONS,
} from './regimes/regime.js';
export { type SimulateOptions } from './simulate-options.js';
export { simulateWorld } from './simulate-world.js';
export {
  MEMBER_ROLES,
  type MemberRole,
  type Truth,
  type TruthLookAlike,
  type TruthMember,
  type TruthNetwork,
} from './truth.js';
export { type World } from './world.js';
