import { type Account, DAY_MS, HOUR_MS } from '../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { channelCode } from '../ledger/index.js';
import { dwellQuantile, type FifoLane, matchPassThrough, outRatio, sumMinor } from '../trace/index.js';

/**
 * What an account does, in numbers: the ground of its role hypotheses. Shares of value are of the currency in which the
 * account received most transfers; nothing is added across currencies. Shares are undefined without amounts.
 */
export interface AccountProfile {
  readonly account: Account;
  /** Distinct accounts that pay it / that it pays, itself aside. */
  readonly senders: number;
  readonly receivers: number;
  readonly credits: number;
  readonly debits: number;
  /** Distinct operators of its own cluster among its senders and receivers. */
  readonly sendersInCluster: number;
  readonly receiversInCluster: number;
  /** Distinct places money for it was handed in at; undefined without places. */
  readonly placesIn: number | undefined;
  /** Value received that had left by the end of the data, first in first out. */
  readonly passedOnShare: number | undefined;
  /** Value-weighted median stay of what was passed on, in hours; undefined if nothing was. */
  readonly medianDwellHours: number | undefined;
  /** Value of its debits that goes to the two receivers it pays most. */
  readonly topTwoReceiverShare: number | undefined;
  /** Share of its debits, by count, that are cash. */
  readonly cashOutShare: number;
  /** Days from its first to its last transfer. */
  readonly activeDays: number;
}

/** Measures one account against the operators of its cluster. O(transfers of the account). */
export function profileAccount(
  graph: TemporalGraph,
  account: Account,
  operators: ReadonlySet<Account>,
): AccountProfile {
  const credits = rowsOf(graph.in, account).filter((row) => graph.payer[row] !== account);
  const debits = rowsOf(graph.out, account).filter((row) => graph.beneficiary[row] !== account);
  const senders = new Set(Array.from(credits, (row) => graph.payer[row]!));
  const receivers = new Set(Array.from(debits, (row) => graph.beneficiary[row]!));
  const { channel, placeFrom, timeMs } = graph.ledger.columns;
  const cash = channelCode('cash');
  const places = placeFrom && new Set(Array.from(credits, (row) => placeFrom[row]!).filter((place) => place >= 0));
  const rows = [credits[0], debits[0], credits.at(-1), debits.at(-1)].filter((row) => row !== undefined);
  const times = rows.map((row) => timeMs[row]!);
  return {
    account,
    senders: senders.size,
    receivers: receivers.size,
    credits: credits.length,
    debits: debits.length,
    sendersInCluster: [...senders].filter((sender) => operators.has(sender)).length,
    receiversInCluster: [...receivers].filter((receiver) => operators.has(receiver)).length,
    placesIn: places?.size,
    ...profileFlow(graph, account),
    cashOutShare: debits.length === 0 ? 0 : debits.filter((row) => channel[row] === cash).length / debits.length,
    activeDays: times.length === 0 ? 0 : (Math.max(...times) - Math.min(...times)) / DAY_MS,
  };
}

type FlowProfile = Pick<AccountProfile, 'passedOnShare' | 'medianDwellHours' | 'topTwoReceiverShare'>;

function profileFlow(graph: TemporalGraph, account: Account): FlowProfile {
  const lanes = graph.ledger.hasAmounts && graph.ledger.hasTime ? matchPassThrough(graph, account) : [];
  const lane = lanes.reduce<FifoLane | undefined>(
    (main, next) => (main === undefined || next.creditRows.length > main.creditRows.length ? next : main),
    undefined,
  );
  if (lane === undefined)
    return { passedOnShare: undefined, medianDwellHours: undefined, topTwoReceiverShare: undefined };
  const { creditedMinor, passedMinor } = outRatio(lane, Infinity);
  const dwell = dwellQuantile(lane, 0.5);
  return {
    passedOnShare: creditedMinor === 0n ? undefined : Number(passedMinor) / Number(creditedMinor),
    medianDwellHours: Number.isFinite(dwell) ? dwell / HOUR_MS : undefined,
    topTwoReceiverShare: topTwoShare(graph, lane),
  };
}

function topTwoShare(graph: TemporalGraph, lane: FifoLane): number | undefined {
  const byReceiver = new Map<Account, number>();
  lane.debitRows.forEach((row, i) => {
    const receiver = graph.beneficiary[row]!;
    byReceiver.set(receiver, (byReceiver.get(receiver) ?? 0) + Number(lane.debitMinor[i]));
  });
  const all = Number(sumMinor(lane.debitMinor));
  const [first = 0, second = 0] = [...byReceiver.values()].sort((a, b) => b - a);
  return all === 0 ? undefined : (first + second) / all;
}
