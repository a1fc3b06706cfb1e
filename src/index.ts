// Table of contents. Everything here is pure: no files, no clock, no console. For files see 'illicit-flows/node'.

// The main job
export { investigate, type InvestigateOptions, type Investigation } from './investigation/index.js';
export {
  createManifest,
  type GuardListUse,
  type GuardSummary,
  type Manifest,
  type ReadChoices,
  type ReadReport,
  summariseGuardList,
} from './investigation/index.js';
export {
  type CaseFile,
  type Lead,
  type ListedFinding,
  type ListedNullCheck,
  type Operator,
  type ProtectedPayers,
  type Protection,
} from './disclosure/index.js';
export {
  type LeadPart,
  OPERATOR_RULES,
  type OperatorRule,
  type Role,
  ROLE_LABELS,
  type RoleHypothesis,
  ROLES,
  type Stability,
} from './leads/index.js';

// Features for training and review: accounts are row numbers
export {
  createFeatureManifest,
  type FeatureManifest,
  type MeasuredFeatures,
  measureFeatures,
  type MeasureFeaturesOptions,
} from './investigation/index.js';
export { type FeatureTables, type NamedOperator } from './disclosure/index.js';
export {
  accountFeaturesTable,
  FEATURE_DICTIONARY,
  type FeatureColumn,
  featureDictionaryTable,
  type FeatureTableName,
  transferFeaturesTable,
} from './export/index.js';
export { type FeatureParameters, SIGN_DICTIONARY, type SignColumn, type SignEntry } from './features/index.js';

// Reading transactions
export {
  type ColumnRef,
  type GuardEntry,
  type GuardKind,
  type GuardList,
  type GuardMatch,
  inspectSample,
  type Inspection,
  type LedgerReading,
  type LedgerSource,
  type Mapping,
  matchGuardList,
  parseGuardList,
  PRESET_NAMES,
  type PresetName,
  type Quarantine,
  type QuarantinedRecord,
  readLedger,
  type ReadLedgerOptions,
} from './ingest/index.js';

// The ledger
export {
  AccountDirectory,
  type AccountKey,
  type BuildOptions,
  type BuiltLedger,
  type Channel,
  CHANNELS,
  createLedger,
  type Currency,
  type Labels,
  Ledger,
  LedgerBuilder,
  type LedgerColumns,
  type SourceFile,
  type SourcePosition,
  type TransferInput,
} from './ledger/index.js';

// The temporal graph
export {
  bookingOrder,
  type AccountProjection,
  buildTemporalGraph,
  type Components,
  degreeHubs,
  fromGraphology,
  projectAccounts,
  projectionToGraphology,
  type ProjectionOptions,
  type ProjectionWeight,
  rowsOf,
  strongComponents,
  type TemporalGraph,
  type TemporalGraphOptions,
  toGraphology,
  weakComponents,
  windowOf,
} from './graph/index.js';

// Communities
export {
  communityMembers,
  type CommunityPartition,
  type CommunityQuality,
  communityQuality,
  type CommunityStability,
  communityStability,
  louvainCommunities,
  type LouvainOptions,
  structuralOrder,
} from './communities/index.js';

// Following money: by rule, in time, between accounts, in circles
export {
  type AmountRange,
  type AssertedLink,
  type AssumptionSummary,
  type BackwardTrace,
  describeTrace,
  type EndState,
  type EndTotal,
  type ForwardTrace,
  frontier,
  type FrontierGroup,
  printAmount,
  type Residual,
  residual,
  residualOf,
  summariseAssumptions,
  TRACE_NOTICE,
  traceBackward,
  type TraceBackwardOptions,
  type TraceClaim,
  type TraceDestination,
  traceForward,
  type TraceForwardOptions,
  type TraceOrigin,
  type TraceTarget,
  TRACING_RULES,
  type TracingRule,
} from './trace/index.js';
export {
  type AccountStory,
  compositionOf,
  type CompositionOptions,
  type Compositions,
  followAccount,
  type LedgerProvenance,
  type MoneyOrigin,
  type OriginRule,
  originsOf,
  pariPassu,
  PROVENANCE_POLICIES,
  type ProvenanceOptions,
  type ProvenancePolicy,
  roundParts,
  type RuleComparison,
  type StatementEntry,
  statementOf,
  traceByRules,
  type TracedStep,
  type TraceEnd,
  type TraceOptions,
  traceProvenance,
  traceValue,
  type ValueTrace,
} from './trace/index.js';
export {
  findPaths,
  type PathOptions,
  type PathOrder,
  Reach,
  reachableFrom,
  reachCounts,
  reachingInto,
  type ReachOptions,
  type TransferFilter,
  type TransferPath,
  type WalkEnds,
} from './trace/index.js';
export {
  type AmountBand,
  type CountCyclesOptions,
  countTemporalCycles,
  countWindowCycles,
  type CycleCount,
  type CycleSearch,
  type FindCyclesOptions,
  findTemporalCycles,
  findWindowCycles,
  type FoundCycle,
  type WindowCycleOptions,
} from './trace/index.js';
export {
  type FlowEnds,
  type FlowPath,
  type FlowTransfer,
  type GreedyFlow,
  greedyTemporalFlow,
  maxTemporalFlow,
  type RankedAccount,
  type RankedTrace,
  rankTrace,
  type RankTraceOptions,
  type ReserveTrace,
  reserveTrace,
  type ReserveTraceOptions,
  type TemporalFlow,
  type TemporalFlowOptions,
} from './trace/index.js';
export { type FifoLane, matchPassThrough, type PassThroughOptions } from './trace/index.js';
export {
  type OriginLine,
  originLines,
  type PathEnds,
  protectPaths,
  protectTrace,
  type TraceCase,
  type TraceNames,
  type TraceParty,
  type TypedEnd,
} from './disclosure/index.js';
export { createTraceManifest, type TraceChoices, type TraceManifest } from './investigation/index.js';

// Typologies and evidence
export {
  type Detection,
  type DetectionContext,
  type Detector,
  type DetectorRun,
  DETECTORS,
  type GuardLists,
  type Requirement,
  runDetectors,
  type RunDetectorsOptions,
} from './typologies/index.js';
export {
  type Parameter,
  type ParameterValues,
  type AlternativeOutcome,
  type Citation,
  type CountClass,
  type EvidenceFamily,
  type Finding,
  type FindingStatus,
  type Grade,
  type Measure,
} from './evidence/index.js';

// Tables for machines
export {
  accountsTable,
  caseJsonText,
  destinationsTable,
  evidenceTable,
  findingsTable,
  formatAccount,
  formatMeasure,
  formatSums,
  leadsTable,
  originsTable,
  pathRecords,
  quarantineTable,
  stepsTable,
  traceJsonText,
} from './export/index.js';

// Domain values
export {
  type Account,
  type Bounded,
  formatFraction,
  formatInstant,
  formatMoney,
  type Fraction,
  IllicitFlowsError,
  InputError,
  InvariantError,
  type Issue,
  type Money,
  type Period,
  type Precision,
  type Progress,
  type ProgressListener,
  type Row,
  type Ties,
  UsageError,
  VERSION,
} from './foundation/index.js';
