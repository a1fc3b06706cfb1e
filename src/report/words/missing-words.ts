import { type ReportData, type ReportLead } from '../report-data.js';
import { stoppedWords } from './limit-words.js';
import { capital, counted, whole } from './numbers.js';

/** Something that a reviewer would want before deciding. */
export interface Missing {
  readonly title: string;
  readonly text: string;
}

/** More names of patterns than this are a count. */
const MOST_PATTERNS = 6;

/** What payers did who need a person's look, by the reason that a case gives. */
const NEEDS_REVIEW: ReadonlyMap<string, string> = new Map([
  ['pays several collectors', 'paid several accounts of the lead'],
  ['makes many deposits', 'made many payments'],
  ['passes on money of several others', 'passed on money of several others'],
]);

/** What a further column would allow to look for, in a sentence. */
export function allowsWords(allows: readonly string[]): string {
  const more = allows.length - MOST_PATTERNS;
  const named = more > 0 ? [...allows.slice(0, MOST_PATTERNS), `and ${more} more`] : allows;
  return `would allow to look for: ${named.join('; ')}.`;
}

/** The patterns that were found most often and that nothing explains; undefined where there is none. */
export function unexplainedWords({ detectors }: ReportData): string | undefined {
  const most = [...detectors]
    .sort((a, b) => b.fired - a.fired || (a.id < b.id ? -1 : 1))
    .filter(({ fired }) => fired > 0);
  if (most.length === 0) return undefined;
  const named = most.slice(0, MOST_PATTERNS).map(({ title, fired }) => `${title.toLowerCase()} (${whole(fired)})`);
  const more = most.length - named.length;
  return `Found and explained by nothing innocent: ${[...named, ...(more > 0 ? [`and ${more} more patterns`] : [])].join('; ')}.`;
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
      text: allowsWords(allows),
    })),
    ...untested(lead),
    ...Object.entries(lead.protectedPayers.needsReview).map(([reason, count]) => ({
      title: `${counted(count, 'payer')} ${NEEDS_REVIEW.get(reason) ?? `(${reason})`}`,
      text: 'stay protected and unnamed; a person may look at the source rows with a reason.',
    })),
    ...lead.reduced.map((text) => ({ title: 'Reduced judgement', text })),
    ...stoppedWords(data).map((text) => ({ title: 'Search stopped at a limit', text })),
  ];
}

/** Explanations that could not be tested, each once, with what all its reasons say; where they say nothing together, the first. */
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
    text: saidByAll([...texts]),
  }));
}

function saidByAll(reasons: readonly string[]): string {
  const [first = [], ...others] = reasons.map((reason) => reason.split(/(?<=\.) /u));
  const common = first.filter((sentence) => others.every((one) => one.includes(sentence)));
  return (common.length === 0 ? first : common).join(' ');
}
