import { type Finding } from '../../evidence/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type CollectionCandidate } from './collection-candidate.js';
import { type Detector } from '../detector.js';
import { ascending, moneyMeasures } from '../finding-parts.js';

/** What a finding of a collection says beside the collection itself. */
export interface CollectionFindingOptions {
  readonly detector: Pick<Detector, 'id' | 'version' | 'countClass' | 'family'>;
  readonly graph: TemporalGraph;
  readonly withPlaces: boolean;
  readonly parameters: {
    readonly minSenders: number;
    readonly minPlaces: number;
    readonly maxPlaceShare: number;
    readonly maxOverlap: number;
  };
}

/** The finding of one collection; without places it counts as reduced. */
export function toCollectionFinding(
  candidate: CollectionCandidate,
  { detector, graph, withPlaces, parameters: p }: CollectionFindingOptions,
): Finding {
  const { account, rows } = candidate;
  return {
    typology: detector.id,
    version: detector.version,
    countClass: detector.countClass,
    family: detector.family,
    status: 'fired',
    strength: withPlaces ? 1 : 0.6,
    subjects: [account],
    payers: ascending(rows.map((row) => graph.payer[row]!)),
    receivers: [],
    rows: ascending(rows),
    measured: [
      { name: 'senders', value: candidate.senders, unit: 'count', threshold: p.minSenders },
      ...(withPlaces
        ? ([
            { name: 'places', value: candidate.places, unit: 'count', threshold: p.minPlaces },
            { name: 'placeConcentration', value: candidate.placeShare, unit: 'share', threshold: p.maxPlaceShare },
          ] as const)
        : []),
      { name: 'otherCounterpartyOverlap', value: candidate.overlap, unit: 'share', threshold: p.maxOverlap },
      { name: 'windowsInRun', value: candidate.windows, unit: 'count' },
      ...moneyMeasures(graph.ledger, 'amount', rows),
    ],
    alternatives: [],
  };
}
