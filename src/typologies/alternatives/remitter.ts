import { type Account, HOUR_MS } from '../../foundation/index.js';
import { type AccountFlows, totalOf } from './account-flows.js';
import { type Alternative, judge, passed, type SubjectOutcome } from './alternative.js';
import { type AlternativeParameters } from './alternative-parameters.js';
import { type AlternativeView } from './alternative-view.js';
import { percent } from './spread.js';

/**
 * A remitter (A07): on the user's list of licensed ones; or many-to-many, at least ten payers and ten receivers, most
 * credits matched one to one by a payout of 85 to 100 % within three days, the two largest receivers below half of the
 * outflow. A licence is never inferred: the sentence says that it is not known.
 */
export const remitter: Alternative = {
  id: 'A07',
  title: 'Remitter',
  test: (subject, _finding, view) => {
    if (view.lists.licensedRemitters?.has(subject) === true) return passed('On the user’s list of licensed remitters.');
    return view.recall(subject, relayed);
  },
};

/** The same for every finding of the account. */
function relayed(account: Account, view: AlternativeView): SubjectOutcome {
  const p = view.parameters;
  const flows = view.flows(account);
  const payers = view.creditsByOther(account).size;
  const byReceiver = new Map<number, number>();
  for (const { other, minor } of flows.debits) byReceiver.set(other, (byReceiver.get(other) ?? 0) + minor);
  const [first = 0, second = 0] = [...byReceiver.values()].sort((a, b) => b - a);
  const manyToMany =
    payers >= p.remitterParties &&
    byReceiver.size >= p.remitterParties &&
    first + second < p.remitterTwoLargest * totalOf(flows.debits);
  const paired = manyToMany ? pairedCredits(flows, p) : 0;
  return judge(
    manyToMany && paired >= p.relayedShare * flows.credits.length,
    `${payers} payers and ${byReceiver.size} receivers, ${percent(paired, flows.credits.length)} of the credits paid ` +
      'out one to one; licence not known.',
  );
}

/** Credits for which an own debit of 85 to 100 % follows within 72 hours. */
function pairedCredits(
  { credits, debits }: AccountFlows,
  { relayedHours, relayedLeast }: AlternativeParameters,
): number {
  const used = new Set<number>();
  let first = 0;
  let paired = 0;
  for (const credit of credits) {
    while (first < debits.length && debits[first]!.timeMs < credit.timeMs) first++;
    for (let d = first; d < debits.length && debits[d]!.timeMs - credit.timeMs <= relayedHours * HOUR_MS; d++) {
      const { minor } = debits[d]!;
      if (used.has(d) || minor > credit.minor || minor < relayedLeast * credit.minor) continue;
      used.add(d);
      paired++;
      break;
    }
  }
  return paired;
}
