import { stopped } from '../../foundation/index.js';
import { CHOICE, chosen, citation, type Finding, type ParameterValues } from '../../evidence/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { boundFindings, MAX_FINDINGS } from '../findings/bound-findings.js';
import { hasClock, NO_CLOCK } from '../time/clock-time.js';
import { type Detection, type DetectionContext, type Detector } from '../detector.js';
import { BEATS_CHANCE, MOST_FALSE } from '../numbers/beats-chance.js';
import { ascending } from '../finding-parts.js';
import { adjustedForAll, againstChance, beatsChance, notYetAdjusted } from './chance-among-all.js';
import { compareEvidence, type HeldEvidence, heldMeasures } from './held-evidence.js';
import { listHolders, searchHolders } from './search-holders.js';

type Name =
  | 'minLagDays'
  | 'maxLagDays'
  | 'maxCommission'
  | 'maxSpread'
  | 'minReleases'
  | 'minWholeShare'
  | 'minReceiverShare'
  | 'minHeldShare'
  | 'minDebits'
  | 'mostChance'
  | 'mostFalseShare'
  | 'lagCost'
  | 'maxParts'
  | 'whereChanceDoesAsWell'
  | 'maxPairs'
  | 'maxStepsPerTransfer'
  | 'maxFindings';

/**
 * Money that several families hand to one account, which keeps each sum for the time of a journey and then releases it,
 * less a steady commission, to one receiver (I11). The holder is the subject. A release is one debit, or two or three to
 * the same receiver. What a sum is held for is not in the data: deposits, client accounts and advances look the same.
 * Hubs neither hold, pay nor receive; a payment back to who paid is no release. A finding is reduced (0.6) and marked as
 * possible chance unless the holder has debits enough and chance hardly ever does as well (for equal fees: unless the
 * releases follow the rhythm of the sums, see {@link releaseChance}), which allows for the number of
 * holders tested: of those reported in full at most one in twenty is false on average. O(transfers), plus the pairs of
 * credit and debit whose amounts fit.
 */
export const escrowHoldRelease: Detector<Name> = {
  id: 'escrow-hold-release',
  indicator: 'I11',
  version: 4,
  title: 'Sums of several families are held and then released to one receiver',
  question: 'Is value parked with a third party and released to one receiver after a journey time?',
  citations: [
    citation('fatf-2022-guarantee'),
    citation('cps-third-party'),
    citation('iom-2016-guarantee'),
    citation('reuters-2021-release'),
    citation('koser-2008'),
  ],
  countClass: 'primary',
  family: 'time',
  requires: ['time', 'amount'],
  parameters: {
    minLagDays: { value: 3, unit: 'days', meaning: 'Least time from credit to release, inclusive', source: CHOICE },
    maxLagDays: {
      value: 90,
      unit: 'days',
      range: [1, 36_500],
      meaning: 'Greatest time from credit to release, inclusive',
      source: CHOICE,
    },
    maxCommission: { value: 0.1, unit: 'share', meaning: 'Greatest part of a sum that is held back', source: CHOICE },
    maxSpread: {
      value: 0.02,
      unit: 'share',
      meaning: 'Greatest distance of a released share from the median share',
      source: CHOICE,
    },
    minReleases: {
      value: 3,
      unit: 'count',
      meaning: 'Least number of releases to one receiver, and of families behind them',
      source: CHOICE,
    },
    minWholeShare: chosen('share', 0.5, 'Least part of these releases that are one debit: parts are the exception'),
    minReceiverShare: {
      value: 0.5,
      unit: 'share',
      meaning: 'Least part of what the receiver is paid meanwhile that these releases make',
      source: CHOICE,
    },
    minHeldShare: {
      value: 0.5,
      unit: 'share',
      meaning: 'Least part of the time in which some of the sums are held',
      source: CHOICE,
    },
    minDebits: {
      value: 12,
      unit: 'count',
      meaning: 'With fewer debits of the holder chance cannot be ruled out: the finding is reduced',
      source: CHOICE,
    },
    mostChance: chosen('share', BEATS_CHANCE, 'Greatest p-value that beats chance', [0.001, 1]),
    mostFalseShare: chosen(
      'share',
      MOST_FALSE,
      'Greatest share of false ones, on average, among those reported in full',
    ),
    lagCost: chosen(
      'ratio',
      0.1,
      'Cost of the longest lag in matching, beside a commission, which costs its own share',
    ),
    maxParts: chosen('count', 3, 'Most debits that may make up one release', [1, 6]),
    whereChanceDoesAsWell: {
      value: 0,
      unit: 'switch',
      meaning: 'Where chance was tested and does as well: 0 = nothing is reported, 1 = a reduced finding is',
      source: CHOICE,
    },
    maxPairs: {
      value: 20_000_000,
      unit: 'count',
      meaning:
        'Most steps for one account, which is else left open: a step looks at a pair of credit and debit, a pair that is kept counts as eight, a set of debits as five. About a second',
      source: CHOICE,
    },
    maxStepsPerTransfer: {
      value: 1000,
      unit: 'count',
      meaning:
        'Over all accounts at most five times maxPairs, and this many steps more for each transfer of the file (about 50 µs); what comes after is left open',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A04', 'A05', 'A07', 'A13', 'A14'],
  // Who is left open is no finding, and is left open in the slice that knows the senders too.
  locality: {
    kind: 'senders',
    candidates: { from: 'stars', list: listHolders },
    merge: adjustedForAll,
  },
  detect,
};

function detect(context: DetectionContext, p: ParameterValues<Name>): Detection {
  const { graph, explain } = context;
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const { candidates, open, limitMet } = searchHolders(context, p);
  // Over a slice nothing can be said of the whole file: chance is adjusted once all slices are there.
  const judged = graph.extent === undefined ? againstChance(candidates, p) : candidates.map(notYetAdjusted);
  const findings = boundFindings(
    judged,
    p.maxFindings,
    compareEvidence,
    (candidate) => toFinding(graph, candidate, p),
    explain,
  );
  if (open.length === 0) return { status: 'evaluated', findings, remarks: [] };
  const stoppedBy = [limitMet, findings.stoppedBy ?? ''].filter((text) => text !== '').join(', ');
  const remarks = [`${open.length} accounts have too many possible releases to compare and were left open.`];
  return { status: 'evaluated', findings: stopped(findings.items, stoppedBy), remarks };
}

function toFinding(graph: TemporalGraph, held: HeldEvidence, p: ParameterValues<Name>): Finding {
  const beaten = beatsChance(held, p);
  return {
    typology: escrowHoldRelease.id,
    version: escrowHoldRelease.version,
    countClass: escrowHoldRelease.countClass,
    family: escrowHoldRelease.family,
    status: 'fired',
    strength: beaten ? 1 : 0.6,
    ...(beaten ? {} : { mayBeChance: true }),
    subjects: [held.account],
    payers: ascending(held.creditRows.map((row) => graph.payer[row]!)),
    receivers: [held.receiver],
    rows: ascending([...held.creditRows, ...held.debitRows]),
    measured: heldMeasures(held, p),
    alternatives: [],
  };
}
