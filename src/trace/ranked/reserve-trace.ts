import {
  type Account,
  assertInvariant,
  defaultTies,
  type Fraction,
  fraction,
  parseExactDecimal,
  resolveOptions,
  type Row,
  type Ties,
  UsageError,
} from '../../foundation/index.js';
import { bookingOrder, type TemporalGraph } from '../../graph/index.js';
import { ArrivedMoney } from '../arrived-money.js';
import { nodesOf } from '../nodes-of.js';
import { admitTransfers, type TransferFilter } from '../transfer-filter.js';

/** Amounts are counted in this part of a minor unit. */
const PARTS = 10n ** 9n;

/** How {@link reserveTrace} follows money. */
export interface ReserveTraceOptions extends TransferFilter {
  /** Share of what an account holds that no single payment takes, exact decimal text, at least 0, below 1. Default '0.1'. */
  readonly reserve?: string;
  /** Whether money may move on in the instant in which it came. Default: what the ledger's precision suggests. */
  readonly ties?: Ties | undefined;
}

/** The followed part of a transfer. */
export interface ReserveStep {
  readonly row: Row;
  /** Minor units of the currency it was paid in, above 0. */
  readonly amount: Fraction;
}

/** Followed money at an account when the data ends. */
export interface ReserveEnd {
  readonly account: Account;
  /** Index into the ledger's currencies. */
  readonly currency: number;
  /** Minor units, above 0. */
  readonly amount: Fraction;
  /** The account is a source: the money came back and is not followed a second time. */
  readonly returned: boolean;
}

/** Where money went under the reserve rule. */
export interface ReserveTrace {
  /** In the order in which value moves. */
  readonly steps: readonly ReserveStep[];
  /** By account and currency; without currency changes and fees they add up to what the sources paid. */
  readonly ends: readonly ReserveEnd[];
  /** Some amount was rounded down to a billionth of a minor unit; otherwise all are exact. */
  readonly rounded: boolean;
}

const DEFAULTS: Required<ReserveTraceOptions> = Object.freeze({
  period: undefined,
  minAmount: undefined,
  currencies: undefined,
  channels: undefined,
  excluded: undefined,
  reserve: '0.1',
  ties: undefined,
});

/**
 * Follows all that the sources pay, account by account: a transfer carries on what its payer has received of it so far,
 * at most its amount, and at most the share 1 - `reserve` of what the payer holds. With a reserve above 0 every account
 * keeps a tail, so that later payments are followed as well. Per currency; a transfer that is received in another amount
 * or currency hands over the same share of that. Transfers of one instant are taken in booking order, see
 * {@link bookingOrder}; strictly ordered, money moves on only after the instant in which it came.
 *
 * A rule for finding where to look, made to reach far: it is none of the rules by which courts attribute money.
 * O(transfers). Nothing to follow gives empty lists. Source: MFTracer, SIGMETRICS 2026.
 *
 * @throws UsageError `reserve-share`, `trace-account`, `unknown-option`, `filter-...`
 * @throws InvariantError `reserve-balance` if money appeared or vanished
 */
export function reserveTrace(
  graph: TemporalGraph,
  sources: readonly Account[],
  options: ReserveTraceOptions = {},
): ReserveTrace {
  const { reserve, ties, ...filter } = resolveOptions(DEFAULTS, options, 'reserveTrace');
  const passed = passedShare(reserve);
  const admitted = admitTransfers(graph, filter);
  const isSource = new Set(nodesOf(graph, sources));
  const { payer, beneficiary, ledger } = graph;
  const { timeMs, currency, receivedCurrency } = ledger.columns;
  const currencies = ledger.currencies.length;
  const money = new ArrivedMoney((ties ?? defaultTies(ledger.precision)) === 'same-instant-allowed');
  const parts = new RoundedShares();
  const steps: ReserveStep[] = [];
  let followed = 0n;
  for (const row of isSource.size === 0 ? [] : bookingOrder(graph)) {
    const from = payer[row]!;
    const to = beneficiary[row]!;
    if (from === to || admitted?.[row] === 0) continue;
    money.moveTo(timeMs[row]!);
    const paid = ledger.amountMinor(row) ?? 0n;
    const fromSource = isSource.has(from);
    const purse = from * currencies + currency[row]!;
    const amount = fromSource ? paid * PARTS : parts.atMost(paid * PARTS, money.held(purse), passed);
    if (amount === 0n) continue;
    steps.push({ row, amount: fraction(amount, PARTS) });
    if (!fromSource) money.take(purse, amount);
    const received = ledger.received(row)?.minor ?? paid;
    const arrived = received === paid ? amount : parts.share(amount, received, paid);
    money.add(to * currencies + (receivedCurrency ?? currency)[row]!, arrived);
    followed += fromSource ? arrived : arrived - amount;
  }
  const left = money.finish();
  const found = left.reduce((sum, [, amount]) => sum + amount, 0n);
  assertInvariant(found === followed, 'reserve-balance', `Expected ${followed} parts left but found ${found}`);
  const ends = left.map(([purse, amount]): ReserveEnd => {
    const account = Math.floor(purse / currencies);
    return {
      account,
      currency: purse % currencies,
      amount: fraction(amount, PARTS),
      returned: isSource.has(account),
    };
  });
  return { steps, ends, rounded: parts.rounded };
}

/** Shares rounded down, and whether any of them was not exact. */
class RoundedShares {
  rounded = false;

  share(whole: bigint, part: bigint, of: bigint): bigint {
    const share = (whole * part) / of;
    if (share * of !== whole * part) this.rounded = true;
    return share;
  }

  /** The smaller of an amount and a share of what is held. */
  atMost(amount: bigint, held: bigint, { numerator, denominator }: Fraction): bigint {
    const enough = held * numerator >= amount * denominator;
    return enough ? amount : this.share(held, numerator, denominator);
  }
}

/** 1 - reserve, exact. */
function passedShare(reserve: string): Fraction {
  const exact = parseExactDecimal(reserve);
  const whole = exact === undefined ? 0n : 10n ** BigInt(exact.decimals);
  if (exact === undefined || exact.mantissa < 0n || exact.mantissa >= whole) {
    throw new UsageError(
      'reserve-share',
      `Expected a share such as 0.1, at least 0 and below 1, but received ${reserve}`,
    );
  }
  return fraction(whole - exact.mantissa, whole);
}
