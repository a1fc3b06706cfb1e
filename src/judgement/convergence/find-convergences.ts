import { type AccountFacts, type FlowFeatures, measureFacts } from '../../features/index.js';
import { findConduits } from './conduits.js';
import { resolveConvergenceParameters } from './convergence-parameters.js';
import { type ConvergenceJudgement, type JudgedMeeting } from './convergence.js';
import { measureFileRates } from './file-rates.js';
import { GroupSearch, type MeetingGroup } from './group-search.js';
import { judgeMeeting } from './judge-meeting.js';
import { payrollGaps } from './payroll-part.js';
import { uniteMeetings } from './unite-meetings.js';
import { withholdPayers } from './withhold.js';

export interface ConvergenceOptions {
  /** Values laid over {@link CONVERGENCE_PARAMETERS}. Default none. */
  readonly constants?: Readonly<Record<string, number>>;
  /** Facts of the same features, if they have been measured already. */
  readonly facts?: AccountFacts;
}

/**
 * Finds where money of several gatherers meets that was exceptional for those who paid it, and judges each such receiver.
 *
 * 1. Conduits take in mostly marked money and pass most of it on; gatherers are conduits with several exceptional payers.
 * 2. Receivers that gatherers reach in a few payments form groups with them ({@link GroupSearch}).
 * 3. Each receiver is judged on its own, with the gatherers that feed it and the conduits between ({@link judgeMeeting}).
 *    Receivers that are set aside leave the groups, which settle again without them, until none is. Receivers below chance
 *    stay: nothing is known about them, and money that reaches them is not explained.
 * 4. Receivers of one verdict that share accounts are one convergence ({@link uniteMeetings}).
 *
 * So a trade that shares a gatherer with a network can neither make its wages speak for the network nor lend it payers, and
 * a gatherer whose money mostly ends at the trade leaves with it. Judging a whole group at once could do neither. Two things
 * stay with the group, or a network with two controllers would be torn apart: closure and passage count money paid to any
 * member as paid inside, and somebody who was ever in the receiver's group is no outsider who lives on it. What passes on
 * everything is not worse than what keeps a commission (`passageNats`).
 *
 * A convergence is a shape of payments: it does not say what was paid for, and a trade without visible wages has the same
 * shape. Networks whose controllers share no gatherer come out as several convergences.
 *
 * Two scans of accounts and relations, then work on gatherers only.
 *
 * @throws UsageError for unknown constants or values outside their range
 */
export function findConvergences(features: FlowFeatures, options: ConvergenceOptions = {}): ConvergenceJudgement {
  const values = resolveConvergenceParameters(options.constants);
  const facts = options.facts ?? measureFacts(features);
  const conduits = findConduits(features, facts);
  const reduced = payrollGaps(features, values);
  const search = new GroupSearch(features, conduits, values);
  const rates = measureFileRates(features, conduits, { facts, reaches: search.reaches });
  const context = { features, conduits, values, rates, reduced };
  const asides: JudgedMeeting[] = [];
  let groups = search.groups();
  const insidersOf = membersByReceiver(groups);
  for (;;) {
    const judged = groups.flatMap(({ meetings, members }) =>
      meetings.map((meeting) =>
        judgeMeeting(meeting, { members, insiders: insidersOf.get(meeting.receiver)! }, context),
      ),
    );
    const aside = judged.filter(({ verdict }) => verdict === 'setAside');
    if (aside.length === 0) {
      const convergences = uniteMeetings([...judged, ...asides], features, reduced);
      return { convergences: withholdPayers(convergences, features, values), reduced };
    }
    for (const one of aside) asides.push(one);
    search.drop(aside.map(({ receiver }) => receiver));
    groups = search.groups();
  }
}

/** Members of the group that each receiver was found in first. */
function membersByReceiver(groups: readonly MeetingGroup[]): Map<number, ReadonlySet<number>> {
  return new Map(
    groups.flatMap(({ meetings, members }) => meetings.map(({ receiver }) => [receiver, members] as const)),
  );
}
