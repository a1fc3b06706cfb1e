import { type Account } from '../../foundation/index.js';
import { type AlternativeOutcome, type Finding } from '../../evidence/index.js';
import { type AlternativeView } from './alternative-view.js';

/** What a test found out about one account: the outcome and a sentence with measured values that names nobody. */
export type SubjectOutcome = Pick<AlternativeOutcome, 'outcome' | 'reason'>;

/** An innocent situation of the same shape as a pattern, and how to tell it from the transfers. */
export interface Alternative {
  /** A01 .. A17 of the domain's list. */
  readonly id: string;
  readonly title: string;
  /** Whether the behaviour of one subject of the finding is explained. The numbers in the texts are the defaults. */
  test(subject: Account, finding: Finding, view: AlternativeView): SubjectOutcome;
}

export function passed(reason: string): SubjectOutcome {
  return { outcome: 'passed', reason };
}

export function notPassed(reason: string): SubjectOutcome {
  return { outcome: 'notPassed', reason };
}

export function notEvaluable(reason: string): SubjectOutcome {
  return { outcome: 'notEvaluable', reason };
}

/** `passed` with the reason if the condition holds, else `notPassed` with the same measured values. */
export function judge(condition: boolean, reason: string): SubjectOutcome {
  return condition ? passed(reason) : notPassed(reason);
}
