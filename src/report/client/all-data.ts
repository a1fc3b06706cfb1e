import { type ReportData } from '../report-data.js';
import { allowsWords, unexplainedWords } from '../words/missing-words.js';
import { capital, counted } from '../words/numbers.js';
import { allCorridorsPanel } from './all-corridors-panel.js';
import { h } from './dom.js';
import { monthsPanel } from './months-panel.js';
import { panel } from './panels.js';

/** Everything that was read: corridors between countries and amounts by month, in one currency. Names nobody. */
export function allData(data: ReportData): HTMLElement {
  const { corridors, months } = data.data;
  const currency = mainCurrency(data);
  const inOne = currency === null ? '' : `, in ${currency}`;
  return h(
    'section',
    { id: 'data', 'aria-labelledby': 'data-title' },
    h(
      'div',
      { class: 'section-head' },
      h('h2', { id: 'data-title' }, 'All the data in one look'),
      h('p', {}, `Everything that was read${inOne}. No account is named here.`),
    ),
    data.leads.length === 0 ? closestPanel(data) : null,
    corridors.length === 0
      ? panel({ title: 'Corridors between countries' }, h('p', {}, 'The data name no countries of transfers.'))
      : allCorridorsPanel(data, currency),
    months.length === 0
      ? panel({ title: 'By month' }, h('p', {}, 'The data have no dates.'))
      : monthsPanel(data, currency),
  );
}

function mainCurrency({ data: { months, corridors } }: ReportData): string | null {
  const counts = new Map<string, number>();
  for (const { currency, transfers } of months) counts.set(currency, (counts.get(currency) ?? 0) + transfers);
  if (counts.size === 0)
    for (const { sums, transfers } of corridors)
      for (const { currency } of sums) counts.set(currency, (counts.get(currency) ?? 0) + transfers);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

/** What came nearest to a lead, what was lacking, and what a further column would allow. */
function closestPanel(data: ReportData): HTMLElement {
  const { group, lacking, columns } = data.closest;
  const unexplained = unexplainedWords(data);
  return panel(
    { title: 'What came closest, and what was lacking' },
    group === null
      ? null
      : h(
          'p',
          {},
          `The strongest group has ${counted(group.accounts, 'account')} and an evidence weight of ${group.score.toFixed(2)}; a lead takes ${group.needed.toFixed(2)}. Nobody in it is named.`,
        ),
    lacking.length === 0 ? null : h('ul', {}, ...lacking.map((text) => h('li', {}, text))),
    unexplained === undefined ? null : h('p', {}, unexplained),
    columns.length === 0 ? null : h('h4', {}, 'What a further column would allow'),
    h(
      'ul',
      { class: 'missing' },
      ...columns.map(({ column, allows }) =>
        h('li', {}, h('strong', {}, capital(column)), h('p', {}, allowsWords(allows))),
      ),
    ),
  );
}
