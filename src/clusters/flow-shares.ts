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
 * Nor does upkeep: whoever gets a wage, a rent or help from somebody every month or two has no part in what that person
 * does. Wages by the week or fortnight are not told from passing on.
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

  /** {@link FlowShares.isWith} for a single partner, in one look. */
  isWithOne(account: Account, partner: Account, percent: number): boolean {
    const { total, byPartner } = this.#of(account);
    return total > 0n && (byPartner.get(partner) ?? 0n) * 100n >= total * BigInt(percent);
  }

  #of(account: Account): Flow {
    const known = this.#known.get(account);
    if (known !== undefined) return known;
    const { ledger, payer, beneficiary } = this.#graph;
    const currency = this.#currency;
    const main = mainCurrency(this.#graph, account);
    const partnerOf = this.#direction === 'out' ? beneficiary : payer;
    const rowsByPartner = new Map<Account, Row[]>();
    const byPartner = new Map<Account, bigint>();
    let total = 0n;
    for (const row of rowsOf(this.#graph[this.#direction], account)) {
      const partner = partnerOf[row]!;
      if (partner === account) continue;
      const inMain = currency[row] === main;
      const weight = ledger.hasAmounts ? (this.#minor(row) ?? 0n) : 1n;
      if (inMain) total += weight;
      if (this.#untied.has(ledger.columns.channel[row]!)) continue;
      const rows = rowsByPartner.get(partner);
      if (rows === undefined) rowsByPartner.set(partner, [row]);
      else rows.push(row);
      if (inMain) byPartner.set(partner, (byPartner.get(partner) ?? 0n) + weight);
    }
    const transfersByPartner = new Map<Account, number>();
    for (const [partner, rows] of rowsByPartner) {
      const upkeep = this.#upkeepCurrencies(rows);
      if (main !== undefined && upkeep.has(main)) byPartner.delete(partner);
      const tying = upkeep.size === 0 ? rows : rows.filter((row) => !upkeep.has(currency[row]!));
      if (tying.length > 0) transfersByPartner.set(partner, tying.length);
    }
    const flow = { total, byPartner, transfersByPartner };
    this.#known.set(account, flow);
    return flow;
  }

  /** What is paid counts as it left, what is received as it came in. */
  get #currency(): Uint16Array {
    const { currency, receivedCurrency } = this.#graph.ledger.columns;
    return this.#direction === 'in' ? (receivedCurrency ?? currency) : currency;
  }

  #minor(row: Row): bigint | undefined {
    const { ledger } = this.#graph;
    return this.#direction === 'in' ? ledger.received(row)?.minor : ledger.amountMinor(row);
  }

  /** Currencies in which the transfers with one partner are upkeep; transfers without amount say nothing of it. */
  #upkeepCurrencies(rows: readonly Row[]): ReadonlySet<number> {
    const { columns, hasAmounts } = this.#graph.ledger;
    const upkeep = new Set<number>();
    if (!this.#leavesOutUpkeep || !hasAmounts || rows.length < 3) return upkeep;
    const isIn = this.#direction === 'in';
    const amounts = isIn ? (columns.receivedMinor ?? columns.amountMinor) : columns.amountMinor;
    const flows = new Map<number, { timeMs: number; minor: number }[]>();
    for (const row of rows) {
      const minor = amounts[row]!;
      if (Number.isNaN(minor)) continue;
      const code = this.#currency[row]!;
      const known = flows.get(code);
      if (known === undefined) flows.set(code, [{ timeMs: columns.timeMs[row]!, minor }]);
      else known.push({ timeMs: columns.timeMs[row]!, minor });
    }
    for (const [code, list] of flows) if (isUpkeep(list)) upkeep.add(code);
    return upkeep;
  }
}

function mainCurrency(graph: TemporalGraph, account: Account): number | undefined {
  const { currency, receivedCurrency } = graph.ledger.columns;
  const credits = rowsOf(graph.in, account).filter((row) => graph.payer[row] !== account);
  const rows = credits.length > 0 ? credits : rowsOf(graph.out, account);
  const column = credits.length > 0 ? (receivedCurrency ?? currency) : currency;
  const counts = new Map<number, number>();
  for (const row of rows) counts.set(column[row]!, (counts.get(column[row]!) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]?.[0];
}
