import { type Account } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';

/** What decides whether a currency is worth matching. */
export interface BridgeCurrencyRule {
  /** Least share of what is paid in, not in crypto itself, that goes to one destination. */
  readonly minShare: number;
  readonly minSenders: number;
  /** 1 = an account that everybody deals with: no destination that is shared for a reason. */
  readonly setAside: Uint8Array;
}

const CRYPTO = channelCode('crypto');

/** Doubles stand for exact amounts here: what is nearer to the bound than this is let through. */
const ROUNDING = 1e-9;

/**
 * In which currencies an account may send enough of what it is paid into crypto, whatever first in, first out says of whose
 * money it was: most accounts need no matching then. Lets too many through and never too few.
 */
export class BridgeCurrencies {
  readonly #graph: TemporalGraph;
  readonly #rule: BridgeCurrencyRule;
  /** By currency, of the account that is looked at: what is paid into crypto, what comes in otherwise, and how often. */
  readonly #sent: Float64Array;
  readonly #credited: Float64Array;
  readonly #credits: Int32Array;

  constructor(graph: TemporalGraph, rule: BridgeCurrencyRule) {
    const { length } = graph.ledger.currencies;
    this.#graph = graph;
    this.#rule = rule;
    this.#sent = new Float64Array(length);
    this.#credited = new Float64Array(length);
    this.#credits = new Int32Array(length);
  }

  /** Codes of these currencies, ascending. O(transfers of the account). */
  of(account: Account): number[] {
    const { out, in: credits, payer, beneficiary, ledger } = this.#graph;
    const { channel, currency, receivedCurrency, amountMinor, receivedMinor } = ledger.columns;
    let any = false;
    for (let p = out.starts[account]!; p < out.starts[account + 1]!; p++) {
      const row = out.rows[p]!;
      if (channel[row] !== CRYPTO || this.#rule.setAside[beneficiary[row]!] === 1 || !(amountMinor[row]! > 0)) continue;
      if (!any) for (const sums of [this.#sent, this.#credited, this.#credits]) sums.fill(0);
      any = true;
      this.#sent[currency[row]!]! += amountMinor[row]!;
    }
    if (!any) return [];
    const [minor, code] = [receivedMinor ?? amountMinor, receivedCurrency ?? currency];
    for (let p = credits.starts[account]!; p < credits.starts[account + 1]!; p++) {
      const row = credits.rows[p]!;
      if (channel[row] === CRYPTO || payer[row] === account || !(minor[row]! > 0)) continue;
      this.#credited[code[row]!]! += minor[row]!;
      this.#credits[code[row]!]!++;
    }
    const found: number[] = [];
    for (let at = 0; at < this.#sent.length; at++) {
      const isEnough = this.#sent[at]! >= this.#credited[at]! * this.#rule.minShare * (1 - ROUNDING);
      if (this.#sent[at]! > 0 && this.#credits[at]! >= this.#rule.minSenders && isEnough) found.push(at);
    }
    return found;
  }
}
