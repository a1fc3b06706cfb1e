import { type Finding } from '../../evidence/index.js';
import { adjustForMany } from '../../foundation/index.js';
import { type HeldEvidence } from './held-evidence.js';

/** What beats chance; see the detector. */
export interface ChanceRule {
  readonly mostChance: number;
  readonly mostFalseShare: number;
  readonly whereChanceDoesAsWell: number;
}

/** Its own chance stands in for that among all, which {@link adjustedForAll} puts in its place. */
export function notYetAdjusted(held: HeldEvidence): HeldEvidence {
  return held.chance === undefined ? held : { ...held, falseShare: held.chance };
}

/** {@link againstChance} for findings of all slices of a file. */
export function adjustedForAll(findings: readonly Finding[], p: ChanceRule): Finding[] {
  const chanceOf = ({ measured }: Finding): number | undefined =>
    measured.find(({ name }) => name === 'chance')?.value as number | undefined;
  const tested = findings.filter((finding) => chanceOf(finding) !== undefined);
  const adjusted = adjustForMany(tested.map((finding) => chanceOf(finding)!));
  const shares = new Map(tested.map((finding, i) => [finding, adjusted[i]!]));
  return findings.flatMap((finding): Finding[] => {
    const falseShare = shares.get(finding);
    if (falseShare === undefined) return [finding];
    const beaten = beatsChance({ chance: chanceOf(finding), falseShare }, p);
    if (!beaten && p.whereChanceDoesAsWell === 0) return [];
    const measured = finding.measured.map((one) =>
      one.name === 'chanceAmongAllTested' ? { ...one, value: falseShare } : one,
    );
    const { mayBeChance, ...rest } = finding;
    const doubt = beaten ? {} : { mayBeChance: mayBeChance ?? (true as const) };
    return [{ ...rest, ...doubt, strength: beaten ? 1 : 0.6, measured }];
  });
}

/** Those whose chance was tested get it adjusted for their number; where chance does as well, they go unless asked for. */
export function againstChance(candidates: readonly HeldEvidence[], p: ChanceRule): HeldEvidence[] {
  const untested = candidates.filter(({ chance }) => chance === undefined);
  const tested = candidates.filter(({ chance }) => chance !== undefined);
  const adjusted = adjustForMany(tested.map(({ chance }) => chance!));
  const judged = tested.map((held, i) => ({ ...held, falseShare: adjusted[i]! }));
  return [...untested, ...judged.filter((held) => beatsChance(held, p) || p.whereChanceDoesAsWell === 1)];
}

export function beatsChance(
  { chance = 1, falseShare = 1 }: Pick<HeldEvidence, 'chance' | 'falseShare'>,
  p: ChanceRule,
): boolean {
  return chance <= p.mostChance && falseShare <= p.mostFalseShare;
}
