// Table of contents. Everything here is pure: no files, no clock, no console. For files see 'illicit-flows/node'.

// The main job
export {
  investigate,
  type InvestigateOptions,
  type Investigation,
  type ParameterChoices,
  type ResolvedInvestigateOptions,
} from './investigation/index.js';
export { createManifest, summariseGuardList } from './investigation/index.js';
export type { EngineUse, GuardListUse, GuardSummary, Manifest, ManifestChoices } from './investigation/index.js';
export type { ManifestInput, ReadChoices, ReadReport, ReadSummary } from './investigation/index.js';
export {
  formatMeasure,
  type CaseDocument,
  type CaseFile,
  type FindingDocument,
  type Lead,
  type LeadDocument,
  type LeadTransfers,
  type ListedFinding,
  type ListedHub,
  type ListedNullCheck,
  type NotEvaluable,
  type NamingParameters,
  type Operator,
  type OperatorDocument,
  type ProtectedCluster,
  type ProtectedPayers,
  type Protection,
  type ProtectionConcern,
  type ReviewReason,
  type UnnamedGroups,
} from './disclosure/index.js';
export {
  type LeadPart,
  OPERATOR_RULES,
  type Role,
  ROLE_LABELS,
  type RoleHypothesis,
  ROLES,
  type Stability,
  type WeakLead,
} from './leads/index.js';

// Cases for others: pseudonyms under a key, less detail the further it goes
export { matchCases, redactCase } from './disclosure/index.js';
export type { FieldChange, KeyedHash, RedactedCase, RedactionLevel, Treatment } from './disclosure/index.js';
export type { CaseMatch, MatchedAccount, MatchedLeads, MatchedPlace } from './disclosure/index.js';

// Questions to a case, and to the judgement
export { askCase } from './questions/index.js';
export type { AccountRhythm, ActiveAccount, AskedCase, AskedLead, AskedOperator } from './questions/index.js';
export type { AskOptions, BeforeAfter, Bridges, CaseAnswers, ChangedAccount, ColumnGap } from './questions/index.js';
export type { Concern, EvidenceLine, Gaps, HeldRange, LeadBridges, LeadGaps, LeadTie } from './questions/index.js';
export type { Leaving, LinkingOperator, LinkingPair, MayBeExploited, NotSeenLeaving } from './questions/index.js';
export type { OperatorDrift, OthersBeforeAfter, ProtectionConcerns, Question, Rhythms } from './questions/index.js';
export type { RoleDrift, RunCount, Side, Sum, ThirdOfOperator, Timeline, TimelineEvent } from './questions/index.js';
export type { WeekdayCounts } from './questions/index.js';
export {
  type AccountAnswer,
  type AccountSide,
  type AccountUser,
  askAccount,
  type UseInFile,
} from './investigation/index.js';
export { sensitivity, type Sensitivity, type SensitivityMove, type SensitivityOptions } from './investigation/index.js';

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
export {
  type FeatureParameterName,
  type FeatureParameters,
  SIGN_DICTIONARY,
  type SignColumn,
  type SignEntry,
} from './features/index.js';

export { type NullCheck, type OperatorRule } from './judgement/index.js';
export { type ReportInput, type ReportReview, type ReportRun } from './report/index.js';

// Reading transactions
export { type FileFormat, type FormatReaders, type ParquetRows } from './ingest/index.js';
export { inspectSample, matchGuardList, parseGuardList, PRESET_NAMES, readFiles, readLedger } from './ingest/index.js';
export type { AccountTexts, AmountColumns, ChannelColumn, ClockColumns, ClockFormat } from './ingest/index.js';
export type { ColumnRef, DialectHints, DirectionFlag, FileReport, FileValue, GuardEntry } from './ingest/index.js';
export type { GuardKind, GuardList, GuardMatch, Inspection, InspectSampleOptions } from './ingest/index.js';
export type { LedgerReading, LedgerSource, Mapping, NamedColumn, NegativeAmounts } from './ingest/index.js';
export type { NoteSummary, NumberFormat, PartyColumns, PresetName, Quarantine } from './ingest/index.js';
export type { QuarantinedRecord, ReaderName, ReadLedgerOptions, SampleReading } from './ingest/index.js';
export type { SampleTransfer, StepColumn, TimeMapping, ValueRef, WhenMissing } from './ingest/index.js';

// The ledger
export { AccountDirectory, CHANNELS, createLedger, Ledger, LedgerBuilder } from './ledger/index.js';
export type { AccountColumns, AccountKey, BuildOptions, BuiltLedger, Channel, HolderCounts } from './ledger/index.js';
export type { CreatedLedger, Currency, DatedTransferInput, Labels, LedgerColumns, SameHolder } from './ledger/index.js';
export type {
  InstitutionAccount,
  LedgerTransfer,
  PlainLedger,
  PlainTexts,
  SourceFile,
  SourcePosition,
  TransferInput,
} from './ledger/index.js';

