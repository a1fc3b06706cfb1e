import { GrowableColumn } from '../../structures/index.js';

/** No path before: the path begins here. */
const BEGIN = -1;

/** Paths under way, each a transfer with the path before it; 32 bytes a path, none is ever copied. */
export class PartialPaths {
  readonly row = new GrowableColumn(Int32Array, 64);
  readonly hops = new GrowableColumn(Int32Array, 64);
  /** Row the path begins with. */
  readonly first = new GrowableColumn(Int32Array, 64);
  /** What its best completion costs at least; see PathCosts. */
  readonly bottleneck = new GrowableColumn(Float64Array, 64);
  readonly reach = new GrowableColumn(Float64Array, 64);
  readonly #before = new GrowableColumn(Int32Array, 64);

  /** Adds a path of one transfer more than `before`, or of one transfer. */
  add(before: number | undefined, row: number, bottleneck: number, reach: number): number {
    this.row.push(row);
    this.hops.push(before === undefined ? 1 : this.hops.array[before]! + 1);
    this.first.push(before === undefined ? row : this.first.array[before]!);
    this.bottleneck.push(bottleneck);
    this.reach.push(reach);
    this.#before.push(before ?? BEGIN);
    return this.row.length - 1;
  }

  /** Whether an account is paid, or pays, on the path. O(hops). */
  passes(path: number, account: number, payer: Int32Array): boolean {
    for (let at = path; at !== BEGIN; at = this.#before.array[at]!) {
      if (payer[this.row.array[at]!] === account) return true;
    }
    return false;
  }

  /** Transfers of a path in time order. */
  rowsOf(path: number): Int32Array {
    const rows = new Int32Array(this.hops.array[path]!);
    for (let at = path, i = rows.length - 1; i >= 0; i--, at = this.#before.array[at]!) rows[i] = this.row.array[at]!;
    return rows;
  }
}
