import { type Account, adjustForMany, DAY_MS, type Row, type Ties } from '../../foundation/index.js';
import { type Measure } from '../../evidence/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { greatest, least } from '../../structures/index.js';
import { atLeastShare, atMostShare, type ExactShare, exactShare, shownShare } from '../numbers/exact-share.js';
import { moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { passedOn } from './passed-on.js';
import { forReceivingUnits, type ReceivingUnit } from '../receivers/receiving-units.js';
import { BEATS_CHANCE, MOST_FALSE } from '../numbers/beats-chance.js';
import { signTest } from '../numbers/sign-test.js';
import { stagedReceivers } from '../receivers/staged-receivers.js';
import { rowsByFamily } from '../receivers/unit-families.js';

/** The parameters of the search; see the detector. */
export interface InstalmentRule {
  readonly minGapDays: number;
  readonly maxGapDays: number;
  readonly minRatio: number;
  readonly maxRatio: number;
  readonly minFamilies: number;
  readonly minStartGapDays: number;
  readonly minPassedShare: number;
  readonly whereChanceDoesAsWell: number;
  readonly ties: Ties;
}

/** Two payments of one family, the only ones it made to the unit. */
interface Pair {
  readonly first: Row;
  readonly second: Row;
  readonly gapDays: number;
  readonly ratio: number;
}

interface Candidate {
  readonly unit: ReceivingUnit;
  readonly pairs: readonly Pair[];
  /** Pairs whose second payment is larger, and families whose second payment is smaller by no more than that. */
  readonly larger: number;
  readonly smaller: number;
  readonly starts: number;
  /** Share of their money that goes on. */
  readonly passed: ExactShare;
}

/** So few families cannot beat chance even if all agree: 1/2 to the power of their number exceeds 0.01. */
const LEAST_TO_TEST = Math.ceil(Math.log2(1 / BEATS_CHANCE));

/** Every unit that is paid so; see the detector for the definition. O(transfers). */
export function findInstalmentPairs(graph: TemporalGraph, hubFlag: Uint8Array, rule: InstalmentRule): Occurrence[] {
  const candidates = forReceivingUnits(
    graph,
    (unit): Candidate[] => {
      const found = lookAt(graph, unit, hubFlag, rule);
      return found === undefined ? [] : [found];
    },
    { hubFlag, leastRows: 2 * rule.minFamilies, furtherGroups: stagedPairs(graph, hubFlag) },
  );
  const tested = candidates.filter(({ larger, smaller }) => larger + smaller >= LEAST_TO_TEST);
  const chances = tested.map(({ larger, smaller }) => signTest(larger, smaller));
  const falseShares = adjustForMany(chances);
  const judged = new Map(tested.map((one, i) => [one, { chance: chances[i]!, falseShare: falseShares[i]! }]));
  return candidates.flatMap((one) => {
    const verdict = judged.get(one);
    if (verdict === undefined) {
      // Equal halves say nothing of an order, so they do not make up for what is too few to test.
      return one.smaller === 0 && one.larger >= rule.minFamilies ? [toOccurrence(graph, one, rule)] : [];
    }
    const beaten = verdict.chance <= BEATS_CHANCE && verdict.falseShare <= MOST_FALSE;
    return beaten || rule.whereChanceDoesAsWell === 1 ? [toOccurrence(graph, one, rule, verdict)] : [];
  });
}

/** Pairs of accounts that the same families pay in stages, in whichever order: the sign test judges the order. */
function stagedPairs(graph: TemporalGraph, hubFlag: Uint8Array): Account[][] {
  const counterparts = [...stagedReceivers(graph, hubFlag)].sort(([left], [right]) => left - right);
  return counterparts.flatMap(([one, others]) => others.filter((other) => other > one).map((other) => [one, other]));
}

function lookAt(
  graph: TemporalGraph,
  unit: ReceivingUnit,
  hubFlag: Uint8Array,
  rule: InstalmentRule,
): Candidate | undefined {
  const inTwo = rowsByFamily(graph, unit, hubFlag, 2).filter(({ length }) => length === 2);
  if (inTwo.length < rule.minFamilies) return undefined;
  const [least, greatest] = [exactShare(rule.minRatio), exactShare(rule.maxRatio)];
  const pairs: Pair[] = [];
  let larger = 0;
  let smaller = 0;
  for (const rows of inTwo) {
    const both = amountsOf(graph, rows as [Row, Row], rule);
    if (both === undefined) continue;
    const { one, two, pair } = both;
    if (atLeastShare(two, one, least) && atMostShare(two, one, greatest)) {
      pairs.push(pair);
      if (two > one) larger++;
    } else if (two < one && atMostShare(one, two, greatest)) smaller++;
  }
  const starts = countApart(graph, pairs, rule.minStartGapDays * DAY_MS);
  if (starts < rule.minFamilies) return undefined;
  const passed = passedOn(graph, unit.members, {
    rows: new Set(pairs.flatMap(({ first, second }) => [first, second])),
    ties: rule.ties,
  });
  const goesOn = atLeastShare(passed.numerator, passed.denominator, exactShare(rule.minPassedShare));
  return goesOn ? { unit, pairs, larger, smaller, starts, passed } : undefined;
}

/** The two amounts, if they are of one currency and lie the right time apart. */
function amountsOf(
  { ledger }: TemporalGraph,
  [first, second]: readonly [Row, Row],
  rule: InstalmentRule,
): { readonly one: bigint; readonly two: bigint; readonly pair: Pair } | undefined {
  const { timeMs } = ledger.columns;
  const gapDays = (timeMs[second]! - timeMs[first]!) / DAY_MS;
  if (gapDays < rule.minGapDays || gapDays > rule.maxGapDays) return undefined;
  const one = ledger.received(first);
  const two = ledger.received(second);
  if (one === undefined || two?.currency !== one.currency || one.minor <= 0n) return undefined;
  const pair = { first, second, gapDays, ratio: Number(two.minor) / Number(one.minor) };
  return { one: one.minor, two: two.minor, pair };
}

/** The most pairs whose first payments lie so far apart from each other: taken as soon as they can be. */
function countApart({ ledger }: TemporalGraph, pairs: readonly Pair[], apartMs: number): number {
  const starts = pairs.map(({ first }) => ledger.columns.timeMs[first]!).sort((a, b) => a - b);
  let count = 0;
  let last = -Infinity;
  for (const start of starts) {
    if (start - last < apartMs) continue;
    last = start;
    count++;
  }
  return count;
}

function toOccurrence(
  graph: TemporalGraph,
  { unit, pairs, smaller, starts, passed }: Candidate,
  rule: InstalmentRule,
  verdict?: { readonly chance: number; readonly falseShare: number },
): Occurrence {
  const rows = pairs.flatMap(({ first, second }) => [first, second]);
  const paid = new Set<Account>(rows.map((row) => graph.beneficiary[row]!));
  const beaten = verdict !== undefined && verdict.chance <= BEATS_CHANCE && verdict.falseShare <= MOST_FALSE;
  const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[(numbers.length - 1) >> 1]!;
  const gaps = pairs.map(({ gapDays }) => gapDays);
  const chances: Measure[] =
    verdict === undefined
      ? []
      : [
          { name: 'chance', value: verdict.chance, unit: 'ratio', threshold: BEATS_CHANCE },
          { name: 'chanceAmongAllTested', value: verdict.falseShare, unit: 'ratio', threshold: MOST_FALSE },
        ];
  return {
    weight: pairs.length,
    subjects: unit.members.filter((member) => paid.has(member)),
    payers: rows.map((row) => graph.payer[row]!),
    rows,
    strength: beaten ? 1 : 0.6,
    mayBeChance: beaten ? undefined : true,
    measured: [
      { name: 'familiesWithPair', value: pairs.length, unit: 'count', threshold: rule.minFamilies },
      { name: 'pairsStartedApart', value: starts, unit: 'count', threshold: rule.minFamilies },
      { name: 'familiesPayingLessLater', value: smaller, unit: 'count' },
      {
        name: 'passedShare',
        value: shownShare(passed.numerator, passed.denominator),
        unit: 'share',
        threshold: rule.minPassedShare,
      },
      { name: 'shortestGapDays', value: least(gaps), unit: 'days', threshold: rule.minGapDays },
      { name: 'medianGapDays', value: middle(gaps), unit: 'days' },
      { name: 'longestGapDays', value: greatest(gaps), unit: 'days', threshold: rule.maxGapDays },
      {
        name: 'medianRatio',
        value: middle(pairs.map(({ ratio }) => ratio)),
        unit: 'ratio',
        threshold: rule.minRatio,
      },
      ...chances,
      ...moneyMeasures(graph.ledger, 'amount', rows),
    ],
  };
}
