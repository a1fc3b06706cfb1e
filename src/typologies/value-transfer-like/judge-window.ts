import { type Account, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { weeklyRhythm } from '../../structures/index.js';
import { type Measure } from '../../evidence/index.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { atLeastShare, exactShare, shownShare } from '../numbers/exact-share.js';
import { type Gini, giniOf, isAtMost } from '../numbers/gini.js';
import { familiesOf } from '../relations/sender-families.js';

/** What must hold of the transfers of a window; see the detector. */
export interface CollectionRule {
  readonly minFamilies: number;
  readonly maxGini: number;
  readonly largestReceivers: number;
  readonly minReceiverShare: number;
  readonly isAbroad: (row: Row) => boolean;
}

/** Transfers of one account in one currency, each list in the order of time. */
export interface CollectionWindow {
  readonly credits: readonly Row[];
  readonly debits: readonly Row[];
}

/**
 * The occurrence that a window makes, or undefined. O(its transfers).
 * @param leastFamilies no fewer families than this are of use
 */
export function judgeWindow(
  graph: TemporalGraph,
  account: Account,
  window: CollectionWindow,
  { leastFamilies, ...rule }: CollectionRule & { readonly leastFamilies: number },
): Occurrence | undefined {
  const { ledger, payer, beneficiary } = graph;
  const payers = ascending(window.credits.map((row) => payer[row]!));
  if (payers.length < leastFamilies) return undefined;
  const [abroad, paidOut] = shareOfLargest(graph, window.debits, rule);
  if (!atLeastShare(abroad, paidOut, exactShare(rule.minReceiverShare))) return undefined;
  const families = familiesOf(graph, payers, ledger.columns.timeMs[window.credits[0]!]!);
  const sums = new Map<number, bigint>();
  for (const row of window.credits) {
    const family = families.get(payer[row]!)!;
    sums.set(family, (sums.get(family) ?? 0n) + (ledger.received(row)?.minor ?? 0n));
  }
  const gini = giniOf([...sums.values()]);
  if (sums.size < leastFamilies || !isAtMost(gini, exactShare(rule.maxGini))) return undefined;
  return {
    weight: sums.size,
    subjects: [account],
    payers,
    receivers: window.debits.map((row) => beneficiary[row]!),
    rows: [...window.credits, ...window.debits],
    strength: 0.6,
    measured: measuresOf(graph, window, { families: sums.size, gini, share: shownShare(abroad, paidOut), rule }),
  };
}

/** What the largest receivers abroad get there, and all that is paid out. */
function shareOfLargest(
  { ledger, beneficiary }: TemporalGraph,
  debits: readonly Row[],
  { isAbroad, largestReceivers }: CollectionRule,
): [abroad: bigint, all: bigint] {
  const abroad = new Map<Account, bigint>();
  let all = 0n;
  for (const row of debits) {
    const minor = ledger.amountMinor(row) ?? 0n;
    all += minor;
    const to = beneficiary[row]!;
    if (isAbroad(row)) abroad.set(to, (abroad.get(to) ?? 0n) + minor);
  }
  const largest = [...abroad.values()].sort((a, b) => (a > b ? -1 : Number(a < b))).slice(0, largestReceivers);
  return [largest.reduce((sum, minor) => sum + minor, 0n), all];
}

function measuresOf(
  { ledger }: TemporalGraph,
  { credits, debits }: CollectionWindow,
  { families, gini, share, rule }: { families: number; gini: Gini; share: number; rule: CollectionRule },
): Measure[] {
  const { timeMs } = ledger.columns;
  const rhythm = weeklyRhythm(debits.map((row) => timeMs[row]!));
  return [
    { name: 'families', value: families, unit: 'count', threshold: rule.minFamilies },
    {
      name: 'giniOfFamilies',
      value: shownShare(gini.numerator, gini.denominator),
      unit: 'share',
      threshold: rule.maxGini,
    },
    { name: 'shareOfLargestAbroad', value: share, unit: 'share', threshold: rule.minReceiverShare },
    { name: 'transfersIn', value: credits.length, unit: 'count' },
    { name: 'transfersOut', value: debits.length, unit: 'count' },
    ...(rhythm === undefined
      ? []
      : ([{ name: 'weeklyPeaksOfPayments', value: rhythm.peaks, unit: 'count' }] satisfies Measure[])),
    ...moneyMeasures(ledger, 'paidIn', credits),
    ...moneyMeasures(ledger, 'paidOut', debits),
  ];
}
