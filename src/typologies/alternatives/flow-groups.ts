import { type Account, type Row } from '../../foundation/index.js';
import { type Flows } from './flows.js';

/** A map costs more to make than so few accounts to go through. */
const FEW = 16;

/** Flows by counterparty, in order of first appearance; those of one group ascend by row. */
export class FlowGroups {
  readonly others: readonly Account[];
  readonly #rows: readonly Row[];
  /** Where each group begins in `#rows`, and the end of the last. */
  readonly #starts: readonly number[];
  readonly #flows: Flows;

  /** O(flows). */
  constructor(flows: Flows) {
    const others: Account[] = [];
    const numberOf = flows.length > FEW ? new Map<Account, number>() : undefined;
    const groups = flows.map((at) => {
      const other = flows.other(at);
      const known = numberOf === undefined ? others.indexOf(other) : (numberOf.get(other) ?? -1);
      if (known >= 0) return known;
      numberOf?.set(other, others.length);
      return others.push(other) - 1;
    });
    const starts = new Array<number>(others.length + 1).fill(0);
    for (const group of groups) starts[group + 1]!++;
    for (let group = 0; group < others.length; group++) starts[group + 1]! += starts[group]!;
    const next = starts.slice();
    const rows = groups.slice();
    for (let at = 0; at < groups.length; at++) rows[next[groups[at]!]!++] = flows.row(at);
    // Remembered with the account: without the room that pushing leaves.
    this.others = others.slice();
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
