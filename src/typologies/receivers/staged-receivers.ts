import { type Account, DAY_MS } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';
import { countFamilies } from '../relations/sender-families.js';
import { sameFlags } from '../relations/same-flags.js';
import { type StagePayment, stagePayments } from './stage-payments.js';

/** A part is followed by the rest after two days and within 45, as in I09. */
const LEAST_GAP_MS = 2 * DAY_MS;
const MOST_GAP_MS = 45 * DAY_MS;
/** Published fees were split 1 to 1.67 and 1 to 3.71, as in I09; which part comes first is not asked. */
const MOST_RATIO = 4;
/** So many unrelated senders make a collection in I04. Fewer come to share two receivers by living in one street. */
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
  const { ofPayer, ofReceiver, payerCounts } = stagePayments(graph, hubFlag, leastFamilies);
  const counterparts = new Map<Account, Account[]>();
  for (const [one, paid] of ofReceiver) {
    const sharedWith = new Map<Account, { payers: Account[]; startMs: number }>();
    for (const own of paid) {
      for (const other of ofPayer.get(own.payer)!) {
        if (other.receiver <= one || !areStages(own, other)) continue;
        const known = sharedWith.get(other.receiver) ?? { payers: [], startMs: Infinity };
        known.payers.push(own.payer);
        known.startMs = Math.min(known.startMs, own.firstMs, other.firstMs);
        sharedWith.set(other.receiver, known);
      }
    }
    for (const [other, { payers, startMs }] of sharedWith) {
      const half = Math.max(payerCounts[one]!, payerCounts[other]!) / 2;
      if (payers.length < Math.max(leastFamilies, half)) continue;
      if (countFamilies(graph, payers, startMs, leastFamilies) < leastFamilies) continue;
      for (const [from, to] of [
        [one, other],
        [other, one],
      ] as const) {
        const known = counterparts.get(from);
        if (known === undefined) counterparts.set(from, [to]);
        else known.push(to);
      }
    }
  }
  for (const others of counterparts.values()) others.sort((a, b) => a - b);
  return counterparts;
}

/** Whether two payments of one family, to different accounts, can be two parts of one fee. */
function areStages(left: StagePayment, right: StagePayment): boolean {
  const gap = Math.abs(left.firstMs - right.firstMs);
  const [smaller, larger] = left.minor < right.minor ? [left.minor, right.minor] : [right.minor, left.minor];
  return (
    left.currency === right.currency && gap >= LEAST_GAP_MS && gap <= MOST_GAP_MS && larger <= MOST_RATIO * smaller
  );
}
