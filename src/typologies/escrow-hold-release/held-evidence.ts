import { type Account, DAY_MS, type Row } from '../../foundation/index.js';
import { type Measure } from '../../evidence/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { type LaneColumns } from '../../trace/index.js';
import { laneMoney } from '../passage/episode-evidence.js';
import { ascending } from '../finding-parts.js';
import { type HeldSums } from './held-sums.js';
import { least } from '../../structures/index.js';

/** Sums held for one receiver, as a finding needs them: rows of the ledger instead of positions in a lane. */
export interface HeldEvidence extends Omit<HeldSums, 'releases'> {
  readonly account: Account;
  readonly creditRows: readonly Row[];
  readonly debitRows: readonly Row[];
  readonly releases: number;
  readonly wholeReleases: number;
  readonly firstMs: number;
  /** Ascending. */
  readonly lagDays: readonly number[];
  /** What a release usually comes to, paid / received. */
  readonly usualShare: number;
  /** Undefined if the holder has too few debits, or too many possible pairs, to tell. */
  readonly chance: number | undefined;
  /** The same, adjusted for the number of holders tested. */
  readonly falseShare?: number;
  readonly money: readonly Measure[];
}

/** Lets go of the lane. */
export function heldEvidence(
  graph: TemporalGraph,
  lane: LaneColumns,
  { releases, ...sums }: HeldSums,
  usualShare: number,
  chance: number | undefined,
): HeldEvidence {
  const creditTimes = releases.map(({ credit }) => lane.creditTimeMs[credit]!);
  const lags = releases.map(({ debits }, i) => (lane.debitTimeMs[debits.at(-1)!]! - creditTimes[i]!) / DAY_MS);
  const heldMinor = releases.reduce((sum, { receivedMinor }) => sum + receivedMinor, 0n);
  return {
    ...sums,
    account: lane.account,
    creditRows: ascending(releases.map(({ credit }) => lane.creditRows[credit]!)),
    debitRows: ascending(releases.flatMap(({ debits }) => debits.map((debit) => lane.debitRows[debit]!))),
    releases: releases.length,
    wholeReleases: releases.filter(({ debits }) => debits.length === 1).length,
    firstMs: least(creditTimes),
    lagDays: lags.sort((left, right) => left - right),
    usualShare,
    chance,
    money: [
      laneMoney(graph, lane, 'heldAmount', heldMinor),
      laneMoney(graph, lane, 'releasedAmount', sums.releasedMinor),
    ],
  };
}

/** More releases first, then more families, earlier; the accounts' numbers decide last. */
export function compareEvidence(left: HeldEvidence, right: HeldEvidence): number {
  return (
    right.releases - left.releases ||
    right.families - left.families ||
    left.firstMs - right.firstMs ||
    left.account - right.account ||
    left.receiver - right.receiver
  );
}

/** The parameters that measures are shown beside. */
interface HeldThresholds {
  readonly minReleases: number;
  readonly maxCommission: number;
  readonly minLagDays: number;
  readonly maxLagDays: number;
  readonly minReceiverShare: number;
  readonly minHeldShare: number;
  readonly mostChance: number;
  readonly mostFalseShare: number;
}

export function heldMeasures(held: HeldEvidence, p: HeldThresholds): Measure[] {
  const { lagDays, chance, falseShare } = held;
  const share = (name: string, value: number, threshold: number): Measure => ({
    name,
    value,
    unit: 'share',
    threshold,
  });
  return [
    { name: 'releases', value: held.releases, unit: 'count', threshold: p.minReleases },
    { name: 'wholeReleases', value: held.wholeReleases, unit: 'count' },
    { name: 'families', value: held.families, unit: 'count', threshold: p.minReleases },
    share('estimatedCommission', 1 - held.usualShare, p.maxCommission),
    { name: 'shortestLagDays', value: lagDays[0]!, unit: 'days', threshold: p.minLagDays },
    { name: 'medianLagDays', value: lagDays[(lagDays.length - 1) >> 1]!, unit: 'days' },
    { name: 'longestLagDays', value: lagDays.at(-1)!, unit: 'days', threshold: p.maxLagDays },
    share('receiverShare', Number(held.releasedMinor) / Number(held.paidMinor), p.minReceiverShare),
    share('heldShare', held.heldMs / held.spanMs, p.minHeldShare),
    ...(chance === undefined
      ? []
      : [{ name: 'chance', value: chance, unit: 'ratio', threshold: p.mostChance } as const]),
    ...(falseShare === undefined
      ? []
      : [{ name: 'chanceAmongAllTested', value: falseShare, unit: 'ratio', threshold: p.mostFalseShare } as const]),
    ...held.money,
  ];
}
