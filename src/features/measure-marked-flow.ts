import { type TemporalGraph } from '../graph/index.js';
import { type ExceptionalRelations } from './exceptional.js';
import { type GraphFlows } from './flow-columns.js';
import { type MarkedFlow } from './marked-flow.js';
import { followMarkedInto } from './marked-flow.kernel.js';
import { type Relations } from './relations.js';
import { type TransferUnits } from './transfer-units.js';

/** What the flow of exceptional money is worked out from. */
export interface MarkedFlowBasis {
  readonly relations: Relations;
  readonly exceptional: ExceptionalRelations;
  readonly flows: GraphFlows;
}

/** By row, in minor units. */
export interface MarkedRows {
  /** Exceptional money that the transfer consumed, in the currency paid. */
  readonly carried: Float64Array;
  /** Exceptional money that it brought, in the currency received: all of it where the transfer is exceptional itself. */
  readonly arrived: Float64Array;
}

/**
 * Follows exceptional money, first in, first out, through any number of hands; per currency, in minor units, exactly. An
 * account that pays more in a currency than it received has exchanged other money: the rest is taken from its oldest money in
 * other currencies, at the ratio of their medians, as files state no rates. See {@link MarkedFlow} for what comes out. First in, first out is a convention: it says what share of an account's payments
 * can be called exceptional money, not which coin went where.
 *
 * O(transfers), about 60 bytes a transfer while it works.
 */
export function measureMarkedFlow(graph: TemporalGraph, units: TransferUnits, measured: MarkedFlowBasis): MarkedFlow {
  return sumUp(graph, units, { relations: measured.relations, ...followMarkedRows(graph, measured) });
}

/** The same by transfer, before it is summed up. O(transfers). */
export function followMarkedRows(
  graph: TemporalGraph,
  { relations, exceptional, flows: { columns, queueCount, order } }: MarkedFlowBasis,
): MarkedRows {
  const { transferCount } = graph;
  const { ofRow } = relations;
  const marks = new Uint8Array(transferCount);
  for (let row = 0; row < transferCount; row++) {
    if (ofRow[row]! >= 0 && exceptional.exceptional[ofRow[row]!] === 1) marks[row] = 1;
  }
  const lots = {
    head: new Int32Array(queueCount).fill(-1),
    tail: new Int32Array(queueCount).fill(-1),
    next: new Int32Array(transferCount),
    left: new Float64Array(transferCount),
    marked: new Float64Array(transferCount),
  };
  const carried = new Float64Array(transferCount);
  const arrived = new Float64Array(transferCount);
  followMarkedInto({ carried, arrived }, lots, { ...columns, marks }, order);
  return { carried, arrived };
}

/** From minor units by row to units by relation and account. */
function sumUp(
  { payer, beneficiary, accountCount, transferCount, ledger }: TemporalGraph,
  { paid, received, perMinor }: TransferUnits,
  { relations, carried, arrived }: { relations: Relations; carried: Float64Array; arrived: Float64Array },
): MarkedFlow {
  const { amountMinor, currency, receivedMinor } = ledger.columns;
  const flow = {
    carried: new Float64Array(relations.count),
    markedIn: new Float64Array(accountCount),
    markedOut: new Float64Array(accountCount),
    totalIn: new Float64Array(accountCount),
    totalOut: new Float64Array(accountCount),
    standingIn: new Float64Array(accountCount),
  };
  for (let row = 0; row < transferCount; row++) {
    const relation = relations.ofRow[row]!;
    if (relation < 0) continue;
    const u = payer[row]!;
    const v = beneficiary[row]!;
    const moved = carried[row]! * perMinor[currency[row]!]!;
    flow.carried[relation]! += moved;
    flow.markedOut[u]! += moved;
    flow.totalOut[u]! += paid[row]!;
    const came = received[row]!;
    flow.totalIn[v]! += came;
    // What arrived marked is a share of what arrived; the share is the same in units.
    const whole = receivedMinor !== undefined && receivedMinor[row]! > 0 ? receivedMinor[row]! : amountMinor[row]!;
    flow.markedIn[v]! += (came * arrived[row]!) / whole;
    if (relations.standing[relation] === 1) flow.standingIn[v]! += came;
  }
  return flow;
}
