import { type Account, parseExactDecimal, UsageError } from '../foundation/index.js';
import { buildTemporalGraph, type Extent } from '../graph/index.js';
import { type Ledger, LedgerBuilder } from '../ledger/index.js';
import { type DetectionContext, type GuardLists } from '../typologies/index.js';
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
  readonly #builder = new LedgerBuilder();
  readonly #sources: ReadonlyMap<string, number>;
  readonly #seen = new Set<number>();
  /** By provisional number of the account that stands for the party. */
  readonly #told = new Map<number, Told & { readonly key: KeyPair }>();

  constructor(world: SliceWorld) {
    this.#world = world;
    for (const source of world.ledger.sources) this.#builder.addSource(source);
    this.#sources = new Map(world.ledger.sources.map(({ name }, i) => [name, i]));
    world.ledger.placeColumns.forEach((isThere, kind) => {
      if (isThere) this.#builder.placeColumn(kind, 0);
    });
  }

  get rowCount(): number {
    return this.#builder.rowCount;
  }

  /** @throws UsageError `slice-row` for a file that the whole does not have, or an amount that is no plain decimal */
  add(row: SliceRow): void {
    const file = this.#sources.get(row.source);
    if (file === undefined) throw new UsageError('slice-row', 'Expected a file of the whole ledger in each row');
    const payer = this.#account(row.payer, row.payerUnit);
    const beneficiary = this.#account(row.beneficiary, row.beneficiaryUnit);
    const { bits } = row;
    this.#tell(payer.node, row.payerUnit ?? row.payer, row.payerPayers, {
      core: (bits & ROW_BITS.payerCore) !== 0,
      hub: (bits & ROW_BITS.payerHub) !== 0,
      isPublic: (bits & ROW_BITS.payerPublic) !== 0,
      isEverybodys: (bits & ROW_BITS.payerEverybodys) !== 0,
    });
    this.#tell(beneficiary.node, row.beneficiaryUnit ?? row.beneficiary, row.beneficiaryPayers, {
      core: (bits & ROW_BITS.beneficiaryCore) !== 0,
      hub: (bits & ROW_BITS.beneficiaryHub) !== 0,
      isPublic: (bits & ROW_BITS.beneficiaryPublic) !== 0,
      isEverybodys: (bits & ROW_BITS.beneficiaryEverybodys) !== 0,
    });
    const place = file * 2 ** 32 + row.row;
    if (this.#seen.has(place)) return;
    this.#seen.add(place);
    this.#append(row, payer.account, beneficiary.account, file);
  }

  /** The slice as detectors see it. @throws UsageError `slice-world` for a currency or place that the whole does not have */
  finish(): DetectionContext {
    const world = this.#world;
    const { ledger } = this.#builder.finish({ world: world.ledger });
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

  #account(
    [institution, text]: KeyPair,
    unit: KeyPair | undefined,
  ): { readonly account: number; readonly node: number } {
    const { accounts } = this.#builder;
    const account = accounts.intern(institution, text);
    if (unit === undefined) return { account, node: account };
    const node = accounts.intern(unit[0], unit[1]);
    const holder = JSON.stringify(unit);
    accounts.noteHolder(account, holder);
    accounts.noteHolder(node, holder);
    return { account, node };
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

  #append(row: SliceRow, payer: number, beneficiary: number, file: number): void {
    const builder = this.#builder;
    const currency = row.currency === undefined ? 0 : builder.currencies.intern(row.currency);
    builder.appendRow(payer, beneficiary, row.timeMs, row.precision, NaN, 0, currency, row.channel, file, row.row);
    if (row.amount !== undefined) {
      const { mantissa, decimals } = decimalOf(row.amount);
      builder.setExactAmount(mantissa, decimals);
    }
    if (row.receivedAmount !== undefined && row.receivedCurrency !== undefined) {
      const { mantissa, decimals } = decimalOf(row.receivedAmount);
      builder.setReceived(mantissa, decimals, builder.currencies.intern(row.receivedCurrency));
    }
    row.places.forEach((place, kind) => {
      if (place !== undefined) builder.setPlace(kind, builder.places.intern(place));
    });
    if (row.sequence !== undefined) builder.setSequence(row.sequence);
    if (row.id !== undefined) builder.setId(row.id);
  }
}

function decimalOf(text: string): { readonly mantissa: bigint; readonly decimals: number } {
  const decimal = parseExactDecimal(text);
  if (decimal === undefined) throw new UsageError('slice-row', 'Expected a plain decimal in each amount');
  return decimal;
}

/** Where holders are joined, a unit stands for itself. */
function nodeOf({ accounts }: Ledger, [institution, account]: KeyPair): Account | undefined {
  const found = accounts.find({ institution, account });
  return found === undefined ? undefined : accounts.unit[found];
}
