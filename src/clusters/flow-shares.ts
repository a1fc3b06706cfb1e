import { type Account, type Row } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { channelCode } from '../ledger/index.js';
import { isUpkeep } from '../typologies/index.js';

/** What an account exchanges with whom in one direction. */
interface Flow {
  readonly total: bigint;
  readonly byPartner: ReadonlyMap<Account, bigint>;
  readonly transfersByPartner: ReadonlyMap<Account, number>;
}

/**
 * Shares of what accounts pay (`out`) or receive (`in`), computed once per account: in value within the account's main
 * currency, by count where the data has no amounts. The main currency is the one of most of its credits (of its debits
 * if it has none): what somebody lives on is spent in it, and so is what somebody collects. Self-transfers do not count;
 * currencies are never added.
 *
 * With `ties: 'transfers'` cash and card payments count in the whole, but tie nobody: the other side of cash may be a
 * counter or a machine, that of a card is a till, and everybody who draws or buys there would seem to pay one receiver.
 * Nor does upkeep: whoever gets a wage, a rent or monthly help from somebody has no part in what that person does.
 */
export class FlowShares {
  readonly #graph: TemporalGraph;
  readonly #direction: 'out' | 'in';
  readonly #untied: ReadonlySet<number>;
  readonly #leavesOutUpkeep: boolean;
  readonly #known = new Map<Account, Flow>();

  constructor(graph: TemporalGraph, direction: 'out' | 'in', { ties = 'all' }: { ties?: 'all' | 'transfers' } = {}) {
    this.#graph = graph;
    this.#direction = direction;
    this.#leavesOutUpkeep = ties === 'transfers';
    this.#untied = new Set(ties === 'all' ? [] : [channelCode('cash'), channelCode('card')]);
  }

  /** Accounts on the other side, this one aside. */
  partners(account: Account): Iterable<Account> {
    return this.#of(account).transfersByPartner.keys();
  }

  /** Number of transfers with partners of the set, in all currencies. */
  transfersWith(account: Account, partners: { has: (partner: Account) => boolean }): number {
    let transfers = 0;
    for (const [partner, count] of this.#of(account).transfersByPartner) if (partners.has(partner)) transfers += count;
    return transfers;
  }

  /** Up to `count` partners with whom most is exchanged in the main currency, most first. */
  largestPartners(account: Account, count: number): Account[] {
    return [...this.#of(account).byPartner]
      .sort(([a, forA], [b, forB]) => (forA === forB ? a - b : forA > forB ? -1 : 1))
      .slice(0, count)
      .map(([partner]) => partner);
  }

  /** Whether at least `percent` of the flow is with accounts of the set. Exact; false where there is no flow. */
  isWith(account: Account, partners: { has: (partner: Account) => boolean }, percent: number): boolean {
    const { total, byPartner } = this.#of(account);
    let inside = 0n;
    for (const [partner, minor] of byPartner) if (partners.has(partner)) inside += minor;
    return total > 0n && inside * 100n >= total * BigInt(percent);
  }

  #of(account: Account): Flow {
    const known = this.#known.get(account);
    if (known !== undefined) return known;
    const { ledger, payer, beneficiary } = this.#graph;
    const main = mainCurrency(this.#graph, account);
    const partnerOf = this.#direction === 'out' ? beneficiary : payer;
    const rowsByPartner = new Map<Account, Row[]>();
    const byPartner = new Map<Account, bigint>();
    let total = 0n;
    for (const row of rowsOf(this.#graph[this.#direction], account)) {
      const partner = partnerOf[row]!;
      if (partner === account) continue;
      const inMain = ledger.columns.currency[row] === main;
      const weight = ledger.hasAmounts ? (ledger.amountMinor(row) ?? 0n) : 1n;
      if (inMain) total += weight;
      if (this.#untied.has(ledger.columns.channel[row]!)) continue;
      const rows = rowsByPartner.get(partner);
      if (rows === undefined) rowsByPartner.set(partner, [row]);
      else rows.push(row);
      if (inMain) byPartner.set(partner, (byPartner.get(partner) ?? 0n) + weight);
    }
    const transfersByPartner = new Map<Account, number>();
    for (const [partner, rows] of rowsByPartner) {
      if (!this.#ties(rows)) byPartner.delete(partner);
      else transfersByPartner.set(partner, rows.length);
    }
    const flow = { total, byPartner, transfersByPartner };
    this.#known.set(account, flow);
    return flow;
  }

  #ties(rows: readonly Row[]): boolean {
    const { columns, hasAmounts } = this.#graph.ledger;
    if (!this.#leavesOutUpkeep || !hasAmounts) return true;
    return !isUpkeep(rows.map((row) => ({ timeMs: columns.timeMs[row]!, minor: columns.amountMinor[row]! })));
  }
}

function mainCurrency(graph: TemporalGraph, account: Account): number | undefined {
  const { currency } = graph.ledger.columns;
  const credits = rowsOf(graph.in, account).filter((row) => graph.payer[row] !== account);
  const rows = credits.length > 0 ? credits : rowsOf(graph.out, account);
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(currency[row]!, (counts.get(currency[row]!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
