/**
 * For the late positions of a sub-graph: how many simple ways lead from there back to the root, and which nodes they
 * could pass. A walk that has touched none of these nodes need not go on: it adds the counts.
 */
export interface SuffixCounts {
  /** Per node: positions of its slice from this one on are counted. Starts at the end of the slice. */
  counted: Int32Array;
  /** Per position: where its counts lie in `counts`, ways of 1, 2, ... `longest` edges. They include later positions. */
  countsAt: Int32Array;
  longest: Int32Array;
  counts: Float64Array;
  /** Per position: where the bits of the nodes it can lead to lie in `cones`, and in how many words. */
  coneAt: Int32Array;
  coneWords: Int32Array;
  cones: Int32Array;
}

export function createSuffixCounts(): SuffixCounts {
  const empty = new Int32Array(0);
  return {
    counted: empty,
    countsAt: empty,
    longest: empty,
    counts: new Float64Array(1024),
    coneAt: empty,
    coneWords: empty,
    cones: new Int32Array(1024),
  };
}
