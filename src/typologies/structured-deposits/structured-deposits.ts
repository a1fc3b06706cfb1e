import { type Account, DAY_MS, formatMinor, type Row } from '../../foundation/index.js';
import { CHOICE, citation, type Finding, type ParameterValues } from '../../evidence/index.js';
import { askWhole, type TemporalGraph } from '../../graph/index.js';
import { boundFindings, MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { findCreditEpisodes } from '../time/credit-episodes.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { exactShare } from '../numbers/exact-share.js';
import { ascending } from '../finding-parts.js';
import { ruledCredits, type RuledCredits } from './ruled-credits.js';
import { ruleCatches, type ThresholdBands } from '../thresholds/threshold-rule.js';

type Name = 'bandWidth' | 'minDeposits' | 'windowDays' | 'minBunching' | 'maxFindings';

/**
 * Deposits that bunch just under a reporting threshold (I02). The threshold row is chosen by country, currency, channel
 * and date; being small is not enough: the deposits of a window must together reach the threshold, and few may lie just
 * above it. Accounts set aside as hubs are left out. O(transfers).
 */
export const structuredDeposits: Detector<Name> = {
  id: 'structured-deposits',
  indicator: 'I02',
  version: 1,
  title: 'Deposits bunch just under a reporting threshold',
  question: 'Do amounts bunch just under a reporting threshold?',
  citations: [citation('FIN-2014-A005'), citation('FIN-2014-A008'), citation('austrac-split-deposits')],
  countClass: 'primary',
  family: 'amount',
  requires: ['time', 'amount', 'channel'],
  parameters: {
    bandWidth: { value: 0.1, unit: 'share', meaning: 'Width of the bands around the threshold', source: CHOICE },
    minDeposits: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of deposits in the low band in a window',
      source: CHOICE,
    },
    windowDays: { value: 7, unit: 'days', meaning: 'Greatest span of a window, inclusive', source: CHOICE },
    minBunching: {
      value: 3,
      unit: 'ratio',
      meaning: 'Least number of deposits in the low band for each in the high band, over the rule’s validity',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A04', 'A15'],
  locality: { kind: 'star', survey: ({ graph }, p) => rulesInUse(graph, p) },
  detect,
};

interface Candidate {
  readonly account: Account;
  readonly ruled: RuledCredits;
  readonly rows: readonly Row[];
  readonly inWindow: number;
  readonly windowMinor: bigint;
  readonly low: number;
  readonly high: number;
  readonly firstMs: number;
}

/** Credits by rule, and in words which rules any credit falls under, or what is missing. */
function rulesInUse(
  graph: TemporalGraph,
  { bandWidth }: ParameterValues<Name>,
): { readonly found: readonly RuledCredits[] | string; readonly used: readonly string[] | string } {
  const found = ruledCredits(graph, exactShare(bandWidth));
  const used = askWhole<readonly string[] | string>(graph, 'structured-deposits rules', () =>
    typeof found === 'string' ? found : found.map(({ rule }) => `${rule.id}: ${rule.rule}. ${rule.note}`),
  );
  return { found, used };
}

function detect({ graph, hubs, explain }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const { found, used } = rulesInUse(graph, p);
  if (typeof used === 'string') return { status: 'notEvaluable', missing: [used] };
  const candidates: Candidate[] = [];
  for (const ruled of typeof found === 'string' ? [] : found) {
    for (const [account, low] of ruled.low) {
      if (!hubs.has(account) && low.length >= p.minDeposits)
        for (const one of judge(graph, ruled, account, low, p)) candidates.push(one);
    }
  }
  const findings = boundFindings(
    candidates,
    p.maxFindings,
    compareCandidates,
    (candidate) => toFinding(graph, candidate, p),
    explain,
  );
  return { status: 'evaluated', findings, remarks: used };
}

function judge(
  graph: TemporalGraph,
  ruled: RuledCredits,
  account: Account,
  low: readonly Row[],
  p: ParameterValues<Name>,
): Candidate[] {
  const high = ruled.high.get(account) ?? 0;
  if (low.length < p.minBunching * Math.max(high, 1)) return [];
  const { ledger } = graph;
  const wholeDays = ledger.precision === 'day';
  const times = Float64Array.from(low, (row) => {
    const time = ledger.columns.timeMs[row]!;
    return wholeDays ? Math.floor(time / DAY_MS) * DAY_MS : time;
  });
  const minors = low.map((row) => ledger.received(row)?.minor ?? 0n);
  const sums = new Map<number, bigint>();
  let sum = 0n;
  const episodes = findCreditEpisodes(times, {
    spanMs: p.windowDays * DAY_MS,
    enter: (i) => {
      sum += minors[i]!;
    },
    leave: (i) => {
      sum -= minors[i]!;
    },
    holds: (from, to) => {
      if (to - from < p.minDeposits || !ruleCatches(ruled.rule, sum, ruled.bands.limitMinor)) return false;
      sums.set(from, sum);
      return true;
    },
  });
  return episodes.map(({ from, to, lastTo }) => ({
    account,
    ruled,
    rows: low.slice(from, lastTo),
    inWindow: to - from,
    windowMinor: sums.get(from)!,
    low: low.length,
    high,
    firstMs: times[from]!,
  }));
}

/** More deposits first, then more of them in all, earlier; the account's number decides last. */
function compareCandidates(left: Candidate, right: Candidate): number {
  return (
    right.rows.length - left.rows.length ||
    right.low - left.low ||
    left.firstMs - right.firstMs ||
    left.account - right.account
  );
}

function toFinding(graph: TemporalGraph, candidate: Candidate, p: ParameterValues<Name>): Finding {
  const { account, ruled, rows, low, high } = candidate;
  const { rule, bands, scale } = ruled;
  const money = (name: string, minor: bigint): Finding['measured'][number] => ({
    name,
    value: formatMinor(minor, scale),
    unit: 'money',
    currency: rule.currency,
  });
  return {
    typology: structuredDeposits.id,
    version: structuredDeposits.version,
    countClass: structuredDeposits.countClass,
    family: structuredDeposits.family,
    status: 'fired',
    strength: 1,
    subjects: [account],
    payers: ascending(rows.map((row) => graph.payer[row]!)),
    receivers: [],
    rows: ascending(rows),
    measured: [
      money(`threshold ${rule.id}`, bands.limitMinor),
      { name: 'depositsInWindow', value: candidate.inWindow, unit: 'count', threshold: p.minDeposits },
      money('windowTotal', candidate.windowMinor),
      ...bandMeasures(bands, low, high, money),
      { name: 'bunching', value: low / Math.max(high, 1), unit: 'ratio', threshold: p.minBunching },
    ],
    alternatives: [],
  };
}

/** The two bands as a histogram: borders and counts. */
function bandMeasures(
  bands: ThresholdBands,
  low: number,
  high: number,
  money: (name: string, minor: bigint) => Finding['measured'][number],
): Finding['measured'] {
  return [
    money('lowBandFrom', bands.lowFrom),
    money('lowBandTo', bands.lowTo),
    { name: 'lowBandDeposits', value: low, unit: 'count' },
    money('highBandFrom', bands.highFrom),
    money('highBandTo', bands.highTo),
    { name: 'highBandDeposits', value: high, unit: 'count' },
  ];
}
