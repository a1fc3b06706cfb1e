import { compareText } from '../foundation/index.js';
import { type AccountName } from './account-book.js';
import { LOOK_ALIKE_KINDS } from './look-alike-kinds.js';
import { type Truth, type TruthNetwork } from './truth.js';

/** An account that a case lists as a member of a cluster: a row of accounts.csv. */
export interface ListedAccount extends AccountName {
  readonly cluster: string;
  /** The role the case proposes; not judged here. */
  readonly role: string;
}

/** What a case emitted, as far as it is judged. */
export interface EmittedCase {
  /** Ids of the clusters that count, for instance those of some level of review; accounts of others are left out. */
  readonly clusters: readonly string[];
  readonly accounts: Iterable<ListedAccount>;
  /** Contents of everything the case wrote, searched for the accounts of payers. */
  readonly emittedTexts: Iterable<string>;
}

/** How well a case fits the truth. Ratios are 0..1; a ratio over nothing is 1 for recall and precision. */
export interface Evaluation {
  readonly networks: number;
  /** A network is found if one cluster lists at least half of its core operators, or has Jaccard >= 0.5 with them. */
  readonly networksFound: number;
  readonly networkRecall: number;
  /** Ids of networks not found, in order. */
  readonly networksMissed: readonly string[];
  /** Different accounts listed in the clusters that count. */
  readonly listedAccounts: number;
  /** Share of listed accounts that are members of any network, those paid for the journey included. */
  readonly operatorPrecision: number;
  /** Share of all core operators that are listed in any cluster. */
  readonly operatorRecall: number;
  /** Listed accounts that belong to no network, for every 1,000 accounts in the data. */
  readonly falseAlarmsPer1000Accounts: number;
  /** Innocent stories of each kind, and how many have an account listed in any cluster; kinds of 0.1.0 always, others if planted. */
  readonly lookAlikes: readonly { readonly kind: string; readonly planted: number; readonly flagged: number }[];
  readonly payers: number;
  /** Payers whose account number stands as a whole token in an emitted text. Anything but 0 is a failure. */
  readonly payersExposed: number;
}

/**
 * Holds a case against the truth of a simulated world. Core operators are collectors, mules, coordinators and
 * value-transfer nodes: services paid for the journey may be listed (they count for precision) but need not be found.
 * Roles are not compared.
 *
 * Cost: linear in accounts and emitted text.
 */
export function evaluateCase(emitted: EmittedCase, truth: Truth): Evaluation {
  const counting = new Set(emitted.clusters);
  const membersOf = new Map<string, Set<string>>();
  const listed = new Set<string>();
  for (const account of emitted.accounts) {
    if (!counting.has(account.cluster)) continue;
    const key = keyOf(account);
    const members = membersOf.get(account.cluster);
    if (members === undefined) membersOf.set(account.cluster, new Set([key]));
    else members.add(key);
    listed.add(key);
  }
  const core = new Set<string>();
  const members = new Set<string>();
  const missed: string[] = [];
  for (const network of truth.networks) {
    const operators = coreOf(network);
    for (const key of operators) core.add(key);
    for (const member of network.members) members.add(keyOf(member));
    if (![...membersOf.values()].some((cluster) => isFound(operators, cluster))) missed.push(network.id);
  }
  const right = countWhere(listed, (key) => members.has(key));
  const networks = truth.networks.length;
  return {
    networks,
    networksFound: networks - missed.length,
    networkRecall: share(networks - missed.length, networks),
    networksMissed: missed,
    listedAccounts: listed.size,
    operatorPrecision: share(right, listed.size),
    operatorRecall: share(
      countWhere(core, (key) => listed.has(key)),
      core.size,
    ),
    falseAlarmsPer1000Accounts: truth.accounts === 0 ? 0 : ((listed.size - right) * 1000) / truth.accounts,
    lookAlikes: kindsOf(truth).map((kind) => {
      const planted = truth.lookAlikes.filter((story) => story.kind === kind);
      const flagged = planted.filter((story) => story.accounts.some((account) => listed.has(keyOf(account))));
      return { kind, planted: planted.length, flagged: flagged.length };
    }),
    payers: truth.payers.length,
    payersExposed: countExposed(truth.payers, emitted.emittedTexts),
  };
}

function kindsOf(truth: Truth): string[] {
  const others = new Set(truth.lookAlikes.map(({ kind }) => kind));
  for (const kind of LOOK_ALIKE_KINDS) others.delete(kind);
  return [...LOOK_ALIKE_KINDS, ...[...others].sort(compareText)];
}

function coreOf(network: TruthNetwork): Set<string> {
  return new Set(network.members.filter((member) => member.role !== 'journey-service').map(keyOf));
}

function isFound(operators: ReadonlySet<string>, cluster: ReadonlySet<string>): boolean {
  const shared = countWhere(operators, (key) => cluster.has(key));
  const union = operators.size + cluster.size - shared;
  return shared > 0 && (2 * shared >= operators.size || 2 * shared >= union);
}

/** Payers whose account number occurs among the tokens (runs of letters, digits, `_` and `-`) of the texts. */
function countExposed(payers: readonly AccountName[], texts: Iterable<string>): number {
  const waiting = new Set(payers.map((payer) => payer.account));
  const exposed = new Set<string>();
  for (const text of texts) {
    for (const [token] of text.matchAll(/[\p{L}\p{N}_-]+/gu)) {
      if (waiting.has(token)) exposed.add(token);
    }
  }
  return countWhere(payers, (payer) => exposed.has(payer.account));
}

function countWhere<T>(items: Iterable<T>, holds: (item: T) => boolean): number {
  let count = 0;
  for (const item of items) if (holds(item)) count++;
  return count;
}

function share(part: number, whole: number): number {
  return whole === 0 ? 1 : part / whole;
}

function keyOf(name: AccountName): string {
  return JSON.stringify([name.institution, name.account]);
}
