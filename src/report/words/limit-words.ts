import { type ReportData } from '../report-data.js';
import { counted, listed, whole } from './numbers.js';

type Detector = ReportData['detectors'][number];

/** More names of patterns than these are a count. */
const MOST_NAMED = 3;

/** What became of the search for a pattern. */
export function searchState({ missing, stoppedBy }: Detector): string {
  if (missing !== null) return `cannot be looked for: ${listed(missing)} not in the data`;
  return stoppedBy === null ? 'looked at in full' : `stopped at a limit of ${limitOf(stoppedBy)}`;
}

/** What was looked for: heads of columns, and a row for each pattern. */
export function searchTable({ detectors }: ReportData): { readonly heads: string[]; readonly rows: string[][] } {
  return {
    heads: ['Pattern', 'Question', 'Fired', 'Explained', 'In leads', 'State'],
    rows: detectors.map((one) => [
      one.title,
      one.question,
      whole(one.fired),
      whole(one.explained),
      whole(one.inLeads),
      searchState(one),
    ]),
  };
}

/** Searches that stopped before they had seen everything, and the setting that lets them see more. */
export function stoppedWords({ detectors, incomplete }: ReportData): string[] {
  return incomplete.map((text) => {
    const detector = detectors.find(({ title, stoppedBy }) => stoppedBy !== null && text.startsWith(`${title}: `));
    if (detector?.stoppedBy === undefined || detector.stoppedBy === null) return text;
    const { id, title, stoppedBy } = detector;
    return `${title}: not looked at in full. The search stopped at a limit of ${limitOf(stoppedBy)}; --set ${id}.${stoppedBy.split(' ')[0]!} moves it.`;
  });
}

/** "200,000" of "maxPairs 200000"; a limit of another form as it is. */
function limitOf(stoppedBy: string): string {
  const number = /^\w+ (\d+)$/u.exec(stoppedBy)?.[1];
  return number === undefined ? stoppedBy : whole(Number(number));
}

/** What detectors remark: the remark first, then those whom it concerns. A document puts their titles before it. */
export function remarkWords({ detectors, remarks }: ReportData): string[] {
  return remarks.map((text) => {
    const titles: string[] = [];
    let rest = text;
    for (;;) {
      const found = detectors.find(({ title }) => rest.startsWith(`${title}; `) || rest.startsWith(`${title}: `));
      if (found === undefined) break;
      titles.push(found.title);
      const isLast = rest.startsWith(`${found.title}: `);
      rest = rest.slice(found.title.length + 2);
      if (isLast) return `${rest.replace(/\.$/u, '')} (${whom(titles)}).`;
    }
    return text;
  });
}

function whom(titles: readonly string[]): string {
  const more = titles.length - MOST_NAMED;
  const named = more > 1 ? titles.slice(0, MOST_NAMED) : titles;
  return [...named, ...(more > 1 ? [`and ${counted(more, 'further pattern')}`] : [])].join('; ').toLowerCase();
}
