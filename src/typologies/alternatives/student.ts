import { type Account } from '../../foundation/index.js';
import { type Alternative, judge, type SubjectOutcome } from './alternative.js';
import { type AlternativeView } from './alternative-view.js';
import { percent } from './spread.js';

/** A student (A10): one to three senders, and at least half of the outflow goes to public payees: tuition, rent, shops. */
export const student: Alternative = {
  id: 'A10',
  title: 'Student',
  test: (subject, _finding, view) => view.recall(subject, studied),
};

/** The same for every finding of the account. */
function studied(account: Account, view: AlternativeView): SubjectOutcome {
  const { studentSenders, studentPublicShare } = view.parameters;
  const { debits } = view.flows(account);
  const senders = view.creditsByOther(account).size;
  const spent = debits.where((at) => debits.channel(at) === 'card' || view.isPublic(debits.other(at))).total();
  const outflow = debits.total();
  return judge(
    senders >= 1 && senders <= studentSenders && spent >= studentPublicShare * outflow && spent > 0,
    `${senders} senders, ${percent(spent, outflow)} of the outflow to public payees.`,
  );
}
