import { type Account, type Row } from '../../foundation/index.js';
import { type Finding } from '../../evidence/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { LaneArena, passThroughSettings, type PassThroughSettings } from '../../trace/index.js';
import { ALTERNATIVE_DEFAULTS, type AlternativeParameters } from './alternative-parameters.js';
import { everydayRowsOf, flowsOfAccount, groupedCredits, groupedDebits, usesOfAccount } from './account-facts.js';
import { type AccountFlows, flowSources, type FlowSources } from './account-flows.js';
import { AccountMemory } from './account-memory.js';
import { UseMatcher } from './credit-uses.js';
import { ascending } from '../finding-parts.js';
import { type FlowGroups } from './flow-groups.js';
import { type Flows } from './flows.js';
import { OutcomePool } from './outcome-pool.js';
import { onwardMoney, type OnwardMoney } from './onward-money.js';

/** Accounts that the user vouches for. Nothing is on these lists unless the user puts it there. */
export interface GuardLists {
  /** Registered charities, churches, shelters, schools, legal-aid funds. Default none. */
  readonly registeredBodies?: ReadonlySet<Account>;
  /** Licensed remitters and registered value-transfer services. Default none. */
  readonly licensedRemitters?: ReadonlySet<Account>;
}

/** A fact about one account over all data. The same account and view give the same fact. */
export type AccountFact<T> = (account: Account, view: AlternativeView) => T;

/** What is known of an account by whether it is public. */
const UNASKED = 0;
const PRIVATE = 1;
const PUBLIC = 2;

/** What an {@link AlternativeView} goes by. */
export interface AlternativeViewOptions {
  /** Default none. */
  readonly lists?: GuardLists | undefined;
  /** Default {@link ALTERNATIVE_DEFAULTS}. */
  readonly parameters?: AlternativeParameters | undefined;
  /** Index of the currency looked at. Default 0. */
  readonly currency?: number;
}

/** What was looked at last: the alternatives of one finding ask for the same several times. */
interface Latest {
  finding: Finding | undefined;
  /** Ascending, each once. */
  rows: readonly Row[];
  readonly credits: Map<Account, Flows>;
  readonly onward: Map<Account, OnwardMoney>;
}

/**
 * What the tests of alternatives look at, one currency at a time: the habits of accounts, computed once and remembered.
 * What an account is, shop or person, is not in the data; it is judged by how it is paid.
 */
export class AlternativeView {
  readonly graph: TemporalGraph;
  readonly hubs: ReadonlySet<Account>;
  readonly lists: GuardLists;
  /** Every number that decides here. */
  readonly parameters: AlternativeParameters;
  /** Index of the currency looked at. */
  readonly currency: number;
  readonly sources: FlowSources;
  readonly matching: PassThroughSettings;
  readonly matcher: UseMatcher;
  readonly outcomes = new OutcomePool();
  /** Whether accounts are public, once that was asked; shared by the views of one run, as it holds for all currencies. */
  #open: Uint8Array | undefined;
  readonly #views = new Map<number, AlternativeView>();
  readonly #latest: Latest = { finding: undefined, rows: [], credits: new Map(), onward: new Map() };
  readonly #memory: AccountMemory;

  constructor(graph: TemporalGraph, hubs: ReadonlySet<Account>, options: AlternativeViewOptions = {}) {
    this.graph = graph;
    this.hubs = hubs;
    this.lists = options.lists ?? {};
    this.parameters = options.parameters ?? ALTERNATIVE_DEFAULTS;
    this.currency = options.currency ?? 0;
    this.sources = flowSources(graph);
    this.matching = passThroughSettings(graph, { currency: this.currency, arena: new LaneArena() });
    this.matcher = new UseMatcher(graph, this.currency);
    this.#memory = new AccountMemory(graph);
  }

  /** The same view in another currency. */
  in(currency: number): AlternativeView {
    const known = this.#views.get(currency);
    if (known !== undefined) return known;
    const { graph, hubs, lists, parameters } = this;
    const view = new AlternativeView(graph, hubs, { lists, parameters, currency });
    view.#open = this.#openFlags();
    this.#views.set(currency, view);
    return view;
  }

  /**
   * A fact about an account, worked out once: the function itself is the key, so hand over the same one each time. Facts
   * do not depend on a finding; an account in many findings is then judged once.
   */
  recall<T>(account: Account, fact: AccountFact<T>): T {
    return this.#memory.recall(account, fact, this);
  }

  flows(account: Account): AccountFlows {
    return this.recall(account, flowsOfAccount);
  }

  /** Credits by who paid them, in order of first appearance. */
  creditsByOther(account: Account): FlowGroups {
    return this.recall(account, groupedCredits);
  }

  /** Debits by who received them, likewise. */
  debitsByOther(account: Account): FlowGroups {
    return this.recall(account, groupedDebits);
  }

  /** The finding's credits to the subject. */
  findingCredits(finding: Finding, subject: Account): Flows {
    const latest = this.#look(finding);
    const known = latest.credits.get(subject);
    if (known !== undefined) return known;
    const credits = this.flows(subject).credits.among(latest.rows);
    latest.credits.set(subject, credits);
    return credits;
  }

  /** Where these credits went. */
  onward(finding: Finding, subject: Account): OnwardMoney {
    const latest = this.#look(finding);
    const known = latest.onward.get(subject);
    if (known !== undefined) return known;
    const credits = this.findingCredits(finding, subject);
    const money = onwardMoney(this.recall(subject, usesOfAccount), this.flows(subject).credits, credits);
    latest.onward.set(subject, money);
    return money;
  }

  #look(finding: Finding): Latest {
    const latest = this.#latest;
    if (latest.finding === finding) return latest;
    latest.finding = finding;
    latest.rows = ascending(finding.rows);
    latest.credits.clear();
    latest.onward.clear();
    return latest;
  }

  /**
   * Debits of everyday life or business: by card, to public payees, or to somebody paid one sum every month. Cash and
   * crypto never are. Worked out each time.
   */
  everydayRows(account: Account): ReadonlySet<Row> {
    return everydayRowsOf(account, this);
  }

  /**
   * Whether an account is paid like a shop, an office or a supplier: by many different payers (25), and less than half of
   * the times in cash or person to person. Without channels the number of payers alone decides.
   */
  isPublic(account: Account): boolean {
    const open = this.#openFlags();
    if (open[account] === UNASKED) open[account] = this.#judgePublic(account) ? PUBLIC : PRIVATE;
    return open[account] === PUBLIC;
  }

  #openFlags(): Uint8Array {
    return (this.#open ??= new Uint8Array(this.graph.accountCount));
  }

  #judgePublic(account: Account): boolean {
    if (this.graph.extent !== undefined) return this.graph.extent.isPublic[account] === 1;
    const rows = rowsOf(this.graph.in, account);
    const { publicPayers, publicByHand } = this.parameters;
    if (rows.length < publicPayers) return false;
    const payers = new Set<Account>();
    let byHand = 0;
    for (const row of rows) {
      payers.add(this.graph.payer[row]!);
      const channel = this.graph.ledger.channel(row);
      if (channel === 'cash' || channel === 'p2p') byHand++;
    }
    payers.delete(account);
    return payers.size >= publicPayers && byHand < publicByHand * rows.length;
  }
}
