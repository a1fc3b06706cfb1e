import { type Account, Budget, DAY_MS, type Row, stopped } from '../foundation/index.js';
import { type Finding } from '../evidence/index.js';
import { rowsOf, type TemporalGraph } from '../graph/index.js';
import { type FifoLane, LaneArena, matchLanes, passThroughSettings } from '../trace/index.js';
import { CHOICE, citation } from './bibliography.js';
import { boundFindings, MAX_FINDINGS } from './bound-findings.js';
import { hasClock, NO_CLOCK } from './clock-time.js';
import { type Detection, type DetectionContext, type Detector, type ParameterValues } from './detector.js';
import { exactShare } from './exact-share.js';
import { ascending, hubFlags } from './finding-parts.js';
import { laneMoney } from './episode-evidence.js';
import { type HeldSums, heldSums } from './held-sums.js';
import { wholeReleases } from './hold-releases.js';
import { BEATS_CHANCE, releaseChance } from './release-chance.js';
import { ReleaseSearch } from './release-search.js';
import { shareOf } from './release-share.js';

type Name =
  | 'minLagDays'
  | 'maxLagDays'
  | 'maxCommission'
  | 'maxSpread'
  | 'minReleases'
  | 'minReceiverShare'
  | 'minHeldShare'
  | 'minDebits'
  | 'whereChanceDoesAsWell'
  | 'maxPairs'
  | 'maxFindings';

/**
 * Money that several families hand to one account, which keeps each sum for the time of a journey and then releases it,
 * less a steady commission, to one receiver (I11). The holder is the subject. A release is one debit, or two or three to
 * the same receiver. What a sum is held for is not in the data: deposits, client accounts and advances look the same.
 * Hubs neither hold, pay nor receive; a payment back to who paid is no release. A finding is reduced (0.6) unless the
 * holder has debits enough and chance hardly ever does as well. O(transfers), plus the pairs of credit and debit whose
 * amounts fit.
 */
export const escrowHoldRelease: Detector<Name> = {
  id: 'escrow-hold-release',
  indicator: 'I11',
  version: 1,
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
    whereChanceDoesAsWell: {
      value: 0,
      unit: 'switch',
      meaning: 'Where chance was tested and does as well: 0 = nothing is reported, 1 = a reduced finding is',
      source: CHOICE,
    },
    maxPairs: {
      value: 1_000_000,
      unit: 'count',
      meaning: 'At most so many pairs of credit and debit are looked at per account, which is else left open',
      source: CHOICE,
    },
    maxFindings: MAX_FINDINGS,
  },
  alsoLooksLike: ['A02', 'A04', 'A05', 'A07', 'A13', 'A14'],
  detect,
};

interface Candidate extends HeldSums {
  readonly account: Account;
  readonly credits: readonly Row[];
  readonly debits: readonly Row[];
  readonly firstMs: number;
  readonly usualShare: number;
  readonly lagDays: readonly number[];
  /** Undefined if the holder has too few debits, or too many possible pairs, to tell. */
  readonly chance: number | undefined;
  readonly money: Finding['measured'];
}

function detect({ graph, ties, hubs }: DetectionContext, p: ParameterValues<Name>): Detection {
  if (!hasClock(graph.ledger)) return NO_CLOCK;
  const hubFlag = hubFlags(graph.accountCount, hubs);
  const least = p.minReleases;
  const settings = passThroughSettings(graph, {
    ties,
    leastCredits: least,
    leastDebits: least,
    arena: new LaneArena(),
  });
  const candidates: Candidate[] = [];
  let open = 0;
  for (const account of possibleHolders(graph, hubFlag, least)) {
    for (const lane of matchLanes(graph, account, settings)) {
      const found = judgeLane(graph, lane, hubFlag, p);
      if (found === undefined) open++;
      else candidates.push(...found);
    }
  }
  const findings = boundFindings(candidates, p.maxFindings, compareCandidates, (candidate) =>
    toFinding(graph, candidate, p),
  );
  if (open === 0) return { status: 'evaluated', findings, remarks: [] };
  const stoppedBy = [`maxPairs ${p.maxPairs}`, findings.stoppedBy ?? ''].filter((text) => text !== '').join(', ');
  const remarks = [`${open} accounts have too many possible releases to compare and were left open.`];
  return { status: 'evaluated', findings: stopped(findings.items, stoppedBy), remarks };
}

/** Accounts that are no hubs, with enough payers and some receiver paid often enough. O(transfers). */
function possibleHolders(graph: TemporalGraph, hubFlag: Uint8Array, least: number): Account[] {
  const seen = new Int32Array(graph.accountCount);
  /** How often the most frequent other account occurs, or how many there are; hubs and the account itself aside. */
  const others = (rows: Int32Array, account: Account, other: Int32Array): { distinct: number; most: number } => {
    let [distinct, most] = [0, 0];
    for (let i = 0; i < rows.length; i++) {
      const one = other[rows[i]!]!;
      if (one === account || hubFlag[one] === 1) continue;
      const count = seen[one]! + 1;
      seen[one] = count;
      if (count === 1) distinct++;
      if (count > most) most = count;
    }
    for (let i = 0; i < rows.length; i++) seen[other[rows[i]!]!] = 0;
    return { distinct, most };
  };
  const holders: Account[] = [];
  for (let account = 0; account < graph.accountCount; account++) {
    if (hubFlag[account] === 1) continue;
    const [credits, debits] = [rowsOf(graph.in, account), rowsOf(graph.out, account)];
    if (credits.length < least || debits.length < least) continue;
    if (others(debits, account, graph.beneficiary).most < least) continue;
    if (others(credits, account, graph.payer).distinct >= least) holders.push(account);
  }
  return holders;
}

