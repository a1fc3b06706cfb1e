import { type Account, type Row } from '../../foundation/index.js';
import { CHOICE, citation, type Finding, type ParameterValues } from '../../evidence/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { laneDurationMs } from '../../trace/index.js';
import { boundFindings, MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type FeederGroup, feederGroups } from './collector-groups.js';
import { feederWindow, payersIn, receiversIn, rowsIn } from './collector-view.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { exactShare } from '../numbers/exact-share.js';
import { findFeeders, type FeederRule, passagesOf } from './find-feeders.js';
import { ascending, hubFlags, moneyMeasures } from '../finding-parts.js';
import { type LanePassage } from '../passage/lane-passage.js';
import { meanJaccard } from '../numbers/set-overlap.js';
import { least } from '../../structures/index.js';

type Name =
  | 'windowDays'
  | 'minFeeders'
  | 'minCredits'
  | 'minOutRatio'
  | 'maxDwellHours'
  | 'minTargetShare'
  | 'minReceiverShare'
  | 'minReceiverOverlap'
  | 'maxPayerOverlap'
  | 'maxFindings';

/** Pairs of payers and of receivers that one group may need before it is left undecided. */
const MAX_PAIRS = 2_000_000;

/**
 * Several pass-through accounts with different payers that feed the same one or two nodes (I12). The feeding accounts
 * are the subjects, the fed ones receivers. Households are not in the data, so payers are compared by account. Hubs are
 * neither feeders nor targets nor compared. O(transfers) for matching, plus the groups that share a target.
 */
export const collectorLayer: Detector<Name> = {
  id: 'collector-layer',
  indicator: 'I12',
  version: 1,
  title: 'Several pass-through accounts feed the same one or two',
  question: 'Do several pass-through accounts with different payers feed the same one or two nodes?',
  citations: [citation('texas-straw-2025'), citation('tucson-funnel-2019')],
  countClass: 'primary',
  family: 'structure',
  requires: ['time', 'amount'],
  parameters: {
    windowDays: { value: 90, unit: 'days', meaning: 'Greatest span of a window, inclusive', source: CHOICE },
    minFeeders: { value: 3, unit: 'count', meaning: 'Least number of feeding accounts', source: CHOICE },
    minCredits: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of credits of each feeding account: fewer do not make a habit of passing on',
      source: CHOICE,
    },
    minOutRatio: {
      value: 0.9,
      unit: 'share',
      meaning: 'Least share of the credited value that leaves by the end of the window and the greatest stay',
      source: citation('arizona-funnel-2014'),
    },
    maxDwellHours: { value: 72, unit: 'hours', meaning: 'Greatest value median of the stay', source: CHOICE },
    minTargetShare: {
      value: 0.7,
      unit: 'share',
      meaning: 'Least share of the matched outflow that goes to the common one or two nodes',
      source: CHOICE,
    },
    minReceiverShare: {
      value: 0.05,
      unit: 'share',
      meaning: 'Receivers of less than this share of the matched outflow are daily life and are not compared',
      source: CHOICE,
    },
    minReceiverOverlap: { value: 0.5, unit: 'share', meaning: 'Least mean Jaccard of the receivers', source: CHOICE },
    maxPayerOverlap: { value: 0.1, unit: 'share', meaning: 'Greatest mean Jaccard of the payers', source: CHOICE },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A04', 'A05', 'A13'],
  locality: {
    kind: 'targets',
    candidates: {
      from: 'stars',
      list: ({ graph, ties, hubs }, p) =>
        findFeeders(graph, hubFlags(graph.accountCount, hubs), ruleOf(ties, p)).map(({ feeder }) => feeder.account),
    },
  },
  detect,
};

/** Groups with the same targets in overlapping windows, as one occurrence. */
interface Candidate {
  readonly targets: readonly Account[];
  readonly startMs: number;
  readonly receiverOverlap: number;
  readonly payerOverlap: number;
  readonly feedersInWindow: number;
  readonly subjects: readonly Account[];
  readonly rows: readonly Row[];
}

