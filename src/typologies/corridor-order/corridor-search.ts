import { adjustForMany, type Bounded, Budget, complete, DAY_MS, stopped } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { type Corridor } from '../corridor.js';
import { type Occurrence } from '../findings/fired-finding.js';
import { atLeastShare, exactShare } from '../numbers/exact-share.js';
import { forReceivingUnits, type ReceivingUnit, type UnitName } from '../receivers/receiving-units.js';
import { stagedGroups } from '../receivers/staged-groups.js';
import { type ComparedEvents, comparedEvents, type ComparisonRule } from './compared-events.js';
import { type MappedCorridor } from './mapped-corridors.js';
import { orderChance } from './order-chance.js';
import { countOrderInto, longestWay, type OrderPairs } from './order-pairs.kernel.js';
import { stepsOfFile } from '../numbers/steps-of-file.js';

/** See the detector. */
export interface CorridorRule extends Readonly<Record<UnitName, number>> {
  readonly minFamilies: number;
  readonly minPositions: number;
  readonly maxLagDays: number;
  readonly minGamma: number;
  readonly mostChance: number;
  readonly mostFalseShare: number;
  readonly maxSteps: number;
  readonly corridors: readonly MappedCorridor[];
  /** 1 = a hub. */
  readonly hubFlag: Uint8Array;
}

/** No unit may use more than this part of the steps, so that one of them does not use up those of all. */
const PART_FOR_ONE = 1 / 20;

/** A unit whose order along a corridor chance hardly ever makes. */
interface Candidate {
  readonly unit: ReceivingUnit;
  readonly corridor: Corridor;
  readonly compared: ComparedEvents;
  readonly pairs: OrderPairs;
  readonly chance: number;
}

/** What a search found, and how much it left open. */
export interface CorridorSearch {
  readonly found: Bounded<Occurrence>;
  /** Units that needed too many steps. */
  readonly open: number;
}

/** Every unit whose events follow a corridor, each with the corridor that it follows best; see the detector. */
export function findCorridorOrder(graph: TemporalGraph, rule: CorridorRule): CorridorSearch {
  const mapped = rule.corridors.filter(({ known }) => known >= rule.minPositions);
  const run = stepsOfFile(rule.maxSteps, graph);
  const open = new Set<ReceivingUnit>();
  let tested = 0;
  const comparison = { ...rule, maxLagMs: rule.maxLagDays * DAY_MS };
  const look = (unit: ReceivingUnit): readonly Candidate[][] => {
    const own = new Budget('maxSteps', Math.max(1, rule.maxSteps * PART_FOR_ONE));
    const spend = (steps: number): boolean => own.spend(steps) && run.spend(steps);
    const followed = corridorsOf(graph, unit, mapped, rule.minPositions).flatMap((corridor): Candidate[] => {
      const order = orderOf(graph, unit, corridor, comparison);
      if (order === undefined) return [];
      tested++;
      const { forward, backward } = order.pairs;
      const gamma = exactShare(rule.minGamma);
      if (!atLeastShare(BigInt(forward - backward), BigInt(forward + backward), gamma)) return [];
      const chance = orderChance(order.compared.events, order.pairs, { spend, mostChance: rule.mostChance });
      if (chance === undefined) open.add(unit);
      return chance === undefined || chance > rule.mostChance ? [] : [{ ...order, chance }];
    });
    return followed.length === 0 ? [] : [followed];
  };
  const units = mapped.length === 0 ? [] : forReceivingUnits(graph, look, unitOptions(graph, rule));
  const found = complete(againstChance(units, tested, rule).map((one) => toOccurrence(graph, one, rule)));
  return { found: open.size === 0 ? found : stopped(found.items, run.describe()), open: open.size };
}

function unitOptions(graph: TemporalGraph, rule: CorridorRule): Parameters<typeof forReceivingUnits>[2] {
  const { hubFlag, minFamilies, unitPayers, unitShare } = rule;
  return {
    hubFlag,
    leastRows: minFamilies,
    values: { unitPayers, unitShare },
    furtherGroups: stagedGroups(graph, hubFlag, minFamilies),
  };
}

