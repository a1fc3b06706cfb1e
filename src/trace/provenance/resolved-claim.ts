import { type Account, type Row, UsageError } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type Channel, CHANNELS } from '../../ledger/index.js';
import { type AccountLanes } from './account-lanes.js';
import { type AssertedLink, type TraceClaim, type TraceSettings } from './trace-options.js';

/** Part of a transfer that, as a person asserts, came from an earlier one. */
export interface LinkedPart {
  readonly fromRow: Row;
  readonly amountMinor: bigint;
}

/** A claim and the ways out of the data, looked up once for all runs. */
export interface ResolvedClaim {
  /** 1 = the transfer is claimed, by row. */
  readonly isClaimed: Uint8Array;
  /** Claimed transfers that move money, ascending. */
  readonly rows: readonly Row[];
  /** 1 = value that comes to the account has returned, by account. */
  readonly isSource: Uint8Array;
  /** Channel codes that end a trace. */
  readonly endsTrace: Uint8Array;
  /** Rows whose value is in somebody's hand until a linked row. */
  readonly handedOut: ReadonlySet<Row>;
  /** By row that value came back with. */
  readonly linked: ReadonlyMap<Row, readonly LinkedPart[]>;
}

/** @throws UsageError `trace-claim`, `asserted-link` */
export function resolveClaim(
  graph: TemporalGraph,
  lanes: AccountLanes,
  order: Int32Array,
  claim: TraceClaim,
  { asserted, endChannels }: Pick<TraceSettings, 'asserted' | 'endChannels'>,
): ResolvedClaim {
  const isClaimed = new Uint8Array(graph.transferCount);
  const isSource = new Uint8Array(graph.accountCount);
  if ('accounts' in claim) {
    for (const account of claim.accounts) isSource[known(account, graph.accountCount, 'an account')] = 1;
    for (let row = 0; row < isClaimed.length; row++) {
      if (isSource[graph.payer[row]!] === 1 && isSource[graph.beneficiary[row]!] === 0) isClaimed[row] = 1;
    }
  } else if ('rows' in claim) {
    for (const row of claim.rows) isClaimed[known(row, graph.transferCount, 'a row')] = 1;
  } else {
    for (let row = 0; row < isClaimed.length; row++) if (claim.where(row)) isClaimed[row] = 1;
  }
  const rows: Row[] = [];
  for (let row = 0; row < isClaimed.length; row++) {
    if (isClaimed[row] === 1 && lanes.from[row]! >= 0) rows.push(row);
  }
  const endsTrace = endingChannels(graph, endChannels);
  const linked = linkedParts(graph, lanes, order, asserted);
  return { isClaimed, rows, isSource, endsTrace, handedOut: new Set(asserted.map(({ fromRow }) => fromRow)), linked };
}

/** Which channels end a trace, by code; none that all transfers have, for then the data show both sides. */
export function endingChannels({ ledger }: TemporalGraph, endChannels: readonly Channel[]): Uint8Array {
  return Uint8Array.from(CHANNELS, (name, code) =>
    endChannels.includes(name) && ledger.columns.channel.some((other) => other !== code) ? 1 : 0,
  );
}

function known(value: Account | Row, count: number, what: string): number {
  if (Number.isInteger(value) && value >= 0 && value < count) return value;
  throw new UsageError('trace-claim', `Expected ${what} below ${count} but received ${value}`);
}

/** How much of each later transfer each earlier one stands for: as much as both have left, links in the order given. */
function linkedParts(
  graph: TemporalGraph,
  lanes: AccountLanes,
  order: Int32Array,
  links: readonly AssertedLink[],
): Map<Row, LinkedPart[]> {
  const linked = new Map<Row, LinkedPart[]>();
  if (links.length === 0) return linked;
  const position = new Int32Array(order.length);
  order.forEach((row, at) => (position[row] = at));
  const givenOut = new Map<Row, bigint>();
  const broughtBack = new Map<Row, bigint>();
  for (const { fromRow, toRow } of links) {
    const isEvent = (lanes.from[fromRow] ?? -1) >= 0 && (lanes.from[toRow] ?? -1) >= 0;
    if (!isEvent || position[fromRow]! >= position[toRow]!) {
      throw new UsageError('asserted-link', `Expected a transfer and a later one but received ${fromRow}, ${toRow}`);
    }
    if (lanes.currency[lanes.from[fromRow]!] !== lanes.currency[lanes.from[toRow]!]) {
      throw new UsageError('asserted-link', `Expected one currency in the link of rows ${fromRow} and ${toRow}`);
    }
    const out = givenOut.get(fromRow) ?? sentMinor(graph, fromRow);
    const back = broughtBack.get(toRow) ?? sentMinor(graph, toRow);
    const amountMinor = out < back ? out : back;
    givenOut.set(fromRow, out - amountMinor);
    broughtBack.set(toRow, back - amountMinor);
    const parts = linked.get(toRow);
    if (parts === undefined) linked.set(toRow, [{ fromRow, amountMinor }]);
    else parts.push({ fromRow, amountMinor });
  }
  return linked;
}

/** What a transfer sends on its way, in the currency paid: what was paid, without what was kept as a fee. */
function sentMinor({ ledger }: TemporalGraph, row: Row): bigint {
  const paid = ledger.amountMinor(row)!;
  const received = ledger.received(row)!;
  const isExchange = ledger.currencies[ledger.columns.currency[row]!]!.code !== received.currency;
  return isExchange || paid < received.minor ? paid : received.minor;
}
