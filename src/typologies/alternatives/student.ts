import { type Account } from '../../foundation/index.js';
import { totalOf } from './account-flows.js';
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
  const spent = totalOf(debits.filter(({ other, channel }) => channel === 'card' || view.isPublic(other)));
  return judge(
    senders >= 1 && senders <= studentSenders && spent >= studentPublicShare * totalOf(debits) && spent > 0,
    `${senders} senders, ${percent(spent, totalOf(debits))} of the outflow to public payees.`,
  );
}
