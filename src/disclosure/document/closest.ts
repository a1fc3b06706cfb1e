import { explainReduced, type SettledJudgement, type ScoreParameters } from '../../judgement/index.js';
import { type DetectorRun } from '../../typologies/index.js';
import { type UnnamedGroups } from '../case-file.js';
import type { CaseDocument } from './case-schema.js';
import { columnInWords } from './column-words.js';
import { counted, joined, lowerFirst } from './plain-words.js';

/** What {@link closestToLead} goes by. */
export interface ClosestParts {
  readonly judgement: SettledJudgement | undefined;
  /** Columns without which nothing could be judged. */
  readonly missing: readonly string[];
  readonly unnamed: UnnamedGroups;
  readonly runs: readonly DetectorRun[];
  readonly score: ScoreParameters;
  /** Leads that are named. */
  readonly leads: number;
}

/** What came closest to a lead and was none, what was lacking, and which columns would let more be looked for. Names nobody. */
export function closestToLead(parts: ClosestParts): CaseDocument['closest'] {
  const { unnamed, score } = parts;
  const strongest = [...unnamed.weak].sort((a, b) => b.meanScore - a.meanScore)[0];
  const group =
    strongest === undefined
      ? null
      : { accounts: strongest.accounts, score: strongest.meanScore, needed: score.secondLookScore };
  return { group, lacking: lackingIn(parts, group), columns: columnsOf(parts) };
}

function lackingIn(
  { judgement, missing, unnamed, score, leads }: ClosestParts,
  group: CaseDocument['closest']['group'],
): string[] {
  if (judgement === undefined) {
    return [`Flows could not be judged: the data lack ${joined(missing.map(columnInWords))}.`];
  }
  const lines: string[] = [];
  if (group === null && leads > 0) lines.push('Besides the leads no group of accounts stands out.');
  else if (group === null) {
    lines.push(
      `No group stands out: no ${score.leastMembers} accounts that deal with each other gather exceptional payments or pass them on.`,
    );
  } else if (group.score < group.needed) {
    lines.push(
      `The strongest group that is no lead has a mean evidence weight of ${group.score.toFixed(2)} nats; a second look takes ${group.needed.toFixed(2)}.`,
    );
  } else {
    lines.push(
      `The strongest group that is no lead would be strong enough (${group.score.toFixed(2)} nats), but fewer than two of its ${group.accounts} accounts can be named: the others may merely have paid, or are too weak by themselves.`,
    );
  }
  for (const { groups, reading } of unnamed.setAside) lines.push(`${counted(groups, 'group')} set aside. ${reading}`);
  if (unnamed.withheld > 0) {
    lines.push(`${counted(unnamed.withheld, 'account')} left out because they paid out of money of their own.`);
  }
  return [...lines, ...judgement.convergences.reduced.map(explainReduced)];
}

/** By what data lack: what could be looked for or judged with it. */
function columnsOf({ runs, missing }: ClosestParts): CaseDocument['closest']['columns'] {
  const allows = new Map<string, string[]>();
  const note = (column: string, what: string): void => {
    const words = columnInWords(column);
    allows.set(words, [...(allows.get(words) ?? []), what]);
  };
  for (const column of missing) note(column, 'leads from exceptional payments');
  for (const { detector, detection } of runs) {
    if (detection.status === 'notEvaluable')
      for (const column of detection.missing) note(column, lowerFirst(detector.title));
  }
  return [...allows].map(([column, what]) => ({ column, allows: what }));
}
