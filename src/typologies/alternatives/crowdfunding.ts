import { type Account, DAY_MS } from '../../foundation/index.js';
import { type Finding } from '../../evidence/index.js';
import { type Flow, totalOf } from './account-flows.js';
import { type Alternative, judge, type SubjectOutcome } from './alternative.js';
import { type AlternativeView } from './alternative-view.js';
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
  const given = new Set(view.recall(subject, giftsTo).map(({ row }) => row));
  const [gifts, all] = [totalOf(credits.filter(({ row }) => given.has(row))), totalOf(credits)];
  if (gifts >= view.parameters.giftShare * all) return outcome;
  return judge(false, `Gifts are ${percent(gifts, all)} of what came in.`);
}

/** What people gave who gave once or twice, by time. */
function giftsTo(account: Account, view: AlternativeView): readonly Flow[] {
  return [...view.creditsByOther(account)]
    .filter(([sender, flows]) => flows.length <= view.parameters.giftTimes && !view.isPublic(sender))
    .flatMap(([, flows]) => flows)
    .sort((left, right) => left.timeMs - right.timeMs);
}

/** The same for every finding of the account. */
function collected(account: Account, view: AlternativeView): SubjectOutcome {
  const { debits } = view.flows(account);
  const gifts = view.recall(account, giftsTo);
  const p = view.parameters;
  const { startMs, value } = densestBurst(gifts, p.burstDays * DAY_MS);
  const amounts = gifts.map(({ minor }) => minor);
  const largest = greatest(amounts, 0) / Math.max(1, median(amounts));
  const bills = new Map<number, number>();
  for (const { other, minor, timeMs } of debits) {
    const near = timeMs >= startMs && timeMs - startMs <= p.billDays * DAY_MS;
    if (near && view.isPublic(other)) bills.set(other, (bills.get(other) ?? 0) + minor);
  }
  const paid = [...bills.values()].sort((a, b) => b - a).slice(0, p.bills);
  const out = paid.reduce((sum, minor) => sum + minor, 0);
  return judge(
    gifts.length >= p.gifts &&
      value >= p.burstShare * totalOf(gifts) &&
      largest >= p.largestGiftTimes &&
      out >= p.billShare * totalOf(gifts),
    `${percent(value, totalOf(gifts))} of the gifts in ${p.burstDays} days, the largest ${Math.floor(largest)} times the median, ` +
      `${percent(Math.min(out, totalOf(gifts)), totalOf(gifts))} to public payees.`,
  );
}

/** The days, as many as asked for, with the greatest value of gifts. */
function densestBurst(gifts: readonly Flow[], lengthMs: number): { startMs: number; value: number } {
  let best = { startMs: 0, value: 0 };
  let first = 0;
  let value = 0;
  for (const gift of gifts) {
    value += gift.minor;
    while (gift.timeMs - gifts[first]!.timeMs > lengthMs) value -= gifts[first++]!.minor;
    if (value > best.value) best = { startMs: gifts[first]!.timeMs, value };
  }
  return best;
}
