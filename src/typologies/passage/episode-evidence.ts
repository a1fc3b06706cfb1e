import { formatMinor, type Row } from '../../foundation/index.js';
import { type Finding, type Measure } from '../../evidence/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type FifoLane, type LaneSides, sumMinor } from '../../trace/index.js';
import { type CreditEpisode } from '../time/credit-episodes.js';
import { ascending } from '../finding-parts.js';
import { type LanePassage } from './lane-passage.js';

/** The transfers of an episode and the accounts on both sides of them. */
export interface EpisodeEvidence {
  readonly parties: Pick<Finding, 'payers' | 'receivers' | 'rows'>;
  /** `credits`, `windowsInRun`, `creditedAmount`, `passedAmount` of the whole episode. */
  readonly measures: readonly Measure[];
}

/**
 * What proves a pass-through episode: its credits, and the debits they left by until the last window's end and the
 * greatest stay. `spanMs` is the length of a window.
 */
export function episodeEvidence(
  graph: TemporalGraph,
  passage: LanePassage,
  episode: CreditEpisode,
  spanMs: number,
): EpisodeEvidence {
  const { lane } = passage;
  const untilMs = lane.creditTimeMs[episode.lastFrom]! + spanMs + passage.limitMs;
  const pieces = passage.piecesUntil(episode.from, episode.lastTo, untilMs);
  const credits = [...lane.creditRows.subarray(episode.from, episode.lastTo)];
  const debits = debitRowsOf(lane, pieces.first, pieces.end);
  const credited = passage.creditedMinor(episode.from, episode.lastTo);
  return {
    parties: {
      payers: ascending(credits.map((row) => graph.payer[row]!)),
      receivers: ascending(debits.map((row) => graph.beneficiary[row]!)),
      rows: ascending([...credits, ...debits]),
    },
    measures: [
      { name: 'credits', value: credits.length, unit: 'count' },
      { name: 'windowsInRun', value: episode.windows, unit: 'count' },
      laneMoney(graph, lane, 'creditedAmount', credited),
      laneMoney(graph, lane, 'passedAmount', sumMinor(lane.pieceMinor, pieces.first, pieces.end)),
    ],
  };
}

/** Debit rows of a stretch of pieces, each once, ascending. */
export function debitRowsOf(lane: FifoLane, first: number, end: number): Row[] {
  const rows: Row[] = [];
  for (let piece = first; piece < end; piece++) {
    const row = lane.debitRows[lane.pieceDebit[piece]!]!;
    if (rows.at(-1) !== row) rows.push(row);
  }
  return rows;
}

/** An exact amount of a lane's currency as a measure. */
export function laneMoney(graph: TemporalGraph, lane: LaneSides, name: string, minor: bigint): Measure {
  const currency = graph.ledger.currencies[lane.currency];
  return {
    name,
    value: formatMinor(minor, currency?.scale ?? 0),
    unit: 'money',
    ...(currency === undefined ? {} : { currency: currency.code }),
  };
}
