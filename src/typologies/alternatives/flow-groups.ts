import { type Account, type Row } from '../../foundation/index.js';
import { type Flows } from './flows.js';

/** Flows by counterparty, in order of first appearance; those of one group ascend by row. */
export class FlowGroups {
  readonly others: readonly Account[];
  readonly #rows: readonly Row[];
  /** Where each group begins in `#rows`, and the end of the last. */
  readonly #starts: readonly number[];
  readonly #flows: Flows;

  /** O(flows). */
  constructor(flows: Flows) {
    const groupOf = new Map<Account, number>();
    const others: Account[] = [];
    const sizes: number[] = [];
    const groups: number[] = [];
    for (let at = 0; at < flows.length; at++) {
      const other = flows.other(at);
      const known = groupOf.get(other);
      if (known === undefined) {
        groupOf.set(other, others.length);
        groups.push(others.length);
        others.push(other);
        sizes.push(1);
      } else {
        groups.push(known);
        sizes[known]!++;
      }
    }
    const starts = [0];
    for (const size of sizes) starts.push(starts.at(-1)! + size);
    const next = starts.slice();
    const rows = groups.slice();
    for (let at = 0; at < groups.length; at++) rows[next[groups[at]!]!++] = flows.row(at);
    this.others = others;
    this.#rows = rows;
    this.#starts = starts;
    this.#flows = flows;
  }

  get size(): number {
    return this.others.length;
  }

  sizeOf(group: number): number {
    return this.#starts[group + 1]! - this.#starts[group]!;
  }

  flows(group: number): Flows {
    return this.#flows.ofRows(this.#rows, this.#starts[group], this.sizeOf(group));
  }

  /** What is asked of each group, in their order. */
  map<T>(of: (flows: Flows, other: Account) => T): T[] {
    return this.others.map((other, group) => of(this.flows(group), other));
  }

  /** The groups of which this holds. */
  where(holds: (flows: Flows, other: Account) => boolean): Flows[] {
    return this.others.flatMap((other, group) => {
      const flows = this.flows(group);
      return holds(flows, other) ? [flows] : [];
    });
  }
}
