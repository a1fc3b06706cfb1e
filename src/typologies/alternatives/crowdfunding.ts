import { type Account, DAY_MS } from '../../foundation/index.js';
import { type Finding } from '../../evidence/index.js';
import { type Alternative, judge, type SubjectOutcome } from './alternative.js';
import { type AlternativeView } from './alternative-view.js';
import { type Flows } from './flows.js';
import { median, percent } from './spread.js';
import { greatest } from '../../structures/index.js';

/**
 * A collection for a funeral, an operation or bail (A08): gifts of people who give once or twice come in one burst, at
 * least 80 % of them within 30 days, the largest at least five times the median; at least 70 % of their value goes to at
 * most three public payees by 60 days after the burst. It explains a finding if gifts are half of what came in there
 * [choice]: a few gifts to somebody do not explain what others pay.
 */
export const crowdfunding: Alternative = {
  id: 'A08',
  title: 'Funeral, medical or bail collection',
  test,
};

function test(subject: Account, finding: Finding, view: AlternativeView): SubjectOutcome {
  const outcome = view.recall(subject, collected);
  if (outcome.outcome !== 'passed') return outcome;
  const credits = view.findingCredits(finding, subject);
  const given = view.recall(subject, giftsTo);
  const rows = new Set(given.map((at) => given.row(at)));
  const [gifts, all] = [credits.where((at) => rows.has(credits.row(at))).total(), credits.total()];
  if (gifts >= view.parameters.giftShare * all) return outcome;
  return judge(false, `Gifts are ${percent(gifts, all)} of what came in.`);
}

/** What people gave who gave once or twice, by time. */
function giftsTo(account: Account, view: AlternativeView): Flows {
  const groups = view.creditsByOther(account);
  const isGiver = (sender: Account, group: number): boolean =>
    groups.sizeOf(group) <= view.parameters.giftTimes && !view.isPublic(sender);
  const givers = new Set(groups.others.filter(isGiver));
  const { credits } = view.flows(account);
  return credits.where((at) => givers.has(credits.other(at)));
}

/** The same for every finding of the account. */
function collected(account: Account, view: AlternativeView): SubjectOutcome {
  const { debits } = view.flows(account);
  const gifts = view.recall(account, giftsTo);
  const p = view.parameters;
  const { startMs, value } = densestBurst(gifts, p.burstDays * DAY_MS);
  const amounts = gifts.map((at) => gifts.minor(at));
  const largest = greatest(amounts, 0) / Math.max(1, median(amounts));
  const bills = new Map<number, number>();
  for (let at = 0; at < debits.length; at++) {
    const [other, timeMs] = [debits.other(at), debits.timeMs(at)];
    const near = timeMs >= startMs && timeMs - startMs <= p.billDays * DAY_MS;
    if (near && view.isPublic(other)) bills.set(other, (bills.get(other) ?? 0) + debits.minor(at));
  }
  const paid = [...bills.values()].sort((a, b) => b - a).slice(0, p.bills);
  const out = paid.reduce((sum, minor) => sum + minor, 0);
  return judge(
    gifts.length >= p.gifts &&
      value >= p.burstShare * gifts.total() &&
      largest >= p.largestGiftTimes &&
      out >= p.billShare * gifts.total(),
    `${percent(value, gifts.total())} of the gifts in ${p.burstDays} days, the largest ${Math.floor(largest)} times the median, ` +
      `${percent(Math.min(out, gifts.total()), gifts.total())} to public payees.`,
  );
}

/** The days, as many as asked for, with the greatest value of gifts. */
function densestBurst(gifts: Flows, lengthMs: number): { startMs: number; value: number } {
  let best = { startMs: 0, value: 0 };
  let first = 0;
  let value = 0;
  for (let at = 0; at < gifts.length; at++) {
    value += gifts.minor(at);
    while (gifts.timeMs(at) - gifts.timeMs(first) > lengthMs) value -= gifts.minor(first++);
    if (value > best.value) best = { startMs: gifts.timeMs(first), value };
  }
  return best;
}