/** Corridors of which enough positions occur among all that the unit is paid and pays; lets too many through, none too few. */
function corridorsOf(
  graph: TemporalGraph,
  { members, rows }: ReceivingUnit,
  mapped: readonly MappedCorridor[],
  minPositions: number,
): MappedCorridor[] {
  const { countryFrom, countryTo } = graph.ledger.columns;
  const places = new Set<number>();
  // Most transfers are like the one before.
  let latest = NaN;
  const add = (place: number): void => {
    if (place !== latest) places.add(place);
    latest = place;
  };
  for (const row of rows) add(countryFrom![row]!);
  for (const member of members) {
    const debits = rowsOf(graph.out, member);
    for (let i = 0; i < debits.length; i++) add(countryTo![debits[i]!]!);
  }
  if (places.size < minPositions) return [];
  return mapped.filter(({ positionOf }) => {
    const positions = new Set<number>();
    for (const place of places) if (place >= 0 && positionOf[place]! >= 0) positions.add(positionOf[place]!);
    return positions.size >= minPositions;
  });
}

/** The events of a unit along a corridor and what their pairs say; undefined if there is nothing to compare. */
function orderOf(
  graph: TemporalGraph,
  unit: ReceivingUnit,
  mapped: MappedCorridor,
  rule: ComparisonRule,
): Omit<Candidate, 'chance'> | undefined {
  const compared = comparedEvents(graph, unit, mapped, rule);
  if (compared === undefined) return undefined;
  const { position, positionCount } = compared.events;
  const pairs: OrderPairs = { forward: 0, backward: 0 };
  countOrderInto(compared.events, position, new Int32Array(positionCount), pairs);
  if (pairs.forward + pairs.backward === 0) return undefined;
  return { unit, corridor: mapped.corridor, compared, pairs };
}

type Judged = Candidate & { readonly falseShare: number };

/** Of each unit the corridor that it follows best, if chance is beaten among all that were tested. */
function againstChance(
  units: readonly (readonly Candidate[])[],
  tested: number,
  { mostFalseShare }: CorridorRule,
): Judged[] {
  const candidates = units.flat();
  // What fell short before chance was asked, or in that, counts as tested: it stands for a p-value of 1.
  const chances = [...candidates.map(({ chance }) => chance), ...Array<number>(tested - candidates.length).fill(1)];
  const falseShares = adjustForMany(chances);
  let next = 0;
  return units.flatMap((followed) => {
    const judged = followed.map((one): Judged => ({ ...one, falseShare: falseShares[next++]! }));
    const [best] = judged.sort(
      (a, b) =>
        a.chance - b.chance || gammaOf(b) - gammaOf(a) || pairsOf(b) - pairsOf(a) || coverageOf(b) - coverageOf(a),
    );
    return best !== undefined && best.falseShare <= mostFalseShare ? [best] : [];
  });
}

function pairsOf({ pairs: { forward, backward } }: Candidate): number {
  return forward + backward;
}

function gammaOf(candidate: Candidate): number {
  return (candidate.pairs.forward - candidate.pairs.backward) / pairsOf(candidate);
}

function coverageOf({ compared: { events } }: Candidate): number {
  return longestWay(events.timeMs, events.position, events.positionCount) / events.positionCount;
}

function toOccurrence(graph: TemporalGraph, judged: Judged, rule: CorridorRule): Occurrence {
  const { unit, corridor, compared, chance, falseShare } = judged;
  const inside = new Set(unit.members);
  const receipts = compared.rows.filter((row) => inside.has(graph.beneficiary[row]!));
  const paid = new Set(receipts.map((row) => graph.beneficiary[row]!));
  return {
    weight: compared.families,
    subjects: unit.members.filter((member) => paid.has(member)),
    payers: receipts.map((row) => graph.payer[row]!),
    receivers: compared.rows.filter((row) => inside.has(graph.payer[row]!)).map((row) => graph.beneficiary[row]!),
    rows: compared.rows,
    measured: [
      {
        name: `corridor ${corridor.id} (version ${corridor.version}) positions`,
        value: corridor.positions.length,
        unit: 'count',
      },
      { name: 'positionsOccurring', value: compared.occurring, unit: 'count', threshold: rule.minPositions },
      { name: 'coverage', value: coverageOf(judged), unit: 'share' },
      { name: 'payerFamilies', value: compared.families, unit: 'count', threshold: rule.minFamilies },
      { name: compared.withinFamilies ? 'pairsWithinFamilies' : 'pairsOfAll', value: pairsOf(judged), unit: 'count' },
      { name: 'gamma', value: gammaOf(judged), unit: 'ratio', threshold: rule.minGamma },
      { name: 'chance', value: chance, unit: 'ratio', threshold: rule.mostChance },
      { name: 'chanceAmongAllTested', value: falseShare, unit: 'ratio', threshold: rule.mostFalseShare },
    ],
  };
}
