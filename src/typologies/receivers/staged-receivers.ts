import { type Account, DAY_MS } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { countFamilies } from '../relations/sender-families.js';
import { sameFlags } from '../relations/same-flags.js';
import { stagePayments, type StagePayments } from './stage-payments.js';

/** A part is followed by the rest after two days and within 45, as in I09. */
const LEAST_GAP_MS = 2 * DAY_MS;
const MOST_GAP_MS = 45 * DAY_MS;
/** Published fees were split 1 to 1.67 and 1 to 3.71, as in I09; which part comes first is not asked. */
const MOST_RATIO = 4;
/** Fewest unrelated senders that make a collection in I04. Fewer come to share two receivers by living in one street. */
const LEAST_FAMILIES = 5;

/**
 * Accounts that the same families pay in stages, with their counterparts, ascending. A family pays two accounts in stages if
 * it pays each once or twice, never by card and never back ({@link stagePayments}), first the one and 2 to 45 days later the
 * other, and neither sum is more than four times the other. Two accounts are counterparts if at least five families that
 * never paid each other do so (`leastFamilies`), and these are at least half of all who pay the one, and of all who pay the
 * other.
 *
 * A fee may be paid in parts to several collectors, and nothing else need tie these together (I09). So to share both
 * receivers says that families paid for the same, not that they know each other. A shop, a school or a doctor has regulars,
 * or many customers who do not come from the other one. Two trades that live off the same customers, such as an agent and
 * a guide, look the same: being counterparts is no evidence by itself.
 *
 * O(transfers, and for each receiver the others whom its payers pay once or twice).
 */
export function stagedReceivers(
  graph: TemporalGraph,
  hubFlag: Uint8Array,
  leastFamilies = LEAST_FAMILIES,
): ReadonlyMap<Account, readonly Account[]> {
  const known = latestAnswers.get(graph);
  if (known?.leastFamilies === leastFamilies && sameFlags(known.hubFlag, hubFlag)) return known.counterparts;
  const counterparts = findStagedReceivers(graph, hubFlag, leastFamilies);
  latestAnswers.set(graph, { hubFlag: hubFlag.slice(), leastFamilies, counterparts });
  return counterparts;
}

/** Several detectors ask the same of one graph, which never changes. */
const latestAnswers = new WeakMap<
  TemporalGraph,
  {
    readonly hubFlag: Uint8Array;
    readonly leastFamilies: number;
    readonly counterparts: ReadonlyMap<Account, readonly Account[]>;
  }
>();

function findStagedReceivers(
  graph: TemporalGraph,
  hubFlag: Uint8Array,
  leastFamilies: number,
): ReadonlyMap<Account, readonly Account[]> {
  const payments = stagePayments(graph, hubFlag, leastFamilies);
  const { payerCounts } = payments;
  const { starts, places } = placesByReceiver(payments);
  const times = new Int32Array(graph.accountCount);
  const counterparts = new Map<Account, Account[]>();
  const add = (from: Account, to: Account): void => {
    const known = counterparts.get(from);
    if (known === undefined) counterparts.set(from, [to]);
    else known.push(to);
  };
  for (let one = 0; one < graph.accountCount; one++) {
    const own = places.subarray(starts[one], starts[one + 1]);
    const least = (other: Account): number => Math.max(leastFamilies, payerCounts[one]! / 2, payerCounts[other]! / 2);
    for (const other of sharingPayers(payments, own, times, least)) {
      const { payers, startMs } = stagesBetween(payments, own, other);
      if (payers.length < least(other)) continue;
      if (countFamilies(graph, payers, startMs, leastFamilies) < leastFamilies) continue;
      add(one, other);
      add(other, one);
    }
  }
  for (const others of counterparts.values()) others.sort((a, b) => a - b);
  return counterparts;
}

/** Places of the payments to each receiver; `starts` says where those of one begin. */
function placesByReceiver({ receiver, payerCounts }: StagePayments): { starts: Int32Array; places: Int32Array } {
  const starts = new Int32Array(payerCounts.length + 1);
  for (const one of receiver) starts[one + 1]!++;
  for (let one = 0; one < payerCounts.length; one++) starts[one + 1]! += starts[one]!;
  const next = starts.slice();
  const places = new Int32Array(receiver.length);
  for (let place = 0; place < receiver.length; place++) places[next[receiver[place]!]!++] = place;
  return { starts, places };
}

/**
 * Receivers of a higher number that at least `least` of those pay who made these payments to one: few, and only they are
 * worth a look at what was paid when. `times`: a zero per account, before and after.
 */
function sharingPayers(
  { payer, receiver, starts }: StagePayments,
  own: Int32Array,
  times: Int32Array,
  least: (other: Account) => number,
): Account[] {
  const shared: Account[] = [];
  for (const place of own) {
    const end = starts[payer[place]! + 1]!;
    for (let at = starts[payer[place]!]!; at < end; at++) {
      if (receiver[at]! > receiver[place]! && times[receiver[at]!]!++ === 0) shared.push(receiver[at]!);
    }
  }
  const enough = shared.filter((other) => times[other]! >= least(other));
  for (const other of shared) times[other] = 0;
  return enough;
}

/** Who made one of these payments to one receiver and pays the other one in stages with it, and when the first of them began. */
function stagesBetween(
  payments: StagePayments,
  own: Int32Array,
  other: Account,
): { readonly payers: readonly Account[]; readonly startMs: number } {
  const { payer, receiver, firstMs, starts } = payments;
  const payers: Account[] = [];
  let startMs = Infinity;
  for (const place of own) {
    const family = payer[place]!;
    for (let at = starts[family]!; at < starts[family + 1]!; at++) {
      if (receiver[at] !== other || !areStages(payments, place, at)) continue;
      payers.push(family);
      startMs = Math.min(startMs, firstMs[place]!, firstMs[at]!);
    }
  }
  return { payers, startMs };
}

/** Whether two payments of one family, to different accounts, can be two parts of one fee. */
function areStages({ firstMs, minor, currency }: StagePayments, left: number, right: number): boolean {
  const gap = Math.abs(firstMs[left]! - firstMs[right]!);
  const [one, two] = [minor[left]!, minor[right]!];
  return (
    currency[left] === currency[right] &&
    gap >= LEAST_GAP_MS &&
    gap <= MOST_GAP_MS &&
    Math.max(one, two) <= MOST_RATIO * Math.min(one, two)
  );
}
