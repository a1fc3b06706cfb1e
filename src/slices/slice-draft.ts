import { type Account } from '../foundation/index.js';
import { buildTemporalGraph, type Extent } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import { type DetectionContext, type GuardLists } from '../typologies/index.js';
import { RowBuilder } from './row-builder.js';
import { type KeyPair, ROW_BITS, type SliceRow } from './slice-row.js';
import { type SliceWorld } from './slice-world.js';

/** Bits of a payer that lie side by side; those of a beneficiary are the next three. */
const PAYER = ROW_BITS.payerCore | ROW_BITS.payerHub | ROW_BITS.payerPublic;

/** What rows say of an account: the bits of a payer in {@link ROW_BITS}, whichever end it is. */
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
    this.#rows = new RowBuilder(sources, { placeColumns, countOnce: true });
  }

  get rowCount(): number {
    return this.#rows.rowCount;
  }

  /** @throws UsageError `slice-row` for a file that the whole does not have, or an amount that is no plain decimal */
  add(row: SliceRow): void {
    const { payer, beneficiary } = this.#rows.add(row);
    const { bits } = row;
    const ofPayer = (bits & PAYER) | (bits & ROW_BITS.payerEverybodys);
    const ofBeneficiary = ((bits >> 3) & PAYER) | ((bits >> 1) & ROW_BITS.payerEverybodys);
    this.#tell(payer, row.payerUnit ?? row.payer, ofPayer, row.payerPayers);
    this.#tell(beneficiary, row.beneficiaryUnit ?? row.beneficiary, ofBeneficiary, row.beneficiaryPayers);
  }

  /** The slice as detectors see it. @throws UsageError `slice-world` for a currency or place that the whole does not have */
  finish(): DetectionContext {
    const world = this.#world;
    const { ledger } = this.#rows.finish({ world: world.ledger });
    const graph = buildTemporalGraph(ledger, { joinHolders: world.holdersJoined });
    const { accountCount } = graph;
    const flags = (): Uint8Array => new Uint8Array(accountCount);
    const columns = { core: flags(), isPublic: flags(), isEverybodys: flags(), payers: new Int32Array(accountCount) };
    const hubs: Account[] = [];
    for (const { key, bits, payers } of this.#told.values()) {
      const node = nodeOf(ledger, key);
      if (node === undefined) continue;
      columns.core[node] = (bits & ROW_BITS.payerCore) === 0 ? 0 : 1;
      columns.isPublic[node] = (bits & ROW_BITS.payerPublic) === 0 ? 0 : 1;
      columns.isEverybodys[node] = (bits & ROW_BITS.payerEverybodys) === 0 ? 0 : 1;
      columns.payers[node] = payers;
      if ((bits & ROW_BITS.payerHub) !== 0) hubs.push(node);
    }
    const extent: Extent = {
      ...columns,
      firstMs: world.firstMs,
      lastMs: world.lastMs,
      answers: new Map(world.answers),
    };
    const nodesOf = (keys: readonly KeyPair[]): ReadonlySet<Account> =>
      new Set(keys.flatMap((key) => nodeOf(ledger, key) ?? []));
    const guardLists: GuardLists = {
      registeredBodies: nodesOf(world.registeredBodies),
      licensedRemitters: nodesOf(world.licensedRemitters),
    };
    return {
      graph: { ...graph, extent },
      ties: world.ties,
      hubs: new Set(hubs.sort((a, b) => a - b)),
      guardLists,
      alternatives: world.alternatives,
      columns: world.columns,
      corridors: world.corridors,
    };
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

/** Where holders are joined, a unit stands for itself. */
function nodeOf({ accounts }: Ledger, [institution, account]: KeyPair): Account | undefined {
  const found = accounts.find({ institution, account });
  return found === undefined ? undefined : accounts.unit[found];
}
