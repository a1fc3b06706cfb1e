import { compareFractions, requireRange, resolveOptions, type Row, UsageError } from '../../foundation/index.js';
import { bookingOrder, type TemporalGraph } from '../../graph/index.js';
import { accountLanes } from './account-lanes.js';
import { type Arithmetic } from '../holdings/arithmetic.js';
import { backwardCone } from './backward-cone.js';
import { runInArithmetic } from './choose-arithmetic.js';
import { CompositionRun, type OriginRun } from './composition-run.js';
import { type CompositionOptions, type Compositions } from './money-origin.js';
import { PROVENANCE_POLICIES } from '../holdings/tracing-rules.js';
import { endingChannels } from './resolved-claim.js';
import { TRACE_DEFAULTS } from './trace-options.js';

export type { Composition, CompositionOptions, Compositions, MoneyOrigin, OriginRule } from './money-origin.js';

const DEFAULTS: Required<CompositionOptions> = Object.freeze({
  rule: 'fifo' as const,
  arithmetic: TRACE_DEFAULTS.arithmetic,
  exactDigits: TRACE_DEFAULTS.exactDigits,
  shortfall: TRACE_DEFAULTS.shortfall,
  openings: TRACE_DEFAULTS.openings,
  endChannels: TRACE_DEFAULTS.endChannels,
  maxHops: TRACE_DEFAULTS.maxHops,
  maxLotMoves: 5_000_000,
});

/**
 * Backward: what these transfers were made of, by one rule. Every account that money can have come from is booked forward
 * with an origin per account, which is exact for all rules; only transfers before the last purchase are looked at. A rule
 * is a convention: this does not claim that these very coins were used.
 *
 * O(transfers + lot moves). Pro rata keeps a share of every origin at every account: limit `maxHops` where it floods.
 *
 * @throws UsageError `trace-claim`, `tracing-rule`, `opening-balance`, `option-range`, `unknown-option`
 */
export function compositionOf(
  graph: TemporalGraph,
  rows: Iterable<Row>,
  options: CompositionOptions = {},
): Compositions {
  const settings = resolveOptions(DEFAULTS, options, 'compositionOf');
  const { rule, exactDigits, maxHops } = settings;
  if (!PROVENANCE_POLICIES.includes(rule)) {
    throw new UsageError(
      'tracing-rule',
      `Expected one of ${PROVENANCE_POLICIES.join(', ')} but received ${rule as string}`,
    );
  }
  requireRange('maxHops', maxHops, 1, Infinity);
  requireRange('exactDigits', exactDigits, 1, 10_000);
  const purchases = [...rows];
  for (const row of purchases) {
    if (Number.isInteger(row) && row >= 0 && row < graph.transferCount) continue;
    throw new UsageError('trace-claim', `Expected a row below ${graph.transferCount} but received ${row}`);
  }
  const lanes = accountLanes(graph);
  const order = bookingOrder(graph);
  const endsTrace = endingChannels(graph, settings.endChannels);
  const wanted = new Set(purchases);
  const cone = backwardCone(graph, lanes, order, wanted, endsTrace, maxHops);
  const plan = { graph, lanes, order, endsTrace, cone, purchases: wanted, settings };
  const inArithmetic = <Q>(newArithmetic: () => Arithmetic<Q>): OriginRun =>
    new CompositionRun(plan, rule, newArithmetic());
  const run = runInArithmetic(settings, lanes.wide, inArithmetic);
  return {
    rule,
    purchases: purchases.map((row) => ({
      row,
      currency: graph.ledger.columns.currency[row]!,
      origins: [...run.originsOf(row)].sort((a, b) => compareFractions(b.amount, a.amount) || a.account - b.account),
    })),
    rounded: run.rounded,
    complete: run.stoppedBy === undefined,
    stoppedBy: run.stoppedBy,
  };
}
