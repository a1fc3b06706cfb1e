import { type FlowFeatures } from '../../features/index.js';
import { UnionFind } from '../../structures/index.js';
import { type Convergence, type JudgedMeeting, type ReducedReason } from './convergence.js';

const VERDICTS = ['lead', 'setAside', 'belowChance'] as const;

/**
 * Unites meetings of one verdict that share an account, so that nobody stands in two leads: most share a gatherer, some form a
 * chain, where the receiver of one gathers for the next. Leads come first, then what was set aside, then the rest; inside a
 * verdict the more surprising first. Equals are ordered by what they did, and only complete twins by their lowest account.
 */
export function uniteMeetings(
  judged: readonly JudgedMeeting[],
  features: FlowFeatures,
  reduced: readonly ReducedReason[],
): Convergence[] {
  return VERDICTS.flatMap((verdict) => {
    const own = judged.filter((meeting) => meeting.verdict === verdict).sort(compareMeetings);
    const sets = new UnionFind(own.length);
    const firstWith = new Map<number, number>();
    own.forEach(({ receiver, feeders, between }, at) => {
      for (const account of [receiver, ...feeders, ...between]) {
        const before = firstWith.get(account);
        if (before === undefined) firstWith.set(account, at);
        else sets.union(before, at);
      }
    });
    return sets.groups().map((group) =>
      convergenceOf(
        group.map((at) => own[at]!),
        features,
        reduced,
      ),
    );
  });
}

/** Unbounded surprise first: bounded parts of two large groups are equal. */
function compareMeetings(a: JudgedMeeting, b: JudgedMeeting): number {
  const surprise = ({ parts: [{ measured }] }: JudgedMeeting): number => measured.surpriseNats - measured.searchNats;
  const gathered = ({ parts: [, { measured }] }: JudgedMeeting): number => measured.gathered;
  return (
    surprise(b) - surprise(a) || b.payerCount - a.payerCount || gathered(b) - gathered(a) || a.receiver - b.receiver
  );
}

function convergenceOf(
  meetings: readonly JudgedMeeting[],
  { relations, exceptional }: FlowFeatures,
  reduced: readonly ReducedReason[],
): Convergence {
  const [first] = meetings as readonly [JudgedMeeting, ...JudgedMeeting[]];
  const all = (list: (meeting: JudgedMeeting) => readonly number[]): number[] =>
    [...new Set(meetings.flatMap(list))].sort((a, b) => a - b);
  const receivers = all(({ receiver }) => [receiver]);
  const gatherers = all(({ feeders }) => feeders);
  const between = all((meeting) => meeting.between);
  const members = new Set([...receivers, ...gatherers, ...between]);
  const payers = new Set<number>();
  for (const gatherer of gatherers) {
    for (let k = relations.inStarts[gatherer]!; k < relations.inStarts[gatherer + 1]!; k++) {
      const relation = relations.inRelations[k]!;
      const payer = relations.payer[relation]!;
      if (exceptional.exceptional[relation] === 1 && !members.has(payer)) payers.add(payer);
    }
  }
  return {
    receivers,
    gatherers,
    between,
    withheld: [],
    payerCount: payers.size,
    verdict: first.verdict,
    reading: first.reading,
    parts: first.parts,
    meetings,
    reduced,
  };
}
