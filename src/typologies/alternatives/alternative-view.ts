import { type Account, type Row } from '../../foundation/index.js';
import { type Finding } from '../../evidence/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type AccountFlows, accountFlows, byOther, type Flow } from './account-flows.js';
import { paysMonthly } from './regular-payments.js';
import { onwardMoney, type OnwardMoney } from './onward-money.js';

/** Accounts that the user vouches for. Nothing is on these lists unless the user puts it there. */
export interface GuardLists {
  /** Registered charities, churches, shelters, schools, legal-aid funds. Default none. */
  readonly registeredBodies?: ReadonlySet<Account>;
  /** Licensed remitters and registered value-transfer services. Default none. */
  readonly licensedRemitters?: ReadonlySet<Account>;
}

/** So many different payers make an account public [choice]. */
const PUBLIC_PAYERS = 25;

/** What is remembered about accounts, shared by the views of one run. */
interface Memory {
  readonly flows: Map<Account, AccountFlows>;
  readonly open: Map<Account, boolean>;
}

/**
 * What the tests of alternatives look at, one currency at a time: the habits of accounts, computed once and remembered.
 * What an account is, shop or person, is not in the data; it is judged by how it is paid.
 */
export class AlternativeView {
  readonly graph: TemporalGraph;
  readonly hubs: ReadonlySet<Account>;
  readonly lists: GuardLists;
  /** Index of the currency looked at. */
  readonly currency: number;
  readonly #memory: Memory;
  readonly #views = new Map<number, AlternativeView>();

  constructor(graph: TemporalGraph, hubs: ReadonlySet<Account>, lists: GuardLists = {}, currency = 0, memory?: Memory) {
    this.graph = graph;
    this.hubs = hubs;
    this.lists = lists;
    this.currency = currency;
    this.#memory = { flows: new Map(), open: memory?.open ?? new Map<Account, boolean>() };
  }

  /** The same view in another currency. */
  in(currency: number): AlternativeView {
    const { graph, hubs, lists } = this;
    const known = this.#views.get(currency) ?? new AlternativeView(graph, hubs, lists, currency, this.#memory);
    this.#views.set(currency, known);
    return known;
  }

  flows(account: Account): AccountFlows {
    const known = this.#memory.flows.get(account) ?? accountFlows(this.graph, account, this.currency);
    this.#memory.flows.set(account, known);
    return known;
  }

  /** The finding's credits to the subject. */
  findingCredits(finding: Finding, subject: Account): Flow[] {
    const rows = new Set<Row>(finding.rows);
    return this.flows(subject).credits.filter(({ row }) => rows.has(row));
  }

  /** Where these credits went. */
  onward(finding: Finding, subject: Account): OnwardMoney {
    const credits = new Set(this.findingCredits(finding, subject).map(({ row }) => row));
    return onwardMoney(this.graph, subject, this.currency, credits, this.everydayRows(subject));
  }

  /**
   * Debits of everyday life or business: by card, to public payees, or to somebody paid one sum every month. Cash and
   * crypto never are.
   */
  everydayRows(account: Account): Set<Row> {
    const rows = new Set<Row>();
    for (const [payee, flows] of byOther(this.flows(account).debits)) {
      const monthly = paysMonthly(flows, 0.1);
      for (const { row, channel } of flows) {
        const byHand = channel === 'cash' || channel === 'p2p';
        const everyday = channel === 'card' || (this.isPublic(payee) && !byHand) || (monthly && channel !== 'cash');
        if (everyday && channel !== 'crypto') rows.add(row);
      }
    }
    return rows;
  }

  /**
   * Whether an account is paid like a shop, an office or a supplier: by at least 25 different payers, and less than half
   * of the times in cash or person to person. Without channels the number of payers alone decides.
   */
  isPublic(account: Account): boolean {
    const known = this.#memory.open.get(account) ?? this.#judgePublic(account);
    this.#memory.open.set(account, known);
    return known;
  }

  #judgePublic(account: Account): boolean {
    const rows = rowsOf(this.graph.in, account);
    if (rows.length < PUBLIC_PAYERS) return false;
    const payers = new Set<Account>();
    let byHand = 0;
    for (const row of rows) {
      payers.add(this.graph.payer[row]!);
      const channel = this.graph.ledger.channel(row);
      if (channel === 'cash' || channel === 'p2p') byHand++;
    }
    payers.delete(account);
    return payers.size >= PUBLIC_PAYERS && 2 * byHand < rows.length;
  }
}
