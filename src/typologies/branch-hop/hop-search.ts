import { type Account, DAY_MS, type Row, type Ties } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { matchLanes, passThroughSettings } from '../../trace/index.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { fundedBy } from '../passage/funded-by.js';
import { countFamilies } from '../relations/sender-families.js';

/** See the detector. */
export interface HopRule {
  readonly minBranches: number;
  readonly maxDayGap: number;
  readonly minFamilies: number;
  readonly ties: Ties;
  /** 1 = left out. */
  readonly hubFlag: Uint8Array;
  readonly isWire: (row: Row) => boolean;
  /** Where wires are handed in and paid out; undefined where the data does not say. */
  readonly sentAt: Int32Array | undefined;
  readonly paidOutAt: Int32Array | undefined;
}

/** A run of wires with no longer gap, at enough places. */
interface Chain {
  readonly rows: readonly Row[];
  readonly places: number;
  readonly days: number;
}

/** Chains of every party, receiving ones first, by account. O(transfers). */
export function findHops(graph: TemporalGraph, rule: HopRule): Occurrence[] {
  const settings = passThroughSettings(graph, { ties: rule.ties, leastCredits: 1, leastDebits: 1 });
  const found: Occurrence[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    if (rule.hubFlag[account] === 1) continue;
    for (const chain of chainsOf(graph, rowsOf(graph.in, account), rule.paidOutAt, rule)) {
      const payers = ascending(chain.rows.map((row) => graph.payer[row]!)).filter((one) => rule.hubFlag[one] === 0);
      const startMs = graph.ledger.columns.timeMs[chain.rows[0]!]!;
      const families = payers.length < rule.minFamilies ? 0 : countFamilies(graph, payers, startMs);
      if (families < rule.minFamilies) continue;
      found.push(toOccurrence(graph, account, { chain, credits: [], families, received: true }, rule));
    }
    const sent = chainsOf(graph, rowsOf(graph.out, account), rule.sentAt, rule);
    if (sent.length === 0) continue;
    const lanes = matchLanes(graph, account, settings);
    for (const chain of sent) {
      const { credits, families } = fundedBy(graph, lanes, { debits: chain.rows, hubFlag: rule.hubFlag });
      if (families < rule.minFamilies) continue;
      found.push(toOccurrence(graph, account, { chain, credits, families, received: false }, rule));
    }
  }
  return found;
}

function chainsOf(graph: TemporalGraph, own: Int32Array, places: Int32Array | undefined, rule: HopRule): Chain[] {
  if (places === undefined || own.length < rule.minBranches) return [];
  const placed: Row[] = [];
  for (let i = 0; i < own.length; i++) if (places[own[i]!]! >= 0 && rule.isWire(own[i]!)) placed.push(own[i]!);
  if (placed.length < rule.minBranches) return [];
  const { timeMs } = graph.ledger.columns;
  const dayOf = (row: Row): number => Math.floor(timeMs[row]! / DAY_MS);
  const chains: Chain[] = [];
  let run: Row[] = [];
  const close = (): void => {
    const visited = new Set(run.map((row) => places[row]!)).size;
    if (run.length >= rule.minBranches && visited >= rule.minBranches) {
      chains.push({ rows: run, places: visited, days: dayOf(run.at(-1)!) - dayOf(run[0]!) + 1 });
    }
    run = [];
  };
  for (const row of placed) {
    if (run.length > 0 && dayOf(row) - dayOf(run.at(-1)!) > rule.maxDayGap) close();
    run.push(row);
  }
  close();
  return chains;
}

interface Hop {
  readonly chain: Chain;
  /** Where the money that is sent came from. */
  readonly credits: readonly Row[];
  readonly families: number;
  readonly received: boolean;
}

function toOccurrence(
  graph: TemporalGraph,
  account: Account,
  { chain, credits, families, received }: Hop,
  rule: HopRule,
): Occurrence {
  const paying = received ? chain.rows : credits;
  return {
    weight: chain.places,
    subjects: [account],
    payers: paying.map((row) => graph.payer[row]!),
    receivers: received ? [] : chain.rows.map((row) => graph.beneficiary[row]!),
    rows: [...credits, ...chain.rows],
    measured: [
      { name: received ? 'wiresReceived' : 'wiresSent', value: chain.rows.length, unit: 'count' },
      { name: 'places', value: chain.places, unit: 'count', threshold: rule.minBranches },
      { name: 'days', value: chain.days, unit: 'days' },
      { name: 'families', value: families, unit: 'count', threshold: rule.minFamilies },
      ...moneyMeasures(graph.ledger, 'amount', chain.rows),
    ],
  };
}
