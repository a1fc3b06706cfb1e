import { type AccountFacts, type FlowFeatures, measureFacts, measureFlow } from '../features/index.js';
import { type Account } from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { namedMembers, SCORE_DEFAULTS, scoreAccounts } from '../judgement/index.js';
import { type GatheringParameters } from './gathering-parameters.js';
import { gathersFromFamilies } from './gathers-from-families.js';
import { MoneyHandling } from './handles-money.js';
import { mayHavePaid } from './may-have-paid.js';

/** What is known of accounts besides the data of a trace or of paths. */
export interface KnownAccounts {
  /**
   * Accounts of the operators of a case. Exactly these are named, wherever they occur, so that one account is the same in the
   * case and in everything that is asked within it. Left out: who may be named is told by the data alone. Where the accounts
   * of a holder are joined, it is named with all of them, hence only if all of them are here.
   */
  readonly operators?: Iterable<Account> | undefined;
  /** Accounts that the user vouches for: named nowhere. Default none. */
  readonly vouched?: Iterable<Account> | undefined;
}

/** What is asked of one graph by every trace and path through it, measured once. */
interface Measured {
  readonly handling: MoneyHandling;
  readonly mayHavePaid: (account: Account) => boolean;
  /** Whether evidence would name it in a lead; worked out when first asked. */
  readonly isEvident: (account: Account) => boolean;
}

const measuredOf = new WeakMap<TemporalGraph, Measured>();

/**
 * Whom outputs of traces and paths may name. Within a case its operators and nobody else. Without one an account that
 * - gathers from families ({@link gathersFromFamilies}), and
 * - handles money of others, as findings outside leads ask for ({@link MoneyHandling}), and
 * - cannot have merely paid, as far as the data tell ({@link mayHavePaid}), and
 * - would be named in a lead by the evidence: its score reaches `namedScore`, or the money of such accounts meets there
 *   ({@link namedMembers}). Asked from `evidenceAccounts` (1,000) accounts on.
 *
 * Without amounts or clock times nothing can be judged, and the last two are left out. Somebody who sells, keeps a shop, lets rooms or
 * holds the money of a club gathers too, and may have paid for a journey: the first rules alone name such payers, and many others. Whom the user vouches for is never named. Not claimed: that whoever may be named is no payer.
 * O(n log n) once for a graph, then O(transfers of the account).
 */
export class TraceNaming {
  /** Whether a case says who is named. */
  readonly withinCase: boolean;
  readonly #graph: TemporalGraph;
  readonly #gathering: GatheringParameters;
  readonly #operators: ReadonlySet<Account>;
  readonly #vouched: ReadonlySet<Account>;

  constructor(graph: TemporalGraph, gathering: GatheringParameters, { operators, vouched = [] }: KnownAccounts = {}) {
    const directory = graph.ledger.accounts;
    const nodes = (accounts: Iterable<Account>): Set<Account> =>
      new Set([...accounts].map((account) => (graph.holdersJoined ? directory.unit[account]! : account)));
    this.#graph = graph;
    this.#gathering = gathering;
    this.withinCase = operators !== undefined;
    const listed = new Set(operators);
    const isWhole = (node: Account): boolean =>
      !graph.holdersJoined || directory.membersOf(node).every((member) => listed.has(member));
    this.#operators = new Set([...nodes(listed)].filter(isWhole));
    this.#vouched = nodes(vouched);
  }

  /** Whether the account is an operator of the case, and nobody vouches for it. */
  isOperator(account: Account): boolean {
    return this.#operators.has(account) && !this.#vouched.has(account);
  }

  mayBeNamed(account: Account): boolean {
    if (this.withinCase || this.#vouched.has(account)) return this.isOperator(account);
    const { handling, mayHavePaid: paid, isEvident } = measured(this.#graph);
    return (
      !paid(account) &&
      gathersFromFamilies(this.#graph, account, this.#gathering) &&
      handling.handles(account) &&
      (this.#graph.accountCount < this.#gathering.evidenceAccounts || isEvident(account))
    );
  }
}

function measured(graph: TemporalGraph): Measured {
  const known = measuredOf.get(graph) ?? measure(graph);
  measuredOf.set(graph, known);
  return known;
}

function measure(graph: TemporalGraph): Measured {
  const handling = new MoneyHandling(graph);
  const { hasAmounts, hasTime } = graph.ledger;
  if (!hasAmounts || !hasTime) return { handling, mayHavePaid: () => false, isEvident: () => true };
  const features = measureFlow(graph);
  const facts = measureFacts(features);
  let evident: ReadonlySet<Account> | undefined;
  return {
    handling,
    mayHavePaid: mayHavePaid(features, facts),
    isEvident: (account) => (evident ??= evidentAccounts(features, facts)).has(account),
  };
}

/** Who would be named in a lead by the evidence, were everybody in one. */
function evidentAccounts(features: FlowFeatures, facts: AccountFacts): ReadonlySet<Account> {
  const { second } = scoreAccounts(features, { facts });
  return new Set(namedMembers(features, [...second.keys()], second, SCORE_DEFAULTS));
}
