import { type ReportData, type ReportLead } from '../report-data.js';
import { counted, listed, money, whole } from '../words/numbers.js';
import { CAUTION, dataPeriod, funnelRows, headline, lede, LEVEL_WORDS, welfareWords } from '../words/sentences.js';
import { periodWords } from '../words/times.js';
import { h, s } from './dom.js';
import { icon } from './roles.js';
import { scoreSum } from '../pictures/score-sum.js';
import { divergingBar } from './score.js';
import { sparkBins } from './sparkline.js';

/** What was found, and how much fell away on the way to it. */
export function hero(data: ReportData): HTMLElement {
  const [before, after] = lede(data).split('consistent with');
  const welfare = welfareWords(data);
  return h(
    'section',
    { class: 'hero', id: 'overview', 'aria-label': 'Overview' },
    h(
      'div',
      {},
      h('p', { class: 'kicker' }, `Case report · ${filesOf(data)}${dataPeriod(data)}`),
      h('h1', {}, headline(data)),
      h('p', { class: 'lede' }, before, after === undefined ? null : h('em', {}, 'consistent with'), after),
      h('p', { class: 'caution' }, h('strong', {}, CAUTION.strong), ` ${CAUTION.text}`),
      welfare === undefined ? null : h('p', { class: 'caution' }, h('strong', {}, 'Welfare first.'), ` ${welfare}`),
    ),
    funnel(data),
  );
}

/** The files that were read, where there are few. */
function filesOf({ run }: ReportData): string {
  const names = run.inputs.map(({ name }) => name);
  if (names.length === 0) return '';
  return `${names.length > 2 ? `${whole(names.length)} files` : names.join(', ')} · `;
}

function funnel(data: ReportData): HTMLElement {
  const rows = funnelRows(data);
  const most = Math.log10(1 + Math.max(...rows.map(({ count }) => count)));
  return h(
    'div',
    { class: 'funnel' },
    h(
      'ol',
      {},
      ...rows.map(({ key, count, title, note, isAside }) => {
        const bar = h('span', { class: `bar-${key}` });
        bar.style.width = `${most === 0 ? 0 : ((Math.log10(1 + count) / most) * 100).toFixed(1)}%`;
        return h(
          'li',
          { class: isAside ? 'aside-row' : '' },
          h('span', { class: 'count' }, whole(count)),
          h('span', { class: 'bar-box', 'aria-hidden': 'true' }, bar),
          h('span', {}, h('strong', {}, title), h('span', { class: 'note' }, note)),
        );
      }),
    ),
    h('p', { class: 'hint' }, 'Bars on a logarithmic scale.'),
  );
}

/** One line of the ranking: a link that opens the lead. */
export function leadRow(lead: ReportLead, rank: number, most: number): HTMLAnchorElement {
  const { bias, parts, smaller } = scoreSum(lead);
  const shownSums = lead.paidIn.slice(0, 3);
  const countries = lead.whole.countries;
  const shown = countries.length > 6 ? [...countries.slice(0, 5), `${countries.length - 5} more`] : countries;
  return h(
    'a',
    { class: 'lead-row', href: `#${lead.lead}`, 'data-lead': lead.lead },
    h('span', { class: 'rank', 'aria-hidden': 'true' }, String(rank)),
    h('span', {}, h('strong', { class: 'lead-id' }, lead.lead), h('span', { class: 'level' }, LEVEL_WORDS[lead.level])),
    h(
      'span',
      {},
      divergingBar(
        [bias, ...parts.map(({ weight }) => weight), smaller].filter((one) => Math.abs(one) > 0.005),
        most,
      ),
      h('span', { class: 'note' }, `evidence weight ${lead.score.toFixed(2)}`),
      lead.stability.runs === 0
        ? null
        : h(
            'span',
            { class: 'note' },
            `same group in ${whole(lead.stability.appearsIn)} of ${counted(lead.stability.runs, 'run')}`,
          ),
    ),
    h(
      'span',
      {},
      h(
        'span',
        { class: 'shapes' },
        ...lead.whole.roles.map(([role, count]) => h('span', {}, icon(role), whole(count))),
      ),
      h('span', { class: 'note' }, `${counted(lead.protectedPayers.count, 'payer')}, protected`),
    ),
    h(
      'span',
      {},
      ...(lead.paidIn.length === 0
        ? [h('strong', {}, 'no amount')]
        : shownSums.map((sum) => h('strong', { class: 'sum' }, money(sum)))),
      h(
        'span',
        { class: 'note' },
        lead.paidIn.length > 3 ? `paid in, and ${lead.paidIn.length - 3} more currencies` : 'paid in',
      ),
    ),
    h('span', { class: 'row-countries' }, shown.length === 0 ? 'no countries in the data' : listed(shown)),
    h(
      'span',
      { class: 'row-spark' },
      sparkline(lead),
      h('span', { class: 'note' }, periodWords(lead.first, lead.last)),
    ),
  );
}

function sparkline(lead: ReportLead): SVGSVGElement {
  const bins = sparkBins(lead.transfers);
  const most = Math.max(...bins, 1e-9);
  const path = bins
    .map((value, i) => (value === 0 ? '' : `M${i * 4},34h3v${(-1 - (value / most) * 32).toFixed(1)}h-3Z`))
    .join('');
  return s('svg', { viewBox: '0 0 176 34', class: 'spark', 'aria-hidden': 'true' }, s('path', { d: path }));
}