// The temporal graph
export {
  type AccountAttributes,
  type AccountProjection,
  type BookingOptions,
  bookingOrder,
  buildTemporalGraph,
  type ComponentOptions,
  type Components,
  degreeHubs,
  fromGraphology,
  type GraphAttributeNames,
  projectAccounts,
  type ProjectedAccountAttributes,
  type ProjectedGraph,
  type ProjectedPairAttributes,
  type ProjectionOptions,
  projectionToGraphology,
  type ProjectionWeight,
  rowsOf,
  strongComponents,
  type TemporalGraph,
  type TemporalGraphOptions,
  type TemporalIndex,
  type TemporalWindow,
  toGraphology,
  type TransferAttributes,
  weakComponents,
  windowOf,
} from './graph/index.js';

// Communities
export {
  communityMembers,
  type CommunityPartition,
  communityQuality,
  type CommunityQuality,
  communityStability,
  type CommunityStability,
  louvainCommunities,
  type LouvainOptions,
  type StabilityOptions,
  structuralOrder,
} from './communities/index.js';

// Following money: by rule, in time, between accounts, in circles
export {
  type AmountRange,
  type AssertedLink,
  type AssumptionSummary,
  type BackwardTrace,
  describeTrace,
  type DescribeTraceOptions,
  type EndState,
  type EndTotal,
  type ForwardTrace,
  frontier,
  type FrontierGroup,
  type FrontierReason,
  printAmount,
  type Residual,
  residual,
  residualOf,
  summariseAssumptions,
  TRACE_NOTICE,
  traceBackward,
  type TraceBackwardOptions,
  type TraceClaim,
  type PaysOn,
  type TraceDestination,
  traceForward,
  type TraceForwardOptions,
  type TraceOrigin,
  type TraceTarget,
  TRACING_RULES,
  type TracingRule,
  type AccountStory,
  type Composition,
  compositionOf,
  type CompositionOptions,
  type Compositions,
  type DestinationRange,
  followAccount,
  type LedgerProvenance,
  type MoneyOrigin,
  type OpeningBalance,
  type OriginPart,
  type OriginRule,
  type OriginShare,
  originsOf,
  pariPassu,
  type PariPassuOptions,
  PROVENANCE_POLICIES,
  type ProvenanceOptions,
  type ProvenancePolicy,
  roundParts,
  type RuleComparison,
  type RuleComparisonOptions,
  type StatementEntry,
  statementOf,
  type StatementOptions,
  type TraceAssumption,
  traceByRules,
  type TracedStep,
  type TraceEnd,
  type TraceOptions,
  traceProvenance,
  traceValue,
  type ValueTrace,
  findPaths,
  type PathEnds,
  type PathOptions,
  type PathOrder,
  Reach,
  reachableFrom,
  type ReachCountOptions,
  reachCounts,
  type ReachForm,
  reachingInto,
  type ReachOptions,
  type TransferFilter,
  type TransferPath,
  type WalkEnds,
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
  type GreedyFlowOptions,
  greedyTemporalFlow,
  maxTemporalFlow,
  type RankedAccount,
  type RankedTrace,
  rankTrace,
  type RankTraceOptions,
  type ReserveEnd,
  type ReserveStep,
  reserveTrace,
  type ReserveTrace,
  type ReserveTraceOptions,
  type TemporalFlow,
  type TemporalFlowOptions,
} from './trace/index.js';
export { type FifoLane, matchPassThrough, type PassThroughOptions } from './trace/index.js';
export {
  type GatheringParameters,
  type OriginLine,
  originLines,
  protectPaths,
  type ProtectPathsOptions,
  type KnownAccounts,
  protectTrace,
  type ProtectTraceOptions,
  type TraceCase,
  type TraceNames,
  type TraceParty,
  type TypedEnd,
} from './disclosure/index.js';
export { type AskedLeads, mintTrace, type TraceDocument, type TraceStep, traceSteps } from './disclosure/index.js';
export { createTraceManifest, type RoundsUse, type TraceChoices, type TraceManifest } from './investigation/index.js';

// Typologies and evidence
export {
  type AlternativeParameters,
  type ColumnCoverage,
  type ColumnParameters,
  type Detection,
  type DetectionContext,
  type Detector,
  type DetectorRun,
  DETECTORS,
  type Corridor,
  type GuardLists,
  type Locality,
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
  findingsTable,
  formatAccount,
  formatSums,
  leadsTable,
  leadTransfersTable,
  originsTable,
  outsideFindingsTable,
  type PathParty,
  type PathRecord,
  pathRecords,
  type PathStepRecord,
  quarantineTable,
  stepsTable,
  traceJsonText,
  type WrittenSum,
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
  type IssueEffect,
  type Money,
  type Period,
  type Place,
  type Precision,
  type Progress,
  type ProgressListener,
  type Row,
  type Ties,
  UsageError,
  VERSION,
  type Watched,
} from './foundation/index.js';
