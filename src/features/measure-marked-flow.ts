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
  { relations, exceptional, flows: { columns, lotStarts, order } }: MarkedFlowBasis,
): MarkedRows {
  const { transferCount } = graph;
  const { ofRow } = relations;
  const marks = new Uint8Array(transferCount);
  for (let row = 0; row < transferCount; row++) {
    if (ofRow[row]! >= 0 && exceptional.exceptional[ofRow[row]!] === 1) marks[row] = 1;
  }
  const bounds = new Int32Array(2 * lotStarts.length);
  for (let queue = 0; queue < lotStarts.length; queue++) bounds[2 * queue] = bounds[2 * queue + 1] = lotStarts[queue]!;
  const lots = {
    bounds,
    holdings: new Float64Array(2 * transferCount),
    broughtBy: new Int32Array(transferCount),
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
  const { standing, ofRow, count } = relations;
  const carriedBy = new Float64Array(count);
  // Sums of one account lie side by side: value out and marked out; value in, marked in, and standing in.
  const out = new Float64Array(2 * accountCount);
  const into = new Float64Array(3 * accountCount);
  for (let row = 0; row < transferCount; row++) {
    const relation = ofRow[row]!;
    if (relation < 0) continue;
    const u = 2 * payer[row]!;
    const v = 3 * beneficiary[row]!;
    const came = received[row]!;
    out[u]! += paid[row]!;
    into[v]! += came;
    // Most transfers carry no marked money; relations are many, and looking each of them up waits for memory.
    if (carried[row]! > 0) {
      const moved = carried[row]! * perMinor[currency[row]!]!;
      carriedBy[relation]! += moved;
      out[u + 1]! += moved;
    }
    if (arrived[row]! > 0) {
      // What arrived marked is a share of what arrived; the share is the same in units.
      const whole = receivedMinor !== undefined && receivedMinor[row]! > 0 ? receivedMinor[row]! : amountMinor[row]!;
      into[v + 1]! += (came * arrived[row]!) / whole;
    }
    if (standing[relation] === 1) into[v + 2]! += came;
  }
  const column = (sums: Float64Array, width: number, at: number): Float64Array => {
    const values = new Float64Array(accountCount);
    for (let a = 0; a < accountCount; a++) values[a] = sums[width * a + at]!;
    return values;
  };
  return {
    carried: carriedBy,
    markedIn: column(into, 3, 1),
    markedOut: column(out, 2, 1),
    totalIn: column(into, 3, 0),
    totalOut: column(out, 2, 0),
    standingIn: column(into, 3, 2),
  };
}
