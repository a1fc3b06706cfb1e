import { type Account } from '../foundation/index.js';
import { buildTemporalGraph, type Extent, type TemporalGraph } from '../graph/index.js';
import { type Ledger } from '../ledger/index.js';
import { type DetectionContext, type GuardLists } from '../typologies/index.js';
import { type KeyPair, ROW_BITS } from './slice-row.js';
import { type SliceWorld } from './slice-world.js';

/** Bits of a payer that lie side by side; those of a beneficiary are the next three. */
const PAYER = ROW_BITS.payerCore | ROW_BITS.payerHub | ROW_BITS.payerPublic;

/** What the bits of a row say of its payer. */
export function bitsOfPayer(bits: number): number {
  return (bits & PAYER) | (bits & ROW_BITS.payerEverybodys);
}

/** What they say of its beneficiary, as the bits of a payer. */
export function bitsOfBeneficiary(bits: number): number {
  return ((bits >> 3) & PAYER) | ((bits >> 1) & ROW_BITS.payerEverybodys);
}

/** What rows say of the accounts of a slice, one entry per account. */
export interface ToldAccounts {
  /** The bits of a payer in {@link ROW_BITS}, whichever end it is. */
  readonly bits: Uint8Array;
  /** How many different others pay it. */
  readonly payers: Int32Array;
}

/** The ledger of a slice as a graph in which accounts that stand for holders are joined as in the whole. */
export function graphOfSlice(ledger: Ledger, world: SliceWorld): TemporalGraph {
  return buildTemporalGraph(ledger, { joinHolders: world.holdersJoined });
}

/** A slice as detectors see it. O(accounts). */
export function contextOfSlice(
  graph: TemporalGraph,
  world: SliceWorld,
  { bits, payers }: ToldAccounts,
): DetectionContext {
  const flags = (bit: number): Uint8Array => bits.map((told) => ((told & bit) === 0 ? 0 : 1));
  const extent: Extent = {
    core: flags(ROW_BITS.payerCore),
    isPublic: flags(ROW_BITS.payerPublic),
    isEverybodys: flags(ROW_BITS.payerEverybodys),
    payers,
    firstMs: world.firstMs,
    lastMs: world.lastMs,
    answers: new Map(world.answers),
  };
  const hubs = new Set<Account>();
  bits.forEach((told, account) => {
    if ((told & ROW_BITS.payerHub) !== 0) hubs.add(account);
  });
  const nodesOf = (keys: readonly KeyPair[]): ReadonlySet<Account> =>
    new Set(keys.flatMap((key) => nodeOf(graph, key) ?? []));
  const guardLists: GuardLists = {
    registeredBodies: nodesOf(world.registeredBodies),
    licensedRemitters: nodesOf(world.licensedRemitters),
  };
  return {
    graph: { ...graph, extent },
    ties: world.ties,
    hubs,
    guardLists,
    alternatives: world.alternatives,
    columns: world.columns,
    corridors: world.corridors,
  };
}

/** The account with a key, or the one that stands for its holder where holders are joined. */
export function nodeOf({ ledger, holdersJoined }: TemporalGraph, [institution, account]: KeyPair): Account | undefined {
  const found = ledger.accounts.find({ institution, account });
  return found === undefined || !holdersJoined ? found : ledger.accounts.unit[found];
}
