import { type Account, HOUR_MS } from '../../foundation/index.js';
import { type AccountFlows } from './account-flows.js';
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
  const receivers = view.debitsByOther(account);
  const [first = 0, second = 0] = receivers.map((paid) => paid.total()).sort((a, b) => b - a);
  const manyToMany =
    payers >= p.remitterParties &&
    receivers.size >= p.remitterParties &&
    first + second < p.remitterTwoLargest * flows.debits.total();
  const paired = manyToMany ? pairedCredits(flows, p) : 0;
  return judge(
    manyToMany && paired >= p.relayedShare * flows.credits.length,
    `${payers} payers and ${receivers.size} receivers, ${percent(paired, flows.credits.length)} of the credits paid ` +
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
  for (let c = 0; c < credits.length; c++) {
    const [timeMs, credited] = [credits.timeMs(c), credits.minor(c)];
    while (first < debits.length && debits.timeMs(first) < timeMs) first++;
    for (let d = first; d < debits.length && debits.timeMs(d) - timeMs <= relayedHours * HOUR_MS; d++) {
      const minor = debits.minor(d);
      if (used.has(d) || minor > credited || minor < relayedLeast * credited) continue;
      used.add(d);
      paired++;
      break;
    }
  }
  return paired;
}
