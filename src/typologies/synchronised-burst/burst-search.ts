import { DAY_MS, type Row } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { greatest, least } from '../../structures/index.js';
import { ascending, moneyMeasures } from '../finding-parts.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { poissonTail } from '../numbers/poisson-tail.js';
import { forReceivingUnits, type ReceivingUnit } from '../receivers/receiving-units.js';
import { familiesOf } from '../relations/sender-families.js';

/** See the detector. */
export interface BurstRule {
  readonly minFamilies: number;
  readonly maxChance: number;
  readonly maxColdDays: number;
  readonly minBursts: number;
  readonly minApartDays: number;
  readonly minSpanDays: number;
  readonly maxRepeat: number;
  /** 1 = neither pays nor is paid. */
  readonly hubFlag: Uint8Array;
}

/** Who pays on one UTC day. */
interface PayingDay {
  readonly day: number;
  readonly rows: Row[];
  readonly families: Set<number>;
}

/** Units with enough bursts. O(transfers). */
export function findBursts(graph: TemporalGraph, rule: BurstRule): Occurrence[] {
  const leastRows = rule.minFamilies * rule.minBursts;
  return forReceivingUnits(
    graph,
    (unit) => {
      const found = lookAt(graph, unit, rule);
      return found === undefined ? [] : [found];
    },
    { hubFlag: rule.hubFlag, leastRows },
  );
}

function lookAt(graph: TemporalGraph, unit: ReceivingUnit, rule: BurstRule): Occurrence | undefined {
  if (!hasBusyDays(graph, unit, rule)) return undefined;
  const { timeMs } = graph.ledger.columns;
  const payers = ascending(unit.rows.map((row) => graph.payer[row]!));
  const families = familiesOf(graph, payers, timeMs[unit.rows[0]!]!);
  const days: PayingDay[] = [];
  for (const row of unit.rows) {
    const day = Math.floor(timeMs[row]! / DAY_MS);
    if (days.at(-1)?.day !== day) days.push({ day, rows: [], families: new Set() });
    days.at(-1)!.rows.push(row);
    days.at(-1)!.families.add(families.get(graph.payer[row]!)!);
  }
  const span = days.at(-1)!.day - days[0]!.day + 1;
  const mean = days.reduce((sum, one) => sum + one.families.size, 0) / span;
  const hot = days.filter(
    ({ families: { size } }) => size >= rule.minFamilies && poissonTail(size, mean) <= rule.maxChance,
  );
  const bursts = burstsOf(hot, rule.maxColdDays);
  const apart = startsApart(bursts, rule.minApartDays);
  const repeat = repeatShare(bursts);
  const burstSpan = bursts.length === 0 ? 0 : bursts.at(-1)![0]!.day - bursts[0]![0]!.day;
  if (apart < rule.minBursts || burstSpan < rule.minSpanDays || repeat > rule.maxRepeat) return undefined;
  const rows = hot.flatMap((one) => one.rows);
  const sizes = bursts.map((burst) => new Set(burst.flatMap((one) => [...one.families])).size);
  const paid = new Set(rows.map((row) => graph.beneficiary[row]!));
  return {
    weight: bursts.length,
    subjects: unit.members.filter((member) => paid.has(member)),
    payers: rows.map((row) => graph.payer[row]!),
    rows,
    measured: [
      { name: 'bursts', value: bursts.length, unit: 'count' },
      { name: 'burstsApart', value: apart, unit: 'count', threshold: rule.minBursts },
      { name: 'firstToLastBurstDays', value: burstSpan, unit: 'days', threshold: rule.minSpanDays },
      { name: 'smallestBurstFamilies', value: least(sizes), unit: 'count', threshold: rule.minFamilies },
      { name: 'largestBurstFamilies', value: greatest(sizes), unit: 'count' },
      { name: 'meanFamiliesPerDay', value: mean, unit: 'ratio' },
      { name: 'familiesInSeveralBursts', value: repeat, unit: 'share', threshold: rule.maxRepeat },
      ...moneyMeasures(graph.ledger, 'amount', rows),
    ],
  };
}

/** Whether this many days have payers enough; payers are at least as many as families. */
function hasBusyDays(graph: TemporalGraph, { rows }: ReceivingUnit, rule: BurstRule): boolean {
  const { timeMs } = graph.ledger.columns;
  let busy = 0;
  let day = -Infinity;
  const payers = new Set<number>();
  for (const row of rows) {
    const own = Math.floor(timeMs[row]! / DAY_MS);
    if (own !== day) payers.clear();
    day = own;
    const before = payers.size;
    payers.add(graph.payer[row]!);
    if (before + 1 === rule.minFamilies && payers.size === rule.minFamilies) busy++;
    if (busy >= rule.minBursts) return true;
  }
  return false;
}

/** Hot days with at most so many other days between them, together. */
function burstsOf(hot: readonly PayingDay[], maxColdDays: number): PayingDay[][] {
  const bursts: PayingDay[][] = [];
  for (const one of hot) {
    const last = bursts.at(-1)?.at(-1);
    if (last !== undefined && one.day - last.day - 1 <= maxColdDays) bursts.at(-1)!.push(one);
    else bursts.push([one]);
  }
  return bursts;
}

/** The most bursts whose starts lie so far apart. */
function startsApart(bursts: readonly (readonly PayingDay[])[], minApartDays: number): number {
  let count = 0;
  let last = -Infinity;
  for (const burst of bursts) {
    if (burst[0]!.day - last < minApartDays) continue;
    last = burst[0]!.day;
    count++;
  }
  return count;
}

/** Share of the families of all bursts that pay in more than one. */
function repeatShare(bursts: readonly (readonly PayingDay[])[]): number {
  const seen = new Map<number, number>();
  for (const burst of bursts) {
    for (const family of new Set(burst.flatMap(({ families }) => [...families]))) {
      seen.set(family, (seen.get(family) ?? 0) + 1);
    }
  }
  const repeated = [...seen.values()].filter((times) => times > 1).length;
  return seen.size === 0 ? 0 : repeated / seen.size;
}
