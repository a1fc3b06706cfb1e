import { type Needs } from '../engine/index.js';
import { type ProgressListener } from '../foundation/index.js';
import { buildTemporalGraph, orderNeeds, type TemporalGraph } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import {
  accountsOfOrigins,
  accountsOfTrace,
  type BackwardTrace,
  type ForwardTrace,
  type OriginRule,
  traceBackward,
  traceForward,
  type TracingRule,
} from '../trace/index.js';
import { type Duration, inLedgerTime } from './parse-duration.js';
import { type FoundClaim } from './trace-claim.js';

/** How far a trace goes and by which rules. */
export interface TraceLimits {
  readonly direction: 'forward' | 'backward';
  readonly rules?: readonly TracingRule[];
  readonly maxHops?: number;
  readonly minShare: number;
  readonly maxWait?: Duration;
}

/** Follows a claim through all transfers of a ledger. */
export function makeTrace(
  ledger: Ledger,
  limits: TraceLimits,
  { claim, to }: FoundClaim,
  onProgress: ProgressListener | undefined,
): ForwardTrace | BackwardTrace {
  const graph = graphOf(ledger);
  const { rules, maxHops = Infinity, minShare, direction } = limits;
  if (direction === 'forward') {
    const maxWaitMs = waitMs(ledger, limits);
    return traceForward(graph, claim, { ...(rules && { rules }), maxHops, minShare, maxWaitMs, to, onProgress });
  }
  return traceBackward(graph, claim, { ...(rules && { rules: rules as readonly OriginRule[] }), maxHops, onProgress });
}

/** What {@link makeTrace} looks at, as far as a part of the ledger shows. */
export function needsOfTrace(ledger: Ledger, limits: TraceLimits, { claim }: Pick<FoundClaim, 'claim'>): Needs[] {
  const graph = graphOf(ledger);
  const { maxHops = Infinity, direction } = limits;
  const accounts =
    direction === 'forward'
      ? accountsOfTrace(graph, claim, { maxHops, maxWaitMs: waitMs(ledger, limits) })
      : accountsOfOrigins(graph, claim, { maxHops });
  return [{ payers: accounts, receivers: accounts, ...orderNeeds(graph) }];
}

/** Accounts are kept apart even if one person holds them: mixing is a matter of accounts. */
function graphOf(ledger: Ledger): TemporalGraph {
  return buildTemporalGraph(ledger, { joinHolders: false });
}

function waitMs(ledger: Ledger, { maxWait }: TraceLimits): number {
  return maxWait === undefined ? Infinity : inLedgerTime(maxWait, ledger.precision);
}
