import { type ReportData } from '../report-data.js';
import { capital, counted, countWord, whole } from './numbers.js';
import { periodWords } from './times.js';

/** Stands in the first screen and at the end of every page. */
export const CAUTION = {
  strong: 'A lead is not proof.',
  text:
    'Each one needs review by a person, and each pattern has innocent explanations, shown beside it. Nothing found never ' +
    'means that nothing is there. Not for immigration enforcement against individuals.',
} as const;

/** The end of a page: the notice of the case in full, and of the caution what it does not say. */
export function closingWords(notice: string): { readonly strong: string; readonly text: string } {
  const isSaid = (sentence: string): boolean => notice.includes(sentence);
  const rest = CAUTION.text.split(/(?<=\.) /u).filter((sentence) => !isSaid(sentence));
  return { strong: CAUTION.strong, text: [...rest, notice.replace(/^Leads, not proof\. /u, '')].join(' ') };
}

/** What the search for an account answers where no operator has the number. */
export const NOT_LISTED = 'No account of a lead has this number. Payers are never listed.';

/** The same where a lead has more accounts than the page holds. */
export const NOT_ON_PAGE =
  'No account on this page has this number. Payers are never listed; accounts.csv lists every account of a lead.';

export const LEVEL_WORDS = { strong: 'strong', 'second-look': 'second look' } as const;

/** "Two leads for review". */
export function headline(data: ReportData): string {
  const { leads } = data;
  if (leads.length === 0) return cannotBeJudged(data) ? 'These data could not be judged' : 'No lead in these data';
  return `${capital(countWord(leads.length))} ${leads.length === 1 ? 'lead' : 'leads'} for review`;
}

/** The sentence under the headline. */
export function lede(data: ReportData): string {
  const { leads, funnel } = data;
  const { transfers } = data.data;
  if (leads.length === 0) {
    const notLookedFor = data.detectors.filter(({ missing }) => missing !== null).length;
    const blind =
      notLookedFor === 0
        ? ''
        : notLookedFor === data.detectors.length
          ? `none of ${counted(notLookedFor, 'pattern')} could be looked for`
          : `${whole(notLookedFor)} of ${counted(data.detectors.length, 'pattern')} could not be looked for`;
    if (cannotBeJudged(data)) {
      return `${counted(transfers, 'transfer')} were read, but ${blind}, and flows could not be judged. That says nothing about what is there.`;
    }
    return (
      `${counted(transfers, 'transfer')} show ${counted(funnel.findings, 'pattern')}${blind === '' ? '' : `; ${blind}`}. Nothing here is strong enough ` +
      'together to make a lead. That is no proof of absence: most money of this kind is cash, or moves outside banks.'
    );
  }
  const payers = leads.reduce((sum, lead) => sum + lead.protectedPayers.count, 0);
  const groups = `${countWord(leads.length)} ${leads.length === 1 ? 'group of accounts moves' : 'groups of accounts move'}`;
  return (
    `Among ${counted(transfers, 'transfer')}, ${groups} money in ways consistent with financing the smuggling of ` +
    `migrants; what the money was for does not stand in the data. ${counted(payers, 'payer')} ` +
    `${payers === 1 ? 'is' : 'are'} protected: counted, never named.`
  );
}

/** Whether nothing could be judged, for want of amounts or clock times: then "none found" says nothing. */
function cannotBeJudged({ leads, data, detectors }: ReportData): boolean {
  const lacksAmounts = data.months.length === 0 && data.corridors.every(({ sums }) => sums.length === 0);
  return leads.length === 0 && lacksAmounts && detectors.some(({ missing }) => missing !== null);
}

/** The concerns about people's welfare, which come before everything else; undefined where there are none. */
export function welfareWords({ protectionConcerns }: ReportData): string | undefined {
  if (protectionConcerns.length === 0) return undefined;
  const findings = protectionConcerns.reduce((sum, one) => sum + one.findings, 0);
  const concerned = protectionConcerns.reduce((sum, one) => sum + (one.concerned ?? 0), 0);
  const who = concerned === 0 ? 'fewer than three people' : counted(concerned, 'person', 'people');
  return (
    `${counted(findings, 'finding')} concerning ${who} who may be under pressure to pay again and again. They are in no score and ` +
    'named nowhere; whoever holds the files can look at what they may need. See Limits.'
  );
}

/** When the data begin and end, in words; what is said where they have no dates. */
export function dataPeriod({ data }: ReportData): string {
  return data.period === null ? 'without dates' : periodWords(data.period.first, data.period.last);
}

/** A line of the picture "from transfers to leads". */
export interface FunnelRow {
  readonly key: string;
  readonly count: number;
  readonly title: string;
  readonly note: string;
  /** Set aside: shown smaller. */
  readonly isAside: boolean;
}

/** Six lines: how much was looked at, and how much of it was set aside. */
export function funnelRows(data: ReportData): FunnelRow[] {
  const { funnel, leads } = data;
  const named = leads.reduce((sum, lead) => sum + lead.whole.accounts, 0);
  const payers = leads.reduce((sum, lead) => sum + lead.protectedPayers.count, 0);
  const line = (key: string, count: number, title: string, note: string, isAside = false): FunnelRow => ({
    key,
    count,
    title,
    note,
    isAside,
  });
  return [
    line(
      'transfers',
      funnel.transfers,
      'transfers read',
      `${counted(data.data.accounts, 'account')}, ${dataPeriod(data)}`,
    ),
    line('findings', funnel.findings, 'patterns found', 'each tested against innocent explanations'),
    line('explained', funnel.explained, 'explained innocently', 'wages, rent, savings clubs, shops …: set aside', true),
    line('outside', funnel.outside, 'unexplained, but not enough', 'in no lead: nobody is named for them', true),
    line('inLeads', funnel.inLeads, 'support a lead', 'beside the parts of its score'),
    line(
      'leads',
      funnel.leads,
      funnel.leads === 1 ? 'lead for review' : 'leads for review',
      `${counted(named, 'account')} named, ${counted(payers, 'payer')} protected`,
    ),
  ];
}
