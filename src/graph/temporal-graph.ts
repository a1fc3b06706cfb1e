import { type Account, assertInvariant } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';
import { groupByKey } from '../structures/index.js';
import { type Extent, type WholeAnswer } from './extent.js';

/**
 * One direction of the temporal index in compressed sparse row form. Account a owns rows[starts[a] .. starts[a + 1]).
 */
export interface TemporalIndex {
  /** Invariant: length = accounts + 1; starts[0] = 0; non-decreasing; last entry = number of transfers. */
  readonly starts: Int32Array;
  /** Invariant: a permutation of 0 .. transfers - 1; ascending inside each slice, hence ordered by time. */
  readonly rows: Int32Array;
}

/**
 * The ledger as a directed temporal multigraph: accounts are nodes, transfers are edges, none merged, self-transfers and
 * parallel transfers included. Slices are in canonical order, so each account's transfers run by time.
 */
export interface TemporalGraph {
  readonly ledger: Ledger;
  readonly accountCount: number;
  readonly transferCount: number;
  /** Whether a node stands for all accounts of its holder. */
  readonly holdersJoined: boolean;
  /** Paying and receiving node of each row: the accounts, or the holders' units if they were joined. */
  readonly payer: Int32Array;
  readonly beneficiary: Int32Array;
  /** By payer. */
  readonly out: TemporalIndex;
  /** By beneficiary. */
  readonly in: TemporalIndex;
  /** What is whole here, where this is a slice of a larger graph. Default: everything is. */
  readonly extent?: Extent | undefined;
  /** Takes down what is asked of the whole, so that slices can be told; see {@link askWhole}. Default: nobody writes. */
  readonly asked?: Map<string, WholeAnswer> | undefined;
}

/** How {@link buildTemporalGraph} sees accounts. */
export interface TemporalGraphOptions {
  /** Treat all accounts of one holder as one node, named by its smallest account. Default true. */
  readonly joinHolders?: boolean;
}

/**
 * Indexes a ledger by payer and by beneficiary. With joined holders a transfer between two accounts of one holder is a
 * self-transfer: it moves money, and is neither credit nor debit. O(accounts + transfers) time, 8 bytes a transfer
 * (16 if some holder has several accounts).
 */
export function buildTemporalGraph(ledger: Ledger, options: TemporalGraphOptions = {}): TemporalGraph {
  const accountCount = ledger.accounts.size;
  const { unit } = ledger.accounts;
  const join = (options.joinHolders ?? true) && unit.some((first, account) => first !== account);
  const toNodes = (column: Int32Array): Int32Array => (join ? column.map((account) => unit[account]!) : column);
  const payer = toNodes(ledger.columns.payer);
  const beneficiary = toNodes(ledger.columns.beneficiary);
  return {
    ledger,
    accountCount,
    transferCount: ledger.rowCount,
    holdersJoined: join,
    payer,
    beneficiary,
    out: indexRows(payer, accountCount),
    in: indexRows(beneficiary, accountCount),
  };
}

/** The rows of each account, where `owner` says whose each row is. O(rows + accounts). */
export function indexRows(owner: Int32Array, accountCount: number): TemporalIndex {
  const { starts, order: rows } = groupByKey(owner, accountCount);
  return { starts, rows };
}

/** Rows of one account in one direction, in canonical order; a view, not a copy. */
export function rowsOf(index: TemporalIndex, account: Account): Int32Array {
  return index.rows.subarray(index.starts[account], index.starts[account + 1]);
}

/**
 * Checks the stated invariants of both indexes against the ledger; the certificate of a build.
 * @throws InvariantError `temporal-index` naming the first violation. O(accounts + transfers).
 */
export function certifyTemporalGraph(graph: TemporalGraph): void {
  certifyIndex(graph.out, graph.payer, graph.accountCount);
  certifyIndex(graph.in, graph.beneficiary, graph.accountCount);
}

function certifyIndex({ starts, rows }: TemporalIndex, owner: Int32Array, accountCount: number): void {
  const sound = starts.length === accountCount + 1 && starts[0] === 0 && starts[accountCount] === owner.length;
  assertInvariant(sound && rows.length === owner.length, 'temporal-index', 'Expected starts to cover all transfers');
  for (let account = 0; account < accountCount; account++) {
    for (let k = starts[account]!; k < starts[account + 1]!; k++) {
      const ordered = k === starts[account] || rows[k - 1]! < rows[k]!;
      const owned = owner[rows[k]!] === account;
      assertInvariant(
        ordered && owned,
        'temporal-index',
        `Expected slice entry ${k} to be an ordered row of ${account}`,
      );
    }
  }
}
