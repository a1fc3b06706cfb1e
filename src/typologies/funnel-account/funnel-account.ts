import { CHOICE, chosen, citation, type Finding, type ParameterValues } from '../../evidence/index.js';
import { askWhole, spanOfData, type TemporalGraph } from '../../graph/index.js';
import { dwellQuantile, laneDurationMs, matchLanes, passThroughSettings } from '../../trace/index.js';
import { boundFindings, MAX_FINDINGS } from '../findings/bound-findings.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { shownShare } from '../numbers/exact-share.js';
import { episodeEvidence } from '../passage/episode-evidence.js';
import { accountsWithEnough, findFunnels, type FunnelEpisode, isHandedIn, paidElsewhere } from './funnel-search.js';
import { hubFlags } from '../finding-parts.js';
import { LanePassage } from '../passage/lane-passage.js';
import { columnsOfLevel, type PlaceLevel, placeLevel } from '../place-level.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { Tally } from '../numbers/tally.js';

type Name =
  | 'windowDays'
  | 'minCashCredits'
  | 'minSenders'
  | 'minPlacesIn'
  | 'unknownShare'
  | 'minOutRatio'
  | 'maxDwellHours'
  | 'minElsewhereShare'
  | 'maxFindings';

/**
 * Money that several senders hand in at several places and that is taken out elsewhere within two days (I01). Where the
 * holder lives is not in the data, so one more place is asked for and the finding counts as reduced (0.6). Senders are
 * the paying accounts; accounts set aside as hubs count together as one. Each currency is looked at by itself.
 * O(transfers) for accounts with too few cash or person-to-person credits; O(credits + pieces) by episode for others.
 */
