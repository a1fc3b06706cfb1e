import { type Account, DAY_MS, type Row, type Ties } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import {
  dwellMs,
  type FifoLane,
  laneDurationMs,
  LaneArena,
  matchLanes,
  passThroughSettings,
} from '../../trace/index.js';
import { least } from '../../structures/index.js';
import { atLeastShare, exactShare, shownShare } from '../numbers/exact-share.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { countFamilies } from '../relations/sender-families.js';
import { BridgeCurrencies, type BridgeCurrencyRule } from './bridge-currencies.js';

/** See the detector. */
export interface BridgeRule extends BridgeCurrencyRule {
  readonly maxDwellHours: number;
  readonly minHolders: number;
  readonly ties: Ties;
  /** 1 = a hub. */
  readonly hubFlag: Uint8Array;
}

/** One account that sends gathered money to one crypto destination. */
interface Bridge {
  readonly account: Account;
  readonly share: number;
  readonly families: number;
  readonly credits: readonly Row[];
  readonly debits: readonly Row[];
}

const CRYPTO = channelCode('crypto');

/** Destinations that enough accounts use so, ascending. O(transfers). */
export function findBridges(graph: TemporalGraph, rule: BridgeRule): Occurrence[] {
  const currencies = new BridgeCurrencies(graph, rule);
  const settings = passThroughSettings(graph, {
    ties: rule.ties,
    leastCredits: rule.minSenders,
    leastDebits: 1,
    // A margin that is kept does not age what is passed on: older credits are passed over.
    maxDwellMs: Math.ceil(rule.maxDwellHours / 24) * DAY_MS,
    arena: new LaneArena(),
  });
  const bridgesTo = new Map<Account, Bridge[]>();
  for (let account = 0; account < graph.accountCount; account++) {
    if (rule.hubFlag[account] === 1) continue;
    for (const currency of currencies.of(account)) {
      const [lane] = matchLanes(graph, account, { ...settings, currency });
      for (const [destination, bridge] of lane === undefined ? [] : bridgesOf(graph, lane, rule)) {
        const known = bridgesTo.get(destination);
        if (known === undefined) bridgesTo.set(destination, [bridge]);
        else known.push(bridge);
      }
    }
  }
  return [...bridgesTo]
    .sort(([left], [right]) => left - right)
    .filter(([, bridges]) => new Set(bridges.map(({ account }) => account)).size >= rule.minHolders)
    .map(([destination, bridges]) => toOccurrence(graph, destination, bridges, rule));
}

/** Destinations that take enough of one lane's money; credits that came in crypto are no money brought into it. */
function bridgesOf(graph: TemporalGraph, lane: FifoLane, rule: BridgeRule): [Account, Bridge][] {
  const { channel } = graph.ledger.columns;
  const limitMs = laneDurationMs(lane, rule.maxDwellHours);
  let credited = 0n;
  for (let i = 0; i < lane.creditRows.length; i++) {
    if (channel[lane.creditRows[i]!] !== CRYPTO) credited += BigInt(lane.creditMinor[i]!);
  }
  const minShare = exactShare(rule.minShare);
  const to = new Map<Account, { minor: bigint; readonly pieces: number[] }>();
  for (let piece = 0; piece < lane.pieceCredit.length; piece++) {
    const debit = lane.debitRows[lane.pieceDebit[piece]!]!;
    if (channel[debit] !== CRYPTO || dwellMs(lane, piece) > limitMs) continue;
    const destination = graph.beneficiary[debit]!;
    if (rule.setAside[destination] === 1 || channel[lane.creditRows[lane.pieceCredit[piece]!]!] === CRYPTO) continue;
    const known = to.get(destination);
    if (known === undefined) to.set(destination, { minor: BigInt(lane.pieceMinor[piece]!), pieces: [piece] });
    else {
      known.minor += BigInt(lane.pieceMinor[piece]!);
      known.pieces.push(piece);
    }
  }
  return [...to].flatMap(([destination, { minor, pieces }]): [Account, Bridge][] => {
    if (!atLeastShare(minor, credited, minShare)) return [];
    const rows = ascending(pieces.map((piece) => lane.creditRows[lane.pieceCredit[piece]!]!));
    const senders = ascending(rows.map((row) => graph.payer[row]!)).filter((one) => rule.hubFlag[one] === 0);
    const families =
      senders.length < rule.minSenders ? 0 : countFamilies(graph, senders, graph.ledger.columns.timeMs[rows[0]!]!);
    if (families < rule.minSenders) return [];
    const debits = ascending(pieces.map((piece) => lane.debitRows[lane.pieceDebit[piece]!]!));
    const share = shownShare(minor, credited);
    return [[destination, { account: lane.account, share, families, credits: rows, debits }]];
  });
}

function toOccurrence(
  graph: TemporalGraph,
  destination: Account,
  bridges: readonly Bridge[],
  rule: BridgeRule,
): Occurrence {
  const credits = bridges.flatMap((bridge) => bridge.credits);
  const debits = bridges.flatMap((bridge) => bridge.debits);
  const subjects = ascending(bridges.map(({ account }) => account));
  return {
    weight: subjects.length,
    subjects,
    payers: credits.map((row) => graph.payer[row]!),
    receivers: [destination],
    rows: [...credits, ...debits],
    strength: 0.6,
    measured: [
      { name: 'accountsToOneDestination', value: subjects.length, unit: 'count', threshold: rule.minHolders },
      {
        name: 'lowestShare',
        value: least(bridges.map(({ share }) => share)),
        unit: 'share',
        threshold: rule.minShare,
      },
      {
        name: 'fewestSenders',
        value: least(bridges.map(({ families }) => families)),
        unit: 'count',
        threshold: rule.minSenders,
      },
      ...moneyMeasures(graph.ledger, 'amountIntoCrypto', debits),
    ],
  };
}
