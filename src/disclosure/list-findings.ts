import { type Finding } from '../evidence/index.js';
import { type ListedFinding } from './case-file.js';
import { type ExplainedTypology, explainFinding } from './explain-finding.js';
import { type Protection } from './protection.js';

/** A finding with what found it and the lead it belongs to. */
export interface PlacedFinding {
  readonly detector: ExplainedTypology;
  readonly finding: Finding;
  readonly lead: string | undefined;
}

/**
 * Findings as they may be shown, in the given order. Subjects are named only as far as protection allows: operators of
 * leads, and in findings that fired and that no innocent alternative explains those who gather money of others or pass it
 * on. Paying, being paid a wage and exchanging money with friends never name anybody.
 */
export function listFindings(placed: readonly PlacedFinding[], protection: Protection): ListedFinding[] {
  return placed.map(({ detector, finding, lead }, i) => {
    const lists = listsSubjects(finding);
    const named = finding.subjects.map((subject) =>
      lists || protection.isOperator(subject) ? protection.namesOf(subject) : undefined,
    );
    return {
      id: `F${String(i + 1).padStart(5, '0')}`,
      lead,
      finding,
      sentence: explainFinding(finding, detector),
      accounts: named.flatMap((names) => names ?? []),
      unnamedSubjects: named.filter((names) => names === undefined).length,
    };
  });
}

/** Whether a finding may name its subjects. Where chance is not ruled out, or for context only, it lists nobody. */
export function listsSubjects({ status, mayBeChance, contextOnly }: Finding): boolean {
  return status === 'fired' && mayBeChance !== true && contextOnly !== true;
}
