import { type Account, parseExactDecimal, type Row, type Ties } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import {
  dwellMs,
  type FifoLane,
  laneDurationMs,
  LaneArena,
  matchLanes,
  passThroughSettings,
} from '../../trace/index.js';
import { least } from '../../structures/index.js';
import { atLeastShare, exactShare } from '../numbers/exact-share.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { countFamilies } from '../relations/sender-families.js';

/** See the detector. */
export interface PassageRule {
  readonly minCash: number;
  readonly maxDwellHours: number;
  readonly minMatched: number;
  readonly minPassages: number;
  readonly ties: Ties;
  /** 1 = neither customer nor recipient. */
  readonly hubFlag: Uint8Array;
  readonly isAbroad: (row: Row) => boolean;
  readonly isCash: (row: Row) => boolean;
}

/** The wires of customers with enough passages, ascending by customer. */
export function findPassages(graph: TemporalGraph, rule: PassageRule): Row[] {
  const settings = passThroughSettings(graph, {
    ties: rule.ties,
    leastCredits: 1,
    leastDebits: 1,
    arena: new LaneArena(),
  });
  const found: Row[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    if (rule.hubFlag[account] === 1) continue;
    const abroad = rowsOf(graph.out, account).filter(rule.isAbroad);
    if (abroad.length < rule.minPassages || !rowsOf(graph.in, account).some(rule.isCash)) continue;
    const wires = matchLanes(graph, account, settings).flatMap((lane) => passagesOf(graph, lane, rule));
    if (wires.length >= rule.minPassages) for (const wire of wires) found.push(wire);
  }
  return found;
}

/** Wires of a lane that are mostly the money of one cash credit, ascending. */
function passagesOf(graph: TemporalGraph, lane: FifoLane, rule: PassageRule): Row[] {
  const limitMs = laneDurationMs(lane, rule.maxDwellHours);
  const least = minorOf(rule.minCash, graph.ledger.currencies[lane.currency]?.scale ?? 0);
  const matched = exactShare(rule.minMatched);
  const wires = new Set<Row>();
  for (let piece = 0; piece < lane.pieceDebit.length; piece++) {
    const credit = lane.pieceCredit[piece]!;
    const debit = lane.pieceDebit[piece]!;
    const row = lane.debitRows[debit]!;
    if (!rule.isAbroad(row) || rule.hubFlag[graph.beneficiary[row]!] === 1) continue;
    if (!rule.isCash(lane.creditRows[credit]!) || BigInt(lane.creditMinor[credit]!) < least) continue;
    if (dwellMs(lane, piece) > limitMs) continue;
    const share = atLeastShare(BigInt(lane.pieceMinor[piece]!), BigInt(lane.debitMinor[debit]!), matched);
    if (share) wires.add(row);
  }
  return ascending(wires);
}

/** A plain number of currency units in minor units, rounded up. */
function minorOf(units: number, scale: number): bigint {
  const decimal = parseExactDecimal(String(units));
  if (decimal === undefined) return BigInt(Math.ceil(units)) * 10n ** BigInt(scale);
  const { mantissa, decimals } = decimal;
  if (decimals <= scale) return mantissa * 10n ** BigInt(scale - decimals);
  const parts = 10n ** BigInt(decimals - scale);
  return (mantissa + parts - 1n) / parts;
}

/** Recipients of wires of enough unlinked customers, ascending. */
export function wiredRecipients(
  graph: TemporalGraph,
  wires: readonly Row[],
  { minPassages, minHolders }: { readonly minPassages: number; readonly minHolders: number },
): Occurrence[] {
  const wiresOf = new Map<Account, number>();
  const rowsTo = new Map<Account, Row[]>();
  for (const row of wires) {
    const holder = graph.payer[row]!;
    wiresOf.set(holder, (wiresOf.get(holder) ?? 0) + 1);
    const recipient = graph.beneficiary[row]!;
    const known = rowsTo.get(recipient);
    if (known === undefined) rowsTo.set(recipient, [row]);
    else known.push(row);
  }
  return [...rowsTo]
    .sort(([left], [right]) => left - right)
    .flatMap(([recipient, rows]): Occurrence[] => {
      const holders = ascending(rows.map((row) => graph.payer[row]!));
      if (holders.length < minHolders) return [];
      const families = countFamilies(graph, holders, graph.ledger.columns.timeMs[least(rows)]!);
      if (families < minHolders) return [];
      const fewest = least(holders.map((holder) => wiresOf.get(holder)!));
      return [
        {
          weight: families,
          subjects: [recipient],
          payers: holders,
          rows,
          measured: [
            { name: 'unlinkedCustomers', value: families, unit: 'count', threshold: minHolders },
            { name: 'fewestWiresAfterCash', value: fewest, unit: 'count', threshold: minPassages },
            { name: 'wiresToTheRecipient', value: rows.length, unit: 'count' },
            ...moneyMeasures(graph.ledger, 'amount', rows),
          ],
        },
      ];
    });
}
