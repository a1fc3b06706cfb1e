import { type Account } from '../foundation/index.js';
import { type Ledger, partOfLedger } from '../ledger/index.js';
import { GrowableColumn, permuteInto, sortPositions } from '../structures/index.js';
import { type DetectionContext } from '../typologies/index.js';
import { bitsOfBeneficiary, bitsOfPayer, contextOfSlice, graphOfSlice } from './slice-context.js';
import { type SliceWorld } from './slice-world.js';

/** A slice of a ledger that is at hand, and what its numbers are there. */
export interface NumberedSlice {
  readonly context: DetectionContext;
  /** By row of the slice: its row in the whole; ascending. */
  readonly rows: Uint32Array;
  /** By account of the slice: its number in the whole; ascending. */
  readonly accounts: Int32Array;
}

/**
 * As a slice draft, where the whole ledger is at hand: rows come as numbers, in any order, and no text is read. A row
 * that comes twice counts once, and what either says of its ends holds.
 */
export class PartDraft {
  readonly #whole: Ledger;
  readonly #world: SliceWorld;
  readonly #rows = new GrowableColumn(Uint32Array);
  readonly #bits = new GrowableColumn(Uint8Array);
  readonly #payerPayers = new GrowableColumn(Int32Array);
  readonly #beneficiaryPayers = new GrowableColumn(Int32Array);

  constructor(whole: Ledger, world: SliceWorld) {
    this.#whole = whole;
    this.#world = world;
  }

  /** A row of the whole, its bits, and how many pay each of its two ends. */
  add(row: number, bits: number, payerPayers: number, beneficiaryPayers: number): void {
    this.#rows.push(row);
    this.#bits.push(bits);
    this.#payerPayers.push(payerPayers);
    this.#beneficiaryPayers.push(beneficiaryPayers);
  }

  /** The slice as detectors see it. O(rows + accounts of the whole). */
  finish(): NumberedSlice {
    const came = this.#rows.finish();
    const order = sortPositions(came.length, [came]);
    const rows = eachOnce(permuteInto(came, order, new Uint32Array(came.length)));
    const { ledger, accounts } = partOfLedger(this.#whole, rows, this.#world.holdersJoined);
    const graph = graphOfSlice(ledger, this.#world);
    const bits = new Uint8Array(graph.accountCount);
    const payers = new Int32Array(graph.accountCount);
    const tell = (account: Account, told: number, count: number): void => {
      bits[account]! |= told;
      if (count > payers[account]!) payers[account] = count;
    };
    let row = -1;
    for (let i = 0; i < order.length; i++) {
      const at = order[i]!;
      if (i === 0 || came[at] !== came[order[i - 1]!]) row++;
      const told = this.#bits.array[at]!;
      tell(graph.payer[row]!, bitsOfPayer(told), this.#payerPayers.array[at]!);
      tell(graph.beneficiary[row]!, bitsOfBeneficiary(told), this.#beneficiaryPayers.array[at]!);
    }
    return { context: contextOfSlice(graph, this.#world, { bits, payers }), rows, accounts };
  }
}

/** Of ascending numbers each once, in the same memory. */
function eachOnce(sorted: Uint32Array): Uint32Array {
  let count = 0;
  for (const row of sorted) if (count === 0 || sorted[count - 1] !== row) sorted[count++] = row;
  return sorted.subarray(0, count);
}
