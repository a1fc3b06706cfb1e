import type { CaseDocument } from '../disclosure/index.js';
import { type AskedLead, TRANSFERS_NOTE } from './asked-case.js';
import { monthOf, monthRuns, monthsWithout, monthText } from './months.js';
import { readLead } from './passages.js';
import { listed } from './plain-words.js';
import {
  comingAndGoing,
  type Ends,
  EVENT_KINDS,
  firstPaidIn,
  firstPassedOn,
  firstShown,
  lastShown,
  peakEvents,
  QUIET_MS,
  type TimelineEvent,
} from './timeline-events.js';

/** The answer of {@link timeline}. */
export interface Timeline {
  readonly lead: string;
  /** In order of time. */
  readonly events: readonly TimelineEvent[];
  /** Months (`2024-03`) between the first and last transfer without any. */
  readonly silentMonths: readonly string[];
  /** How events were found, and what limits them. */
  readonly notes: readonly string[];
}

/**
 * How a lead developed: an ordered list of
 * - the first payment into an operator from anybody else, the first transfer of the lead where that is another, and the last;
 * - the first time an operator pays on after it was paid, by the order of the data;
 * - peaks of payments in, see `findPeaks`;
 * - operators whose first transfer in the data comes at least 28 days after the lead's first (`begins`), and those whose last
 *   comes at least 28 days before the lead's last (`falls-silent`).
 *
 * Not claimed: why anything happened, or that an account was opened or closed. Without clock times only the first, the passing
 * on and the last remain, without days. O(transfers + operators log operators).
 *
 * @param period - First and last instant of the data (`document.data.period`), to say where events would not be seen. Default
 *   none.
 */
export function timeline(lead: AskedLead, period: CaseDocument['data']['period'] = null): Timeline {
  const read = readLead(lead);
  const { passages } = read;
  const [first, last] = [passages[0], passages.at(-1)];
  if (first === undefined || last === undefined) {
    return { lead: lead.lead, events: [], silentMonths: [], notes: [TRANSFERS_NOTE] };
  }
  const milestones = [...firstShown(read, first), ...firstPaidIn(read), ...firstPassedOn(read), lastShown(read, last)];
  if (first.timeMs === null || last.timeMs === null) {
    const notes = ['The data have no clock times: events have an order and no day.', TRANSFERS_NOTE];
    return { lead: lead.lead, events: milestones, silentMonths: [], notes };
  }
  const ends = { firstMs: first.timeMs, lastMs: last.timeMs };
  const { events: peaks, notes } = peakEvents(read, ends);
  const all = [...milestones, ...peaks, ...comingAndGoing(lead, ends)];
  const silent = monthsWithout(new Set(passages.map(({ timeMs }) => monthOf(timeMs!))));
  return {
    lead: lead.lead,
    events: all.sort((a, b) => order(a) - order(b) || EVENT_KINDS.indexOf(a.kind) - EVENT_KINDS.indexOf(b.kind)),
    silentMonths: silent.map(monthText),
    notes: [
      ...(silent.length === 0 ? [] : [`No transfer of the lead in ${listed(monthRuns(silent))}.`]),
      ...limits(ends, period),
      ...notes,
      TRANSFERS_NOTE,
    ],
  };
}

function order({ day }: TimelineEvent): number {
  return day === null ? 0 : Date.parse(day);
}

function limits({ firstMs, lastMs }: Ends, period: CaseDocument['data']['period']): string[] {
  if (period === null) return [];
  const near = (ms: number): boolean => ms < QUIET_MS;
  const [begin, end] = [Date.parse(period.first), Date.parse(period.last)];
  return [
    ...(near(firstMs - begin) ? ['The data begin less than four weeks before the lead: it may be older.'] : []),
    ...(near(end - lastMs) ? ['The data end less than four weeks after the lead: it may go on.'] : []),
  ];
}
