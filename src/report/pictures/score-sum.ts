import { type ReportLead } from '../report-data.js';

type Part = ReportLead['parts'][number];

/** Of the parts of a score, this many of the largest on each side are in sight at once [choice]. */
const IN_SIGHT = 5;

/** What a score is made of: `bias`, `parts` and `smaller` add up to it, and so do `bias`, `deciding` and `rest`. */
export interface ScoreSum {
  readonly bias: number;
  /** Those that speak most for it first. */
  readonly parts: readonly Part[];
  /** The largest for it, and the largest against it. */
  readonly deciding: readonly Part[];
  /** All other parts. */
  readonly further: readonly Part[];
  /** What parts too small to be told come to. */
  readonly smaller: number;
  /** `further` and `smaller` together. */
  readonly rest: number;
  readonly total: number;
}

/** Takes a score apart so that its parts add up to it. */
export function scoreSum({ score, bias, parts }: Pick<ReportLead, 'score' | 'bias' | 'parts'>): ScoreSum {
  const own = parts.filter(({ source }) => source === 'score').sort((a, b) => b.weight - a.weight);
  const pro = own.filter(({ weight }) => weight >= 0);
  const contra = own.filter(({ weight }) => weight < 0);
  const deciding = [...pro.slice(0, IN_SIGHT), ...contra.slice(-IN_SIGHT)];
  const add = (sum: number, { weight }: Part): number => sum + weight;
  return {
    bias,
    parts: own,
    deciding,
    further: [...pro.slice(IN_SIGHT), ...contra.slice(0, -IN_SIGHT)],
    smaller: score - own.reduce(add, bias),
    rest: score - deciding.reduce(add, bias),
    total: score,
  };
}
