import { type Account, UsageError } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { type AccountKey } from '../ledger/index.js';
import { MoneyHandling } from './handles-money.js';
import { NAMING_DEFAULTS, type NamingParameters } from './naming-parameters.js';
import { findReviewReasons, type ReviewReason } from './review-reasons.js';

/** What may be said of the people who paid into one cluster: numbers, never names. */
export interface ProtectedPayers {
  /** Distinct payers (holders, where the data joins accounts) that paid in and received nothing back. */
  readonly count: number;
  /** Distinct places their money was handed in at; undefined if the data has no places. */
  readonly places: number | undefined;
  /** Payers that a person should look at, still masked, by reason. */
  readonly needsReview: Readonly<Partial<Record<ReviewReason, number>>>;
}

/** One cluster as protection lets it be seen. */
export interface ProtectedCluster {
  /** Accounts that may be named, ascending. Each of them received money from somebody else. */
  readonly operators: readonly Account[];
  /** Distinct payers that paid in, received nothing back, and are operators of no cluster. */
  readonly payerCount: number;
  /** What else may be said of them. Works through every payer's transfers. */
  describePayers(): ProtectedPayers;
}

/**
 * Who may be named in a case, and the only way to a name. An account whose only tie to a cluster is paying in is a
 * protected payer: never ranked, never given a role, never named anywhere in the case, also not where it turns up in
 * another finding. An account can be named as an operator only if it received money itself; whoever is no operator, only
 * if it handles money of others, as {@link MoneyHandling} has it, and cannot have merely paid ({@link mayHavePaid}).
 *
 * Only {@link protectPayers} makes one, and a case file cannot be put together without one.
 */
export class Protection {
  readonly clusters: readonly ProtectedCluster[];
  readonly #graph: TemporalGraph;
  readonly #operators: ReadonlySet<Account>;
  readonly #payers: ReadonlySet<Account>;
  readonly #vouched: ReadonlySet<Account>;
  readonly #handling: MoneyHandling;
  readonly #mayHavePaid: (account: Account) => boolean;

  private constructor(
    graph: TemporalGraph,
    clusters: readonly ProtectedCluster[],
    operators: ReadonlySet<Account>,
    payers: ReadonlySet<Account>,
    vouched: ReadonlySet<Account>,
    naming: NamingParameters,
    paid: (account: Account) => boolean,
  ) {
    this.#graph = graph;
    this.clusters = clusters;
    this.#operators = operators;
    this.#payers = payers;
    this.#vouched = vouched;
    this.#handling = new MoneyHandling(graph, naming);
    this.#mayHavePaid = paid;
  }

  /** See {@link protectPayers}. */
  static of(
    graph: TemporalGraph,
    groups: readonly (readonly Account[])[],
    {
      collecting = [],
      vouched = new Set<Account>(),
      naming = NAMING_DEFAULTS,
      paid = () => false,
    }: ProtectPayersOptions,
  ): Protection {
    const mayBeNamed = (account: Account): boolean => !vouched.has(account) && receivesFromOthers(graph, account);
    const operatorSets = groups.map((group) => new Set(group.filter(mayBeNamed)));
    const operators = new Set(operatorSets.flatMap((set) => [...set]));
    const payers = new Set(payersInto(graph, new Set(collecting)).filter((payer) => !operators.has(payer)));
    const clusters = operatorSets.map((set) => {
      const paying = payersInto(graph, set).filter((account) => !set.has(account));
      for (const payer of paying) if (!operators.has(payer)) payers.add(payer);
      const onlyPaying = paying.filter((account) => !operators.has(account) && !receivesFromGroup(graph, account, set));
      return {
        operators: [...set].sort((a, b) => a - b),
        payerCount: onlyPaying.length,
        describePayers: () => describePayers(graph, { payers: onlyPaying, operators: set }, naming),
      };
    });
    return new Protection(graph, clusters, operators, payers, vouched, naming, paid);
  }

  /** Whether the account is an operator of some cluster. */
  isOperator(account: Account): boolean {
    return this.#operators.has(account);
  }

  /** Whether the account pays into a cluster and is nothing else. */
  isProtectedPayer(account: Account): boolean {
    return this.#payers.has(account);
  }

