import { type Account, type Row, type Ties } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { matchLanes, passThroughSettings } from '../../trace/index.js';
import { type ExactShare } from '../numbers/exact-share.js';

/** Shares of several currencies are added in whole parts of this size. */
const PARTS = 1_000_000n;

/**
 * How much of some credits of these accounts goes on, at any later time, by first in, first out: passed / credited. Where
 * there are several currencies, each counts by its number of credits, so that no rate is needed. 0 where nothing is
 * credited. O(transfers of the accounts).
 */
export function passedOn(
  graph: TemporalGraph,
  accounts: readonly Account[],
  { rows, ties }: { readonly rows: ReadonlySet<Row>; readonly ties: Ties },
): ExactShare {
  const settings = passThroughSettings(graph, { ties });
  const sums = new Map<number, { credits: bigint; credited: bigint; passed: bigint }>();
  for (const account of accounts) {
    for (const { currency, creditRows, creditMinor, keptMinor } of matchLanes(graph, account, settings)) {
      const sum = sums.get(currency) ?? { credits: 0n, credited: 0n, passed: 0n };
      for (let i = 0; i < creditRows.length; i++) {
        if (!rows.has(creditRows[i]!)) continue;
        sum.credits++;
        sum.credited += BigInt(creditMinor[i]!);
        sum.passed += BigInt(creditMinor[i]!) - BigInt(keptMinor[i]!);
      }
      if (sum.credited > 0n) sums.set(currency, sum);
    }
  }
  let [numerator, denominator] = [0n, 0n];
  for (const { credits, credited, passed } of sums.values()) {
    numerator += sums.size === 1 ? passed : (credits * passed * PARTS) / credited;
    denominator += sums.size === 1 ? credited : credits * PARTS;
  }
  return { numerator, denominator: denominator === 0n ? 1n : denominator };
}
