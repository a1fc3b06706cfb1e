import { type Score } from './score.js';

/** Limits below which a group of accounts is no lead, whatever its score [choice, requirement R3]. */
export const MINIMUM_EVIDENCE = Object.freeze({ payers: 3, families: 2, transfers: 5 });

/** What {@link hasMinimumEvidence} looks at. */
export interface EvidenceCounts {
  /** Distinct payers into the group; where nobody only pays in, distinct counterparties. */
  readonly payers: number;
  /** Distinct transfers that prove the group's findings. */
  readonly transfers: number;
}

/**
 * Whether a group may be shown as a lead: enough payers, enough transfers, and at least two evidence families of which
 * one is structure or time. Places, amounts and shared attributes alone never suffice.
 */
export function hasMinimumEvidence(counts: EvidenceCounts, score: Score): boolean {
  const families = score.parts.map((part) => part.family);
  return (
    counts.payers >= MINIMUM_EVIDENCE.payers &&
    counts.transfers >= MINIMUM_EVIDENCE.transfers &&
    families.length >= MINIMUM_EVIDENCE.families &&
    families.some((family) => family === 'structure' || family === 'time')
  );
}
