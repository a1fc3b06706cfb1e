import { type ReportLead } from '../report-data.js';

type Part = ReportLead['parts'][number];

/** What a score is made of: the parts in sight, and what the smaller ones add up to. */
export interface ScoreSum {
  readonly bias: number;
  readonly parts: readonly Part[];
  readonly smaller: number;
  readonly total: number;
}

/** Takes a score apart so that its parts add up to it. */
export function scoreSum({ score, bias, parts }: Pick<ReportLead, 'score' | 'bias' | 'parts'>): ScoreSum {
  const own = parts.filter(({ source }) => source === 'score').sort((a, b) => b.weight - a.weight);
  const seen = own.reduce((sum, { weight }) => sum + weight, bias);
  return { bias, parts: own, smaller: score - seen, total: score };
}