export const funnelAccount: Detector<Name> = {
  id: 'funnel-account',
  indicator: 'I01',
  version: 1,
  title: 'Paid in by many at many places, taken out elsewhere at once',
  question: 'Is money from many far-off people put into an account and taken out elsewhere at once?',
  citations: [citation('FIN-2014-A005'), citation('FIN-2023-Alert001'), citation('FIN-2014-A008')],
  countClass: 'primary',
  family: 'geography',
  requires: ['time', 'amount', 'channel'],
  parameters: {
    windowDays: { value: 30, unit: 'days', meaning: 'Greatest span of a window, inclusive', source: CHOICE },
    minCashCredits: {
      value: 6,
      unit: 'count',
      meaning: 'Least number of cash or person-to-person credits in a window',
      source: CHOICE,
    },
    minSenders: { value: 4, unit: 'count', meaning: 'Least number of sender families in a window', source: CHOICE },
    unknownShare: chosen('share', 0.5, 'If hubs bring more than this share of the credits, places stand for senders'),
    minPlacesIn: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of places of credits away from home; one more is asked for as homes are not in the data',
      source: CHOICE,
    },
    minOutRatio: {
      value: 0.9,
      unit: 'share',
      meaning: 'Least share of the credited value that leaves by the end of the window and the greatest stay',
      source: citation('arizona-funnel-2014'),
    },
    maxDwellHours: {
      value: 48,
      unit: 'hours',
      meaning: 'Greatest value median of the stay',
      source: citation('funnel-red-flags-2016'),
    },
    minElsewhereShare: {
      value: 0.8,
      unit: 'share',
      meaning: 'Least share of the matched outflow that is paid out at places where nothing was paid in',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A06', 'A08', 'A10', 'A13'],
  locality: { kind: 'senders', survey: placedMoney },
  detect,
};

/** What is handed in, who may be a funnel, and the level at which places can be compared, or what is missing. */
function placedMoney(
  { graph, hubs, columns }: DetectionContext,
  { minCashCredits }: ParameterValues<Name>,
): {
  readonly handedIn: (row: number) => boolean;
  readonly paidOutBySome: ReadonlySet<number>;
  readonly level: PlaceLevel['level'] | readonly string[];
} {
  const { ledger } = graph;
  const handedIn = isHandedIn(graph);
  const paidOutBySome = accountsWithEnough(graph, handedIn, minCashCredits, hubs);
  const toRows = (row: number): boolean => paidOutBySome.size === 0 || paidOutBySome.has(graph.payer[row]!);
  const level = askWhole<PlaceLevel['level'] | readonly string[]>(graph, 'funnel-account places', () => {
    const found = placeLevel(ledger, { fromRows: handedIn, toRows }, columns);
    return 'level' in found ? found.level : found;
  });
  return { handedIn, paidOutBySome, level };
}

function detect(context: DetectionContext, parameters: ParameterValues<Name>): Detection {
  const { graph, hubs } = context;
  const { ledger } = graph;
  if (!hasClock(ledger)) return NO_CLOCK;
  const { handedIn, paidOutBySome, level } = placedMoney(context, parameters);
  const places = typeof level === 'string' ? columnsOfLevel(ledger, level) : undefined;
  if (places === undefined) return { status: 'notEvaluable', missing: level as readonly string[] };
  const endOfDataMs = spanOfData(graph).lastMs;
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const enough = { ties: context.ties, leastCredits: parameters.minCashCredits, leastDebits: 1 };
  const settings = passThroughSettings(graph, enough);
  const candidates: FunnelEpisode[] = [];
  for (const account of paidOutBySome) {
    for (const lane of matchLanes(graph, account, settings)) {
      if (lane.pieceCredit.length === 0) continue;
      const passage = new LanePassage(lane, parameters.maxDwellHours, endOfDataMs);
      for (const one of findFunnels({ graph, passage, places, handedIn, hubFlag }, parameters)) candidates.push(one);
    }
  }
  const findings = boundFindings(
    candidates,
    parameters.maxFindings,
    compareEpisodes,
    (candidate) => toFinding(graph, places, candidate, parameters),
    context.explain,
  );
  const remarks = [
    `Places are compared at the level of a ${places.level}.`,
    'Where holders live is not in the data: one more place is asked for, and findings count as reduced.',
  ];
  return { status: 'evaluated', findings, remarks };
}

/** More senders first, then more places, more transfers, earlier; the account's number decides last. */
function compareEpisodes(left: FunnelEpisode, right: FunnelEpisode): number {
  return (
    right.senders - left.senders ||
    right.places - left.places ||
    right.episode.lastTo - right.episode.from - (left.episode.lastTo - left.episode.from) ||
    left.passage.lane.creditTimeMs[left.episode.from]! - right.passage.lane.creditTimeMs[right.episode.from]! ||
    left.passage.lane.account - right.passage.lane.account
  );
}

function toFinding(
  graph: TemporalGraph,
  places: PlaceLevel,
  { passage, episode, senders, places: placesIn }: FunnelEpisode,
  p: ParameterValues<Name>,
): Finding {
  const { lane } = passage;
  const spanMs = laneDurationMs(lane, p.windowDays * 24);
  const evidence = episodeEvidence(graph, passage, episode, spanMs);
  const window = { from: episode.from, to: episode.to };
  const pieces = passage.piecesUntil(
    episode.from,
    episode.to,
    lane.creditTimeMs[episode.from]! + spanMs + passage.limitMs,
  );
  const passed = passage.passedMinor(pieces);
  const from = new Tally();
  for (let credit = window.from; credit < window.to; credit++) {
    const place = places.from[lane.creditRows[credit]!]!;
    if (place >= 0) from.add(place);
  }
  const to = new Set<number>();
  for (let piece = pieces.first; piece < pieces.end; piece++) {
    const place = places.to[lane.debitRows[lane.pieceDebit[piece]!]!]!;
    if (place >= 0) to.add(place);
  }
  const hours = (share: number): number => dwellQuantile(lane, share, window) / 3_600_000;
  return {
    typology: funnelAccount.id,
    version: funnelAccount.version,
    countClass: funnelAccount.countClass,
    family: funnelAccount.family,
    status: 'fired',
    strength: 0.6,
    subjects: [lane.account],
    ...evidence.parties,
    measured: [
      { name: 'senders', value: senders, unit: 'count', threshold: p.minSenders },
      { name: 'placesIn', value: placesIn, unit: 'count', threshold: p.minPlacesIn + 1 },
      { name: 'placesOut', value: to.size, unit: 'count' },
      {
        name: 'outRatio',
        value: shownShare(passed, passage.creditedMinor(episode.from, episode.to)),
        unit: 'share',
        threshold: p.minOutRatio,
      },
      {
        name: 'elsewhereShare',
        value: shownShare(paidElsewhere(lane, pieces, places, from), passed),
        unit: 'share',
        threshold: p.minElsewhereShare,
      },
      { name: 'medianDwellHours', value: hours(0.5), unit: 'hours', threshold: p.maxDwellHours },
      { name: 'p90DwellHours', value: hours(0.9), unit: 'hours' },
      ...evidence.measures,
    ],
    alternatives: [],
  };
}
