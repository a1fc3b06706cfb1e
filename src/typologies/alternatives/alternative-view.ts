import { type Account, type Row } from '../../foundation/index.js';
import { type Finding } from '../../evidence/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type AccountFlows, accountFlows, type Flow } from './account-flows.js';
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

/**
 * What the tests of alternatives look at: the habits of accounts, computed once and remembered. What an account is, shop
 * or person, is not in the data; it is judged by how it is paid.
 */
export class AlternativeView {
  readonly graph: TemporalGraph;
  readonly hubs: ReadonlySet<Account>;
  readonly lists: GuardLists;
  readonly #flows = new Map<Account, AccountFlows>();
  readonly #public = new Map<Account, boolean>();

  constructor(graph: TemporalGraph, hubs: ReadonlySet<Account>, lists: GuardLists = {}) {
    this.graph = graph;
    this.hubs = hubs;
    this.lists = lists;
  }

  flows(account: Account): AccountFlows {
    const known = this.#flows.get(account) ?? accountFlows(this.graph, account);
    this.#flows.set(account, known);
    return known;
  }

  /** The finding's credits to the subject. */
  findingCredits(finding: Finding, subject: Account): Flow[] {
    const rows = new Set<Row>(finding.rows);
    return this.flows(subject).credits.filter(({ row }) => rows.has(row));
  }

  onward(finding: Finding, subject: Account): OnwardMoney {
    return onwardMoney(this.graph, subject, new Set(this.findingCredits(finding, subject).map(({ row }) => row)));
  }

  /**
   * Whether an account is paid like a shop, an office or a supplier: by at least 25 different payers, and less than half
   * of the times in cash or person to person. Without channels the number of payers alone decides. Hubs are public.
   */
  isPublic(account: Account): boolean {
    const known = this.#public.get(account) ?? this.#judgePublic(account);
    this.#public.set(account, known);
    return known;
  }

  #judgePublic(account: Account): boolean {
    if (this.hubs.has(account)) return true;
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
