import { type Account, type Row } from '../../foundation/index.js';
import { CHOICE, citation, type Finding, type ParameterValues } from '../../evidence/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { dwellQuantile, sumMinor } from '../../trace/index.js';
import { boundFindings, MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { debitRowsOf, laneMoney } from '../passage/episode-evidence.js';
import { atLeastShare, type ExactShare, exactShare } from '../numbers/exact-share.js';
import { ascending } from '../finding-parts.js';
import { type LanePassage } from '../passage/lane-passage.js';
import { passThroughNodes } from './pass-through-nodes.js';
import { type PassThroughNode } from './pass-through-months.js';
import { countFamilies } from '../relations/sender-families.js';
import { greatest, least } from '../../structures/index.js';

type Name =
  | 'minMonths'
  | 'minOutRatio'
  | 'maxDwellHours'
  | 'maxBalance'
  | 'minSenders'
  | 'minCommonShare'
  | 'minOthers'
  | 'maxFindings';

/**
 * Money that leaves almost as fast as it comes, month after month, with nearly nothing kept (I06). People with little
 * money also spend it at once: hence the gate, which asks for several sender families or for one receiver that other
 * such accounts feed too. Balances are rebuilt with the smallest possible opening, so findings count as reduced (0.6).
 * Hubs are neither subject, sender nor common receiver. O(transfers).
 */
export const rapidPassThrough: Detector<Name> = {
  id: 'rapid-pass-through',
  indicator: 'I06',
  version: 1,
  title: 'Nearly everything leaves within two days, month after month',
  question: 'Does money leave almost as fast as it comes, with nearly nothing kept?',
  citations: [citation('FIN-2014-A008'), citation('funnel-red-flags-2016')],
  countClass: 'supporting',
  family: 'time',
  requires: ['time', 'amount'],
  parameters: {
    minMonths: { value: 3, unit: 'count', meaning: 'Least number of calendar months that hold', source: CHOICE },
    minOutRatio: {
      value: 0.9,
      unit: 'share',
      meaning: 'Least share of a month’s credits that leaves by its end and the greatest stay',
      source: citation('arizona-funnel-2014'),
    },
    maxDwellHours: {
      value: 48,
      unit: 'hours',
      meaning: 'Greatest value median of the stay',
      source: citation('funnel-red-flags-2016'),
    },
    maxBalance: {
      value: 0.1,
      unit: 'share',
      meaning: 'Greatest time-weighted mean balance, as a share of the month’s credits',
      source: CHOICE,
    },
    minSenders: { value: 4, unit: 'count', meaning: 'Gate: least number of sender families', source: CHOICE },
    minCommonShare: {
      value: 0.7,
      unit: 'share',
      meaning: 'Gate: least share of the outflow to one node that other such accounts pay too',
      source: CHOICE,
    },
    minOthers: { value: 2, unit: 'count', meaning: 'Gate: least number of such other accounts', source: CHOICE },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A05', 'A07', 'A10', 'A13'],
  locality: {
    kind: 'targets',
    reach: 'senders',
    candidates: {
      from: 'stars',
      list: ({ graph, ties, hubs }, p) => passThroughNodes(graph, { ...p, ties, hubs }).map(({ account }) => account),
    },
  },
  detect,
};

interface Candidate {
  readonly node: PassThroughNode;
  readonly senders: number;
  readonly common: Account | undefined;
}

function detect({ graph, ties, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  const { ledger } = graph;
  if (!hasClock(ledger)) return NO_CLOCK;
  const nodes = passThroughNodes(graph, { ...p, ties, hubs });
  const feeders = countFeeders(graph, nodes);
  const commonShare = exactShare(p.minCommonShare);
  const candidates: Candidate[] = [];
  for (const node of nodes) {
    const senders = senderFamilies(graph, node, hubs);
    const receiver = topReceiver(graph, node, commonShare, hubs);
    const others = receiver === undefined ? 0 : (feeders.get(receiver) ?? 1) - 1;
    const common = others >= p.minOthers ? receiver : undefined;
    if (senders >= p.minSenders || common !== undefined) candidates.push({ node, senders, common });
  }
  const findings = boundFindings(
    candidates,
    p.maxFindings,
    compareCandidates,
    (candidate) => toFinding(graph, candidate, p),
    explain,
  );
  return {
    status: 'evaluated',
    findings,
    remarks: ['Balances are rebuilt with the smallest possible opening: findings count as reduced.'],
  };
}

/** How many of the nodes pay each receiver. */
function countFeeders(graph: TemporalGraph, nodes: readonly PassThroughNode[]): Map<Account, number> {
  const feeders = new Map<Account, number>();
  for (const account of new Set(nodes.map((node) => node.account))) {
    const receivers = new Set<Account>();
    for (const row of rowsOf(graph.out, account)) receivers.add(graph.beneficiary[row]!);
    for (const receiver of receivers) feeders.set(receiver, (feeders.get(receiver) ?? 0) + 1);
  }
  return feeders;
}

function senderFamilies(
  graph: TemporalGraph,
  { passage, months }: PassThroughNode,
  hubs: ReadonlySet<Account>,
): number {
  const senders = new Set<Account>();
  for (const row of creditRowsOf(passage, months)) {
    const payer = graph.payer[row]!;
    if (!hubs.has(payer)) senders.add(payer);
  }
  return countFamilies(graph, ascending(senders), passage.lane.creditTimeMs[months[0]!.from]!);
}

/** The receiver of at least `share` of the outflow of the months, unless it is a hub. */
function topReceiver(
  graph: TemporalGraph,
  { passage: { lane }, months }: PassThroughNode,
  share: ExactShare,
  hubs: ReadonlySet<Account>,
): Account | undefined {
  const received = new Map<Account, bigint>();
  let total = 0n;
  for (const { firstPiece, endPiece } of months) {
    for (let piece = firstPiece; piece < endPiece; piece++) {
      const minor = BigInt(lane.pieceMinor[piece] as number | bigint);
      const receiver = graph.beneficiary[lane.debitRows[lane.pieceDebit[piece]!]!]!;
      received.set(receiver, (received.get(receiver) ?? 0n) + minor);
      total += minor;
    }
  }
  for (const [receiver, minor] of received) {
    if (!hubs.has(receiver) && atLeastShare(minor, total, share)) return receiver;
  }
  return undefined;
}

function creditRowsOf({ lane }: LanePassage, months: PassThroughNode['months']): Row[] {
  return months.flatMap(({ from, to }) => [...lane.creditRows.subarray(from, to)]);
}

/** More months first, then more senders, more credits, earlier; the account's number decides last. */
function compareCandidates(left: Candidate, right: Candidate): number {
  return (
    right.node.months.length - left.node.months.length ||
    right.senders - left.senders ||
    right.node.passage.lane.creditRows.length - left.node.passage.lane.creditRows.length ||
    left.node.months[0]!.month - right.node.months[0]!.month ||
    left.node.account - right.node.account
  );
}

function toFinding(
  graph: TemporalGraph,
  { node: { account, passage, months }, senders, common }: Candidate,
  p: ParameterValues<Name>,
): Finding {
  const { lane } = passage;
  const credits = creditRowsOf(passage, months);
  const debits = months.flatMap(({ firstPiece, endPiece }) => debitRowsOf(lane, firstPiece, endPiece));
  const passed = months.reduce((sum, one) => sum + sumMinor(lane.pieceMinor, one.firstPiece, one.endPiece), 0n);
  const credited = months.reduce((sum, one) => sum + passage.creditedMinor(one.from, one.to), 0n);
  const slowest = greatest(months.map((one) => dwellQuantile(lane, 0.5, one) / 3_600_000));
  return {
    typology: rapidPassThrough.id,
    version: rapidPassThrough.version,
    countClass: rapidPassThrough.countClass,
    family: rapidPassThrough.family,
    status: 'fired',
    strength: 0.6,
    subjects: [account],
    payers: ascending(credits.map((row) => graph.payer[row]!)),
    receivers: ascending(debits.map((row) => graph.beneficiary[row]!)),
    rows: ascending([...credits, ...debits]),
    measured: [
      { name: 'months', value: months.length, unit: 'count', threshold: p.minMonths },
      {
        name: 'lowestOutRatio',
        value: least(months.map((one) => one.outRatio)),
        unit: 'share',
        threshold: p.minOutRatio,
      },
      { name: 'highestMedianDwellHours', value: slowest, unit: 'hours', threshold: p.maxDwellHours },
      {
        name: 'highestMeanBalance',
        value: greatest(months.map((one) => one.balanceRatio)),
        unit: 'share',
        threshold: p.maxBalance,
      },
      { name: 'senders', value: senders, unit: 'count', threshold: p.minSenders },
      { name: 'commonReceivers', value: common === undefined ? 0 : 1, unit: 'count' },
      laneMoney(graph, lane, 'creditedAmount', credited),
      laneMoney(graph, lane, 'passedAmount', passed),
    ],
    alternatives: [],
  };
}
