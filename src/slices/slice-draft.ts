import { type Account } from '../foundation/index.js';
import { buildTemporalGraph, type Extent } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import { type DetectionContext, type GuardLists } from '../typologies/index.js';
import { RowBuilder } from './row-builder.js';
import { type KeyPair, ROW_BITS, type SliceRow } from './slice-row.js';
import { type SliceWorld } from './slice-world.js';

/** What rows say of an account. */
interface Told {
  core: boolean;
  hub: boolean;
  isPublic: boolean;
  isEverybodys: boolean;
  payers: number;
}

/**
 * A slice while its rows come in, in any order. A row that comes twice counts once, and what either says of its ends holds.
 */
export class SliceDraft {
  readonly #world: SliceWorld;
  readonly #rows: RowBuilder;
  /** By provisional number of the account that stands for the party. */
  readonly #told = new Map<number, Told & { readonly key: KeyPair }>();

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
    this.#tell(payer, row.payerUnit ?? row.payer, row.payerPayers, {
      core: (bits & ROW_BITS.payerCore) !== 0,
      hub: (bits & ROW_BITS.payerHub) !== 0,
      isPublic: (bits & ROW_BITS.payerPublic) !== 0,
      isEverybodys: (bits & ROW_BITS.payerEverybodys) !== 0,
    });
    this.#tell(beneficiary, row.beneficiaryUnit ?? row.beneficiary, row.beneficiaryPayers, {
      core: (bits & ROW_BITS.beneficiaryCore) !== 0,
      hub: (bits & ROW_BITS.beneficiaryHub) !== 0,
      isPublic: (bits & ROW_BITS.beneficiaryPublic) !== 0,
      isEverybodys: (bits & ROW_BITS.beneficiaryEverybodys) !== 0,
    });
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
    for (const { key, core, hub, isPublic, isEverybodys, payers } of this.#told.values()) {
      const node = nodeOf(ledger, key);
      if (node === undefined) continue;
      columns.core[node] = core ? 1 : 0;
      columns.isPublic[node] = isPublic ? 1 : 0;
      columns.isEverybodys[node] = isEverybodys ? 1 : 0;
      columns.payers[node] = payers;
      if (hub) hubs.push(node);
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

  #tell(node: number, key: KeyPair, payers: number, told: Omit<Told, 'payers'>): void {
    const known = this.#told.get(node);
    if (known === undefined) {
      this.#told.set(node, { ...told, payers, key });
      return;
    }
    known.core ||= told.core;
    known.hub ||= told.hub;
    known.isPublic ||= told.isPublic;
    known.isEverybodys ||= told.isEverybodys;
    known.payers = Math.max(known.payers, payers);
  }
}

/** Where holders are joined, a unit stands for itself. */
function nodeOf({ accounts }: Ledger, [institution, account]: KeyPair): Account | undefined {
  const found = accounts.find({ institution, account });
  return found === undefined ? undefined : accounts.unit[found];
}
