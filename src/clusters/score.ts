import { type CountClass, type EvidenceFamily, type Finding } from '../evidence/index.js';

/** Weight of one finding by its class [choice]; see the domain's combination rule. */
export const CLASS_WEIGHTS: Readonly<Record<CountClass, number>> = Object.freeze({
  primary: 0.3,
  supporting: 0.15,
  low: 0.05,
  welfare: 0,
});

/**
 * `elevated`: a primary indicator and at least three families through primary or supporting ones. `review`: a primary
 * indicator and the minimum evidence. `context`: anything less; never listed as a lead.
 */
export type Level = 'elevated' | 'review' | 'context';

/** One named part of a score: the strongest finding of an evidence family. */
export interface ScorePart {
  readonly family: EvidenceFamily;
  readonly typology: string;
  readonly countClass: CountClass;
  /** Weight of the class times the finding's strength. */
  readonly contribution: number;
  /** What this part adds to the total; the parts of a score add up to it. */
  readonly adds: number;
}

/** An ordering of clusters by evidence. It is not a probability and must never be printed as a percentage. */
export interface Score {
  /** 1 - product over families of (1 - contribution); 0 for no evidence. */
  readonly total: number;
  /** Strongest first. */
  readonly parts: readonly ScorePart[];
}

/**
 * Adds up fired findings. Findings of one family are not independent, so each family contributes once, through its
 * strongest finding; explained findings contribute nothing. With parts in descending order of contribution each adds
 * `contribution x (1 - total so far)`.
 */
export function scoreFindings(findings: readonly Finding[]): Score {
  const strongest = new Map<EvidenceFamily, Omit<ScorePart, 'adds'>>();
  for (const { status, family, typology, countClass, strength } of findings) {
    if (status !== 'fired' || countClass === 'welfare') continue;
    const contribution = CLASS_WEIGHTS[countClass] * strength;
    const known = strongest.get(family);
    const stronger = known === undefined || contribution > known.contribution;
    const firstByName = known?.contribution === contribution && typology < known.typology;
    if (stronger || firstByName) strongest.set(family, { family, typology, countClass, contribution });
  }
  const ordered = [...strongest.values()].sort(
    (a, b) => b.contribution - a.contribution || (a.family < b.family ? -1 : 1),
  );
  let total = 0;
  const parts = ordered.map((part) => {
    const adds = part.contribution * (1 - total);
    total += adds;
    return { ...part, adds };
  });
  return { total, parts };
}

/** Families that contribute through a primary or supporting finding; low ones never change the level. */
function substantialFamilies(score: Score): number {
  return score.parts.filter((part) => part.countClass !== 'low').length;
}

/** Level of a cluster whose minimum evidence has been checked. */
export function levelOf(score: Score, hasMinimumEvidence: boolean): Level {
  const hasPrimary = score.parts.some((part) => part.countClass === 'primary');
  if (!hasPrimary || !hasMinimumEvidence) return 'context';
  return substantialFamilies(score) >= 3 ? 'elevated' : 'review';
}