function detect({ graph, ties, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  const { ledger } = graph;
  if (!hasClock(ledger)) return NO_CLOCK;
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const rule = ruleOf(ties, p);
  const intervals = findFeeders(graph, hubFlag, rule);
  const passageOf = passagesOf(graph, rule);
  const held = new Int32Array(graph.accountCount);
  const runs: Candidate[][] = [];
  let undecided = 0;
  for (const group of feederGroups(intervals, p.minFeeders)) {
    const found = judge(graph, group, group.feeders.map(passageOf), p, { hubFlag, held });
    if (found === 'undecided') undecided++;
    else if (found !== undefined) addOrMerge(runs, found, p.windowDays * 86_400_000);
  }
  const findings = boundFindings(
    runs.map(asOne),
    p.maxFindings,
    compareCandidates,
    (candidate) => toFinding(graph, candidate, p),
    explain,
  );
  const remarks = undecided === 0 ? [] : [`${undecided} groups share too many payers to compare and were left open.`];
  return { status: 'evaluated', findings, remarks };
}

function ruleOf(ties: FeederRule['ties'], p: ParameterValues<Name>): FeederRule {
  const [minOutRatio, minTargetShare] = [exactShare(p.minOutRatio), exactShare(p.minTargetShare)];
  const { windowDays, minCredits, maxDwellHours } = p;
  return { ties, windowDays, minCredits, maxDwellHours, minOutRatio, minTargetShare };
}

/** The group as a candidate if payers differ and receivers agree. */
function judge(
  graph: TemporalGraph,
  { targets, fromMs, toMs }: FeederGroup,
  passages: readonly LanePassage[],
  p: ParameterValues<Name>,
  { hubFlag, held }: { readonly hubFlag: Uint8Array; readonly held: Int32Array },
): Candidate | 'undecided' | undefined {
  const minReceiverShare = exactShare(p.minReceiverShare);
  const startMs = Math.min(firstCredit(passages, fromMs), toMs);
  const views = passages.map((passage) => {
    const spanMs = laneDurationMs(passage.lane, p.windowDays * 24);
    return feederWindow(passage, startMs, spanMs);
  });
  const payers = meanJaccard(
    views.map((view) => payersIn(graph, view, hubFlag)),
    { enoughAbove: p.maxPayerOverlap, maxPairs: MAX_PAIRS, held },
  );
  if (payers.mean > p.maxPayerOverlap) return payers.kind === 'upper' ? 'undecided' : undefined;
  const receivers = meanJaccard(
    views.map((view) => receiversIn(graph, view, minReceiverShare, hubFlag)),
    { maxPairs: MAX_PAIRS, held },
  );
  if (receivers.kind === 'upper') return 'undecided';
  if (receivers.mean < p.minReceiverOverlap) return undefined;
  return {
    targets,
    startMs,
    receiverOverlap: receivers.mean,
    payerOverlap: payers.mean,
    feedersInWindow: passages.length,
    subjects: passages.map(({ lane }) => lane.account),
    rows: views.flatMap(rowsIn),
  };
}

/** The first credit of any of them from `fromMs` on: windows are anchored at an event. */
function firstCredit(passages: readonly LanePassage[], fromMs: number): number {
  const firsts = passages.map(({ lane }) => lane.creditTimeMs.find((timeMs) => timeMs >= fromMs) ?? Infinity);
  return least(firsts);
}

/** Adds an occurrence to the run of the one before it if targets are the same and windows overlap; else it begins one. */
function addOrMerge(runs: Candidate[][], found: Candidate, spanMs: number): void {
  const last = runs.at(-1)?.at(-1);
  const same = last?.targets.join() === found.targets.join();
  if (last === undefined || !same || found.startMs - last.startMs > spanMs) runs.push([found]);
  else runs.at(-1)!.push(found);
}

/** A run of occurrences, by the measures of its first. */
function asOne(run: readonly Candidate[]): Candidate {
  const [first] = run;
  if (run.length === 1) return first!;
  return {
    ...first!,
    subjects: ascending(run.flatMap(({ subjects }) => subjects)),
    rows: ascending(run.flatMap(({ rows }) => rows)),
  };
}

/** More feeders first, then more transfers, earlier; the accounts' numbers decide last. */
function compareCandidates(left: Candidate, right: Candidate): number {
  return (
    right.subjects.length - left.subjects.length ||
    right.rows.length - left.rows.length ||
    left.startMs - right.startMs ||
    left.subjects[0]! - right.subjects[0]!
  );
}

function toFinding(graph: TemporalGraph, candidate: Candidate, p: ParameterValues<Name>): Finding {
  const subjects = new Set(candidate.subjects);
  const rows = ascending(candidate.rows);
  const credits = rows.filter((row) => subjects.has(graph.beneficiary[row]!));
  const debits = rows.filter((row) => subjects.has(graph.payer[row]!));
  const outside = (account: number): boolean => !subjects.has(account);
  return {
    typology: collectorLayer.id,
    version: collectorLayer.version,
    countClass: collectorLayer.countClass,
    family: collectorLayer.family,
    status: 'fired',
    strength: 1,
    subjects: ascending(subjects),
    payers: ascending(credits.map((row) => graph.payer[row]!)).filter(outside),
    receivers: ascending(debits.map((row) => graph.beneficiary[row]!)),
    rows,
    measured: [
      { name: 'feeders', value: candidate.feedersInWindow, unit: 'count', threshold: p.minFeeders },
      { name: 'targets', value: candidate.targets.length, unit: 'count' },
      {
        name: 'receiverOverlap',
        value: candidate.receiverOverlap,
        unit: 'share',
        threshold: p.minReceiverOverlap,
      },
      { name: 'payerOverlap', value: candidate.payerOverlap, unit: 'share', threshold: p.maxPayerOverlap },
      ...moneyMeasures(graph.ledger, 'creditedAmount', credits),
      ...moneyMeasures(
        graph.ledger,
        'amountToTargets',
        debits.filter((row) => candidate.targets.includes(graph.beneficiary[row]!)),
      ),
    ],
    alternatives: [],
  };
}
