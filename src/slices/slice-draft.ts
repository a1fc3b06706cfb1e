import { type DetectionContext } from '../typologies/index.js';
import { RowBuilder } from './row-builder.js';
import { bitsOfBeneficiary, bitsOfPayer, contextOfSlice, graphOfSlice, nodeOf } from './slice-context.js';
import { type KeyPair, type SliceRow } from './slice-row.js';
import { type SliceWorld } from './slice-world.js';

/** What rows say of an account. */
interface Told {
  readonly key: KeyPair;
  bits: number;
  payers: number;
}

/**
 * A slice while its rows come in, in any order. A row that comes twice counts once, and what either says of its ends holds.
 */
export class SliceDraft {
  readonly #world: SliceWorld;
  readonly #rows: RowBuilder;
  /** By provisional number of the account that stands for the party. */
  readonly #told = new Map<number, Told>();

  constructor(world: SliceWorld) {
    this.#world = world;
    const { sources, placeColumns } = world.ledger;
    this.#rows = new RowBuilder(sources, placeColumns);
  }

  get rowCount(): number {
    return this.#rows.rowCount;
  }

  /** @throws UsageError `slice-row` for a file that the whole does not have, or an amount that is no plain decimal */
  add(row: SliceRow): void {
    const { payer, beneficiary } = this.#rows.add(row);
    this.#tell(payer, row.payerUnit ?? row.payer, bitsOfPayer(row.bits), row.payerPayers);
    const ofBeneficiary = bitsOfBeneficiary(row.bits);
    this.#tell(beneficiary, row.beneficiaryUnit ?? row.beneficiary, ofBeneficiary, row.beneficiaryPayers);
  }

  /** The slice as detectors see it. @throws UsageError `slice-world` for a currency or place that the whole does not have */
  finish(): DetectionContext {
    const world = this.#world;
    const { ledger } = this.#rows.finish({ world: world.ledger });
    const graph = graphOfSlice(ledger, world);
    const told = { bits: new Uint8Array(graph.accountCount), payers: new Int32Array(graph.accountCount) };
    for (const { key, bits, payers } of this.#told.values()) {
      const node = nodeOf(graph, key);
      if (node === undefined) continue;
      told.bits[node] = bits;
      told.payers[node] = payers;
    }
    return contextOfSlice(graph, world, told);
  }

  #tell(node: number, key: KeyPair, bits: number, payers: number): void {
    const known = this.#told.get(node);
    if (known === undefined) this.#told.set(node, { key, bits, payers });
    else {
      known.bits |= bits;
      if (payers > known.payers) known.payers = payers;
    }
  }
}
