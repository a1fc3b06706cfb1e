import { type ReportData, type ReportLead } from '../report-data.js';
import { capital, counted, listed } from './numbers.js';

/** Something that a reviewer would want before deciding. */
export interface Missing {
  readonly title: string;
  readonly text: string;
}

/** What to ask for: what the lead lacks, what would test an explanation, who needs a person's look, what was cut short. */
export function missingOf(data: ReportData, lead: ReportLead): Missing[] {
  return [
    ...lead.missing.map((about) => ({
      title: capital(about),
      text: 'could not be measured for most of these accounts; the score leaves it out.',
    })),
    ...data.closest.columns.map(({ column, allows }) => ({
      title: capital(column),
      text: `would allow to look for: ${listed(allows)}.`,
    })),
    ...untested(lead),
    ...Object.entries(lead.protectedPayers.needsReview).map(([reason, count]) => ({
      title: `${counted(count, 'payer')}: ${reason.replaceAll('-', ' ')}`,
      text: 'stay protected and unnamed; a person may look at the source rows with a reason.',
    })),
    ...lead.reduced.map((text) => ({ title: 'Reduced judgement', text })),
    ...data.incomplete.map((text) => ({ title: 'Search stopped at a limit', text })),
  ];
}

/** Explanations that could not be tested, each once, with the reasons why. */
function untested({ findings }: ReportLead): Missing[] {
  const reasons = new Map<string, Set<string>>();
  for (const { alternatives } of findings) {
    for (const { title, outcome, reason } of alternatives) {
      if (outcome !== 'notEvaluable') continue;
      reasons.set(title, (reasons.get(title) ?? new Set()).add(reason));
    }
  }
  return [...reasons].map(([title, texts]) => ({
    title: `${title}: cannot be tested`,
    text: [...texts].slice(0, 3).join(' '),
  }));
}
