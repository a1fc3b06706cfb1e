/**
 * Disjoint sets over 0 .. size - 1. The representative of a set is its smallest member, so results do not depend on
 * the order of unions. Near-constant time per call by path halving.
 */
export class UnionFind {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = new Int32Array(size);
    for (let member = 0; member < size; member++) this.#parent[member] = member;
  }

  /** Smallest member of the set that holds `member`. */
  find(member: number): number {
    const parent = this.#parent;
    let at = member;
    while (parent[at] !== at) {
      const up = parent[parent[at]!]!;
      parent[at] = up;
      at = up;
    }
    return at;
  }

  /** Merges two sets; false if they were one already. */
  union(left: number, right: number): boolean {
    const a = this.find(left);
    const b = this.find(right);
    if (a === b) return false;
    this.#parent[Math.max(a, b)] = Math.min(a, b);
    return true;
  }

  /** Sets with at least `minimumSize` members: members ascending, sets by their smallest member. */
  groups(minimumSize = 1): number[][] {
    const byRoot = new Map<number, number[]>();
    for (let member = 0; member < this.#parent.length; member++) {
      const root = this.find(member);
      const group = byRoot.get(root);
      if (group === undefined) byRoot.set(root, [member]);
      else group.push(member);
    }
    return [...byRoot.values()].filter((group) => group.length >= minimumSize);
  }
}
