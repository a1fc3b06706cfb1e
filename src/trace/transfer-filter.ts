import {
  type Account,
  createPeriod,
  parseExactDecimal,
  type Period,
  periodContains,
  resolveOptions,
  UsageError,
} from '../foundation/index.js';
import { type TemporalGraph } from '../graph/index.js';
import { type Channel, channelCode, CHANNELS, type Currency } from '../ledger/index.js';

/** Which transfers a search may use. Left out: no limit. All conditions hold together. */
export interface TransferFilter {
  /** Only transfers in this half-open period. Default all. */
  readonly period?: Period | undefined;
  /** Only transfers of at least this amount, exact decimal text, each in its own currency. Default all. */
  readonly minAmount?: string | undefined;
  /** Only transfers paid in these currencies. Default all. */
  readonly currencies?: readonly string[] | undefined;
  /** Only transfers of these channels. Default all. */
  readonly channels?: readonly Channel[] | undefined;
  /** Accounts whose transfers are left out altogether, such as hubs. Default none. */
  readonly excluded?: readonly Account[] | undefined;
}

const DEFAULTS: Required<TransferFilter> = Object.freeze({
  period: undefined,
  minAmount: undefined,
  currencies: undefined,
  channels: undefined,
  excluded: undefined,
});

/**
 * Marks the transfers that a filter admits: 1 = may be used, per row. Undefined if every transfer may. Self-transfers are
 * not looked at here: no walk uses them. A transfer without amount has no currency and meets no least amount.
 *
 * @throws UsageError `filter-amount`, `filter-currency`, `filter-channel`, `filter-account`, `period-reversed`, `unknown-option`
 * O(transfers).
 */
export function admitTransfers(graph: TemporalGraph, filter: TransferFilter = {}): Uint8Array | undefined {
  const { period, minAmount, currencies, channels, excluded } = resolveOptions(DEFAULTS, filter, 'transfer filter');
  const { ledger } = graph;
  const { timeMs, currency, amountMinor, channel } = ledger.columns;
  const conditions: ((row: number) => boolean)[] = [];
  if (period !== undefined) {
    const within = createPeriod(period.startMs, period.endMs);
    conditions.push((row) => periodContains(within, timeMs[row]!));
  }
  if (channels !== undefined) {
    const codes = marks(CHANNELS.length, channels.map(knownChannel));
    conditions.push((row) => codes[channel[row]!] === 1);
  }
  if (currencies !== undefined) {
    const codes = marks(
      ledger.currencies.length,
      currencies.map((code) => knownCurrency(ledger.currencies, code)),
    );
    conditions.push((row) => codes[currency[row]!] === 1 && !Number.isNaN(amountMinor[row]!));
  }
  if (minAmount !== undefined) {
    const least = ledger.currencies.map(({ scale }) => leastMinor(minAmount, scale));
    conditions.push((row) => (ledger.amountMinor(row) ?? -1n) >= least[currency[row]!]!);
  }
  if (excluded !== undefined && excluded.length > 0) {
    const out = marks(
      graph.accountCount,
      excluded.map((account) => knownAccount(graph, account)),
    );
    conditions.push((row) => out[graph.payer[row]!] === 0 && out[graph.beneficiary[row]!] === 0);
  }
  if (conditions.length === 0) return undefined;
  const admitted = new Uint8Array(graph.transferCount);
  for (let row = 0; row < admitted.length; row++) if (conditions.every((holds) => holds(row))) admitted[row] = 1;
  return admitted;
}

function marks(length: number, marked: readonly number[]): Uint8Array {
  const column = new Uint8Array(length);
  for (const at of marked) column[at] = 1;
  return column;
}

/** Least minor units that reach a decimal amount: rounded up where the currency has fewer decimals. */
function leastMinor(text: string, scale: number): bigint {
  const exact = parseExactDecimal(text);
  if (exact === undefined || exact.mantissa < 0n) {
    throw new UsageError('filter-amount', `Expected a least amount such as 250.00 but received ${text.slice(0, 40)}`);
  }
  const { mantissa, decimals } = exact;
  if (decimals <= scale) return mantissa * 10n ** BigInt(scale - decimals);
  const step = 10n ** BigInt(decimals - scale);
  return (mantissa + step - 1n) / step;
}

function knownChannel(channel: Channel): number {
  const code = channelCode(channel);
  if (code >= 0) return code;
  throw new UsageError('filter-channel', `Expected one of ${CHANNELS.join(', ')} but received ${channel}`);
}

function knownCurrency(known: readonly Currency[], code: string): number {
  const at = known.findIndex((currency) => currency.code === code);
  if (at >= 0) return at;
  const list = known.map((currency) => currency.code).join(', ');
  throw new UsageError(
    'filter-currency',
    `Expected one of the ledger's currencies (${list}) but received ${code.slice(0, 40)}`,
  );
}

function knownAccount(graph: TemporalGraph, account: Account): Account {
  if (Number.isInteger(account) && account >= 0 && account < graph.accountCount) return account;
  throw new UsageError('filter-account', `Expected an account below ${graph.accountCount} but received ${account}`);
}
