import { type CaseDocument, type FindingDocument } from '../../disclosure/index.js';

/** How the findings of one typology differ between two cases. */
export interface FindingsDiff {
  readonly typology: string;
  readonly appeared: number;
  readonly gone: number;
  /** The same finding that fired before and is explained now, or the other way round. */
  readonly newlyExplained: number;
  readonly newlyFired: number;
}

type Findings = Pick<CaseDocument, 'findings'>;

/**
 * Counts by typology what appeared, went and changed its status; typologies without any difference are left out. Findings are the
 * same if they stand on the same lines of files of the same names: after lines were put in, everything behind them is another.
 */
export function diffFindings({ findings: older }: Findings, { findings: newer }: Findings): FindingsDiff[] {
  const waiting = new Map<string, FindingDocument[]>();
  for (const finding of older) waiting.set(keyOf(finding), [...(waiting.get(keyOf(finding)) ?? []), finding]);
  const byTypology = new Map<string, { appeared: number; gone: number; newlyExplained: number; newlyFired: number }>();
  const count = (typology: string, what: 'appeared' | 'gone' | 'newlyExplained' | 'newlyFired'): void => {
    const counts = byTypology.get(typology) ?? { appeared: 0, gone: 0, newlyExplained: 0, newlyFired: 0 };
    counts[what]++;
    byTypology.set(typology, counts);
  };
  for (const finding of newer) {
    const same = waiting.get(keyOf(finding))?.shift();
    if (same === undefined) count(finding.typology, 'appeared');
    else if (same.status !== finding.status) {
      count(finding.typology, finding.status === 'fired' ? 'newlyFired' : 'newlyExplained');
    }
  }
  for (const { typology } of [...waiting.values()].flat()) count(typology, 'gone');
  return [...byTypology]
    .map(([typology, counts]) => ({ typology, ...counts }))
    .sort((a, b) => (a.typology < b.typology ? -1 : 1));
}

function keyOf({ typology, evidence }: FindingDocument): string {
  return JSON.stringify([typology, evidence]);
}
