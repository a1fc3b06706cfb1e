/** Who pays whom when: account a owns positions starts[a] .. starts[a + 1] - 1 of the other columns, by time. */
export interface WedgeGraph {
  readonly outStarts: Int32Array;
  readonly outRows: Int32Array;
  readonly outTo: Int32Array;
  readonly outTime: Float64Array;
  /** 1 = neither middle nor end of a wedge. */
  readonly blocked: Uint8Array;
}

/**
 * Collects the wedges of payer u: pairs of transfers u > m, m > w with m and w not blocked, w not m, and w not u unless
 * `allowReturn`. The second lies between `earliest` and `latest` after the first, both inclusive, in the unit of `times`
 * (earliest is negative for wedges of any order).
 *
 * Writes the rows of wedge i to firstLeg[i] and secondLeg[i], w to ends[i]. Visits at most `maxSteps` second transfers.
 *
 * @returns number of wedges; -1 - (number) if the steps or the room ran out
 */
export function collectWedgesInto(
  graph: WedgeGraph,
  u: number,
  earliest: number,
  latest: number,
  allowReturn: boolean,
  maxSteps: number,
  firstLeg: Int32Array,
  secondLeg: Int32Array,
  ends: Int32Array,
): number {
  const { outStarts, outRows, outTo, outTime, blocked } = graph;
  let count = 0;
  let steps = 0;
  for (let p = outStarts[u]!; p < outStarts[u + 1]!; p++) {
    const between = outTo[p]!;
    if (between === u || blocked[between] === 1) continue;
    const from = outTime[p]! + earliest;
    const until = outTime[p]! + latest;
    const end = outStarts[between + 1]!;
    let low = outStarts[between]!;
    for (let high = end; low < high;) {
      const middle = (low + high) >>> 1;
      if (outTime[middle]! < from) low = middle + 1;
      else high = middle;
    }
    for (let q = low; q < end; q++) {
      if (outTime[q]! > until) break;
      if (++steps > maxSteps || count === firstLeg.length) return -1 - count;
      const w = outTo[q]!;
      if (w === between || blocked[w] === 1 || (w === u && !allowReturn)) continue;
      ends[count] = w;
      firstLeg[count] = outRows[p]!;
      secondLeg[count++] = outRows[q]!;
    }
  }
  return count;
}
