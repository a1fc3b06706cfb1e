import { leadGaps, timeline } from '../../questions/index.js';
import { type AskedWords } from '../report-data.js';
import { type CaseDocument, type LeadDocument } from '../../disclosure/index.js';

/** Lines that the report shows of one answer; the command `ask` tells all. */
const MOST_LINES = 12;

/** How a lead developed, in days, in the order of time. */
export function timelineWords(lead: LeadDocument, period: CaseDocument['data']['period']): AskedWords {
  const { events, notes } = timeline(lead, period);
  return { lines: shortened(events.map(({ sentence }) => sentence)), notes: [...notes] };
}

/** Which institution holds the next step. What was not measured stands under what is missing. */
export function askNextWords(lead: LeadDocument, smallestGroup: number): AskedWords {
  const { toAsk } = leadGaps({ ...lead, missing: [] }, smallestGroup);
  return { lines: shortened(toAsk), notes: [] };
}

function shortened(lines: readonly string[]): string[] {
  const more = lines.length - MOST_LINES;
  return more > 1 ? [...lines.slice(0, MOST_LINES), `${more} more: illicit-flows ask tells all.`] : [...lines];
}