/** What was held in one lane; undefined if too many pairs are possible. */
function judgeLane(
  graph: TemporalGraph,
  lane: FifoLane,
  hubFlag: Uint8Array,
  p: ParameterValues<Name>,
): Candidate[] | undefined {
  const search = new ReleaseSearch(lane, {
    minLagMs: p.minLagDays * DAY_MS,
    maxLagMs: p.maxLagDays * DAY_MS,
    maxCommission: exactShare(p.maxCommission),
    maxSpread: exactShare(p.maxSpread),
    mayRelease: (credit, debit) => {
      const payer = graph.payer[lane.creditRows[credit]!]!;
      const receiver = graph.beneficiary[lane.debitRows[debit]!]!;
      return payer !== receiver && hubFlag[payer] === 0 && hubFlag[receiver] === 0;
    },
  });
  const budget = new Budget('maxPairs', p.maxPairs);
  const whole = wholeReleases(search, budget);
  if (whole === 'none') return [];
  const rule = {
    minReleases: p.minReleases,
    minReceiverShare: exactShare(p.minReceiverShare),
    minHeldShare: exactShare(p.minHeldShare),
  };
  const held = whole === undefined ? undefined : heldSums(graph, search, whole, rule, budget);
  if (whole === undefined || held === undefined) return undefined;
  const candidates = held.map((sums) => {
    const isToReceiver = (debit: number): boolean => graph.beneficiary[lane.debitRows[debit]!] === sums.receiver;
    const chance =
      lane.debitRows.length < p.minDebits
        ? undefined
        : releaseChance(search, whole.usual, isToReceiver, new Budget('maxPairs', 100 * p.maxPairs));
    return toCandidate(graph, lane, sums, shareOf(whole.usual), chance);
  });
  return candidates.filter(({ chance = 0 }) => chance <= BEATS_CHANCE || p.whereChanceDoesAsWell === 1);
}

function toCandidate(
  graph: TemporalGraph,
  lane: FifoLane,
  sums: HeldSums,
  usualShare: number,
  chance: number | undefined,
): Candidate {
  const lags = sums.releases.map(
    ({ credit, debits }) => (lane.debitTimeMs[debits.at(-1)!]! - lane.creditTimeMs[credit]!) / DAY_MS,
  );
  return {
    ...sums,
    account: lane.account,
    credits: ascending(sums.releases.map(({ credit }) => lane.creditRows[credit]!)),
    debits: ascending(sums.releases.flatMap(({ debits }) => debits.map((debit) => lane.debitRows[debit]!))),
    firstMs: Math.min(...sums.releases.map(({ credit }) => lane.creditTimeMs[credit]!)),
    usualShare,
    lagDays: lags.sort((left, right) => left - right),
    chance,
    money: [
      laneMoney(
        graph,
        lane,
        'heldAmount',
        sums.releases.reduce((sum, { receivedMinor }) => sum + receivedMinor, 0n),
      ),
      laneMoney(graph, lane, 'releasedAmount', sums.releasedMinor),
    ],
  };
}

/** More releases first, then more families, earlier; the accounts' numbers decide last. */
function compareCandidates(left: Candidate, right: Candidate): number {
  return (
    right.releases.length - left.releases.length ||
    right.families - left.families ||
    left.firstMs - right.firstMs ||
    left.account - right.account ||
    left.receiver - right.receiver
  );
}

function toFinding(graph: TemporalGraph, candidate: Candidate, p: ParameterValues<Name>): Finding {
  const { account, receiver, credits, debits, chance, lagDays } = candidate;
  return {
    typology: escrowHoldRelease.id,
    version: escrowHoldRelease.version,
    countClass: escrowHoldRelease.countClass,
    family: escrowHoldRelease.family,
    status: 'fired',
    strength: chance !== undefined && chance <= BEATS_CHANCE ? 1 : 0.6,
    subjects: [account],
    payers: ascending(credits.map((row) => graph.payer[row]!)),
    receivers: [receiver],
    rows: ascending([...credits, ...debits]),
    measured: [
      { name: 'releases', value: candidate.releases.length, unit: 'count', threshold: p.minReleases },
      {
        name: 'wholeReleases',
        value: candidate.releases.filter(({ debits: parts }) => parts.length === 1).length,
        unit: 'count',
      },
      { name: 'families', value: candidate.families, unit: 'count', threshold: p.minReleases },
      { name: 'estimatedCommission', value: 1 - candidate.usualShare, unit: 'share', threshold: p.maxCommission },
      { name: 'shortestLagDays', value: lagDays[0]!, unit: 'days', threshold: p.minLagDays },
      { name: 'medianLagDays', value: lagDays[(lagDays.length - 1) >> 1]!, unit: 'days' },
      { name: 'longestLagDays', value: lagDays.at(-1)!, unit: 'days', threshold: p.maxLagDays },
      {
        name: 'receiverShare',
        value: Number(candidate.releasedMinor) / Number(candidate.paidMinor),
        unit: 'share',
        threshold: p.minReceiverShare,
      },
      { name: 'heldShare', value: candidate.heldMs / candidate.spanMs, unit: 'share', threshold: p.minHeldShare },
      ...(chance === undefined
        ? []
        : ([{ name: 'chance', value: chance, unit: 'ratio', threshold: BEATS_CHANCE }] as const)),
      ...candidate.money,
    ],
    alternatives: [],
  };
}
