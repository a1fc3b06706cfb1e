export { nodesOf } from './nodes-of.js';
export {
  type FifoLane,
  matchLanes,
  matchPassThrough,
  type MinorColumn,
  type PassThroughOptions,
  passThroughSettings,
  type PassThroughSettings,
} from './pass-through/fifo-pass-through.js';
export { leastOpening, matchFifoInto } from './pass-through/fifo-match.kernel.js';
export {
  type CreditRange,
  dwellMs,
  dwellQuantile,
  laneDurationMs,
  outRatio,
  type OutRatio,
  sumMinor,
  uncensoredCredits,
} from './pass-through/fifo-dwell.js';
export { forEachTemporalCycle, type TemporalCycleOptions } from './cycles/for-each-temporal-cycle.js';
export { type SearchEnd } from './cycles/cycle-walker.js';
export { type CycleSearch, type FoundCycle } from './cycles/cycle-search.js';
export { firstCycles } from './cycles/first-cycles.js';
export { countWindowCycles, findWindowCycles, type WindowCycleOptions } from './cycles/window-cycles.js';
export { countCycleSlices, type CycleSliceCount, type CycleSlices } from './cycles/count-slices.js';
export { type CycleGraph } from './cycles/cycle-graph.js';
export { type AmountBand } from './cycles/amount-band.js';
export { findTemporalCycles, type FindCyclesOptions } from './cycles/find-temporal-cycles.js';
export {
  type CountCyclesOptions,
  countTemporalCycles,
  type CycleCount,
  type CycleCountPlan,
  planCycleCount,
} from './cycles/count-temporal-cycles.js';
export { type CycleOptions } from './cycles/cycle-options.js';
export { LaneArena } from './pass-through/lane-arena.js';
export { type LaneSides, lanesOf } from './pass-through/lane-sides.js';
export { type LaneColumns, laneColumns } from './pass-through/lane-columns.js';
export { matchLane } from './pass-through/match-lane.js';
export { smallestAmounts } from './smallest-amounts.js';
export { admitTransfers, type TransferFilter } from './transfer-filter.js';
export { Reach, reachableFrom, reachingInto } from './reach/reach.js';
export { type ReachForm, type ReachOptions, type WalkEnds } from './reach/reach-options.js';
export { type Direction } from './reach/search-direction.js';
export { type FlowEnds } from './flow/flow-problem.js';
export { type FlowPath } from './flow/flow-paths.js';
export { type GreedyFlow, type GreedyFlowOptions, greedyTemporalFlow } from './flow/greedy-temporal-flow.js';
export {
  type FlowTransfer,
  maxTemporalFlow,
  type TemporalFlow,
  type TemporalFlowOptions,
} from './flow/max-temporal-flow.js';
export {
  END_STATES,
  type EndState,
  type TraceAssumption,
  type TracedStep,
  type TraceEnd,
  type ValueTrace,
} from './provenance/value-trace.js';
export {
  PROVENANCE_POLICIES,
  type ProvenancePolicy,
  TRACING_RULES,
  type TracingRule,
} from './holdings/tracing-rules.js';
export {
  type AssertedLink,
  type OpeningBalance,
  type TraceClaim,
  type TraceOptions,
} from './provenance/trace-options.js';
export { traceValue } from './provenance/trace-value.js';
export { shareFraction } from './provenance/trace-tally.js';
export {
  type DestinationRange,
  type RuleComparison,
  type RuleComparisonOptions,
  traceByRules,
} from './provenance/trace-by-rules.js';
export { compositionOf } from './provenance/composition.js';
export {
  type Composition,
  type CompositionOptions,
  type Compositions,
  type MoneyOrigin,
  type OriginRule,
} from './provenance/money-origin.js';
export { type OriginShare, originsOf } from './whole-ledger/origins-of.js';
export {
  type LedgerProvenance,
  type ProvenanceOptions,
  traceProvenance,
} from './whole-ledger/whole-ledger-provenance.js';
export { type ReachCountOptions, reachCounts } from './reach/reach-counts.js';
export { type RankedAccount, type RankedTrace, rankTrace, type RankTraceOptions } from './ranked/rank-trace.js';
export {
  type ReserveEnd,
  type ReserveStep,
  type ReserveTrace,
  reserveTrace,
  type ReserveTraceOptions,
} from './ranked/reserve-trace.js';
export { addUp } from './ask/add-up.js';
export { type AmountRange, amountRange } from './ask/amount-range.js';
export { type TraceDestination } from './ask/destinations.js';
export { type ListedDestinations, listedDestinations, type UnlistedDestinations } from './ask/listed-destinations.js';
export { PAYS_ON, type PaysOn } from './ask/pays-on.js';
export { type EndTotal } from './ask/end-totals.js';
export { accountsOfOrigins, accountsOfTrace } from './ask/accounts-looked-at.js';
export { looksAtBirth } from './provenance/trace-plan.js';
export { type ForwardTrace, traceForward, type TraceForwardOptions } from './ask/trace-forward.js';
export {
  type BackwardTrace,
  traceBackward,
  type TraceBackwardOptions,
  type TraceOrigin,
  type TraceTarget,
} from './ask/trace-backward.js';
export { type Residual, residual, residualOf } from './ask/residual.js';
export { frontier, type FrontierGroup, type FrontierReason } from './ask/frontier.js';
export { type AssumptionSummary, summariseAssumptions } from './ask/assumption-summary.js';
export {
  describeClaim,
  describeEnds,
  describeLimits,
  describeRules,
  describeTrace,
  type DescribeTraceOptions,
  orderRule,
} from './ask/describe-trace.js';
export { printAmount, printsExactly } from './ask/print-amount.js';
export { END_MEANINGS, ORIGIN_MEANINGS, RULE_MEANINGS, TRACE_NOTICE } from './ask/tracing-words.js';
export { type OriginPart, type StatementEntry } from './provenance/account-statement.js';
export { type AccountStory, followAccount, type StatementOptions } from './provenance/follow-account.js';
export { statementOf } from './provenance/statement-of.js';
export { pariPassu, type PariPassuOptions } from './provenance/pari-passu.js';
export { roundParts } from './provenance/round-parts.js';
export { findPaths } from './paths/find-paths.js';
export { findRoutes, type PathRoute, type RouteOptions } from './paths/find-routes.js';
export { needsOfRoutes, type PathNeeds } from './paths/path-needs.js';
export { type PathOptions, type PathEnds } from './paths/path-options.js';
export { type PathOrder } from './paths/path-order.js';
export { type TransferPath } from './paths/transfer-path.js';