  /**
   * The accounts behind a graph node, or undefined where the node must stay unnamed: a protected payer, an account that
   * the user vouches for, or one that is no operator and may have merely paid, or neither gathers money of others nor passes
   * it on. More than one key if the holder has several accounts.
   */
  namesOf(account: Account): readonly AccountKey[] | undefined {
    if (this.isProtectedPayer(account) || this.#vouched.has(account)) return undefined;
    if (!this.isOperator(account) && (this.#mayHavePaid(account) || !this.#handling.handles(account))) return undefined;
    return accountsOfNode(this.#graph, account).map((member) => this.#graph.ledger.accounts.key(member));
  }

  /** The account texts of the whole data, named or not. For hiding what may be one of them; never for output. O(accounts). */
  everyText(): ReadonlySet<string> {
    const { accounts } = this.#graph.ledger;
    return new Set(Array.from({ length: accounts.size }, (_, account) => accounts.key(account as Account).account));
  }
}

/** Whom {@link protectPayers} shall protect besides. */
export interface ProtectPayersOptions {
  /** Further accounts that money may be collected on, in no group or not yet: whoever pays them stays unnamed. Default none. */
  readonly collecting?: Iterable<Account>;
  /** Graph nodes that the user vouches for: no operators, and named nowhere. Default none. */
  readonly vouched?: ReadonlySet<Account>;
  /** Who may have merely paid, and is named only as an operator: see `mayHavePaid`. Default nobody. */
  readonly paid?: (account: Account) => boolean;
  /** Default {@link NAMING_DEFAULTS}. */
  readonly naming?: NamingParameters;
}

/**
 * Separates operators from payers for groups of accounts that findings put together. Members that never received
 * anything from another account, or whom the user vouches for, are dropped from their group: they cannot be operators.
 *
 * @throws UsageError `protection-overlap` if an account is in two groups. O(transfers of the groups' accounts).
 */
export function protectPayers(
  graph: TemporalGraph,
  groups: readonly (readonly Account[])[],
  options: ProtectPayersOptions = {},
): Protection {
  const seen = new Set<Account>();
  for (const account of groups.flat()) {
    if (seen.has(account)) {
      throw new UsageError('protection-overlap', `Expected account ${account} in one group but received it in two`);
    }
    seen.add(account);
  }
  return Protection.of(graph, groups, options);
}

function receivesFromOthers(graph: TemporalGraph, account: Account): boolean {
  return rowsOf(graph.in, account).some((row) => graph.payer[row] !== account);
}

/** Accounts that pay the group, themselves aside, ascending. They stay unnamed, also those that got something back. */
function payersInto(graph: TemporalGraph, group: ReadonlySet<Account>): Account[] {
  const paying = new Set<Account>();
  for (const account of group) {
    for (const row of rowsOf(graph.in, account)) if (graph.payer[row] !== account) paying.add(graph.payer[row]!);
  }
  return [...paying].sort((a, b) => a - b);
}

function receivesFromGroup(graph: TemporalGraph, account: Account, operators: ReadonlySet<Account>): boolean {
  return rowsOf(graph.in, account).some((row) => operators.has(graph.payer[row]!));
}

function describePayers(
  graph: TemporalGraph,
  { payers, operators }: { readonly payers: readonly Account[]; readonly operators: ReadonlySet<Account> },
  naming: NamingParameters,
): ProtectedPayers {
  const { placeFrom, countryFrom } = graph.ledger.columns;
  const place = placeFrom ?? countryFrom;
  const places = new Set<number>();
  const needsReview: Partial<Record<ReviewReason, number>> = {};
  for (const payer of payers) {
    const deposits = rowsOf(graph.out, payer).filter((row) => operators.has(graph.beneficiary[row]!));
    if (place !== undefined) for (const row of deposits) if (place[row]! >= 0) places.add(place[row]!);
    for (const reason of findReviewReasons(graph, { payer, deposits }, naming)) {
      needsReview[reason] = (needsReview[reason] ?? 0) + 1;
    }
  }
  return { count: payers.length, places: place === undefined ? undefined : places.size, needsReview };
}

/** All accounts of the holder that a node stands for; just the account where holders are not joined. */
function accountsOfNode(graph: TemporalGraph, node: Account): readonly Account[] {
  return graph.holdersJoined ? graph.ledger.accounts.membersOf(node) : [node];
}
