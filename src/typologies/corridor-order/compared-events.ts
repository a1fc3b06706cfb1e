import { type Account, type Row } from '../../foundation/index.js';
import { rowsOf, type TemporalGraph } from '../../graph/index.js';
import { channelCode } from '../../ledger/index.js';
import { type ReceivingUnit } from '../receivers/receiving-units.js';
import { familiesOf } from '../relations/sender-families.js';
import { type MappedCorridor } from './mapped-corridors.js';
import { type OrderedEvents } from './order-pairs.kernel.js';

/** When events of a unit are compared. */
export interface ComparisonRule {
  readonly minFamilies: number;
  readonly minPositions: number;
  readonly maxLagMs: number;
  /** 1 = a hub. */
  readonly hubFlag: Uint8Array;
}

/** The events of a unit on one corridor that are compared with each other. */
export interface ComparedEvents {
  readonly events: OrderedEvents;
  readonly rows: readonly Row[];
  /** Families among them. */
  readonly families: number;
  /** Different positions among them. */
  readonly occurring: number;
  /** Whether each family is a group of its own; else everything is one group. */
  readonly withinFamilies: boolean;
}

/** Something that happened at a position of the corridor. */
interface Event {
  readonly row: Row;
  readonly timeMs: number;
  readonly position: number;
}

const CARD = channelCode('card');

/**
 * The events of one unit along a corridor. A receipt is a credit of the unit, where it was handed in; a pay-out is a debit,
 * neither by card nor to a hub nor inside the unit, of a member with such receipts, where it was paid out. If families enough
 * have receipts at two positions or more, these receipts are compared, each family's among themselves: what a family pays
 * is no pay-out. Otherwise all receipts and pay-outs are, if families enough have a receipt. Undefined if there are
 * too few families or too few different positions.
 *
 * Groups, and events inside them, stand in an order that names have no say in. O(transfers of the members).
 */
export function comparedEvents(
  graph: TemporalGraph,
  unit: ReceivingUnit,
  { corridor: { positions }, positionOf }: MappedCorridor,
  { minFamilies, minPositions, maxLagMs, hubFlag }: ComparisonRule,
): ComparedEvents | undefined {
  const { timeMs, countryFrom, countryTo, channel } = graph.ledger.columns;
  const at = (country: number): number => (country < 0 ? -1 : positionOf[country]!);
  const receipts: Event[] = [];
  for (const row of unit.rows) {
    const position = at(countryFrom![row]!);
    if (position >= 0) receipts.push({ row, timeMs: timeMs[row]!, position });
  }
  const takers = new Set(receipts.map(({ row }) => graph.beneficiary[row]! as Account));
  const inside = new Set(unit.members);
  const payouts: Event[] = [];
  for (const member of takers) {
    const debits = rowsOf(graph.out, member);
    for (let i = 0; i < debits.length; i++) {
      const row = debits[i]!;
      const position = at(countryTo![row]!);
      if (position < 0 || channel[row] === CARD) continue;
      const receiver = graph.beneficiary[row]!;
      if (hubFlag[receiver] === 0 && !inside.has(receiver)) payouts.push({ row, timeMs: timeMs[row]!, position });
    }
  }
  if (positionsAmong([...receipts, ...payouts]) < minPositions) return undefined;
  const families = byFamily(graph, receipts);
  if (families.length < minFamilies) return undefined;
  const wandering = families.filter((events) => positionsAmong(events) >= 2);
  const withinFamilies = wandering.length >= minFamilies;
  const groups = (withinFamilies ? wandering : [[...receipts, ...payouts]]).map((events) => [...events].sort(byTime));
  const all = groups.flat();
  const occurring = positionsAmong(all);
  if (occurring < minPositions) return undefined;
  return {
    events: toColumns(groups, positions.length, maxLagMs),
    rows: all.map(({ row }) => row),
    families: withinFamilies ? wandering.length : families.length,
    occurring,
    withinFamilies,
  };
}

function positionsAmong(events: readonly Event[]): number {
  return new Set(events.map(({ position }) => position)).size;
}

/** Receipts of each family. Who paid each other before the first receipt of the unit is one. */
function byFamily(graph: TemporalGraph, receipts: readonly Event[]): Event[][] {
  if (receipts.length === 0) return [];
  const payers = [...new Set(receipts.map(({ row }) => graph.payer[row]!))].sort((a, b) => a - b);
  const startMs = receipts.reduce((least, { timeMs }) => Math.min(least, timeMs), Infinity);
  const families = familiesOf(graph, payers, startMs);
  const eventsOf = new Map<number, Event[]>();
  for (const event of receipts) {
    const family = families.get(graph.payer[event.row]!)!;
    const known = eventsOf.get(family);
    if (known === undefined) eventsOf.set(family, [event]);
    else known.push(event);
  }
  return [...eventsOf.values()];
}

function byTime(left: Event, right: Event): number {
  return left.timeMs - right.timeMs || left.position - right.position;
}

/** Groups that say the same are alike, so that their order does not matter. */
function compareGroups(left: readonly Event[], right: readonly Event[]): number {
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const order = byTime(left[i]!, right[i]!);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function toColumns(groups: readonly Event[][], positionCount: number, maxLagMs: number): OrderedEvents {
  const sorted = [...groups].sort(compareGroups);
  const all = sorted.flat();
  const groupStarts = new Int32Array(sorted.length + 1);
  sorted.forEach((group, i) => (groupStarts[i + 1] = groupStarts[i]! + group.length));
  return {
    timeMs: Float64Array.from(all, ({ timeMs }) => timeMs),
    position: Uint8Array.from(all, ({ position }) => position),
    groupStarts,
    positionCount,
    maxLagMs,
  };
}
