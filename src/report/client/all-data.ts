import { type ReportData } from '../report-data.js';
import { digitsOf, fromMinor, toMinor } from '../words/amounts.js';
import { allowsWords } from '../words/missing-words.js';
import { capital, counted, listed, money } from '../words/numbers.js';
import { countryName } from './countries.js';
import { h, picture, refill, s } from './dom.js';
import { type Arc, drawMap } from './map.js';
import { lazyDetails, panel, table } from './panels.js';

const MOST_ARCS = 60;

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
      : corridorsPanel(data, currency),
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
function closestPanel({ closest: { group, lacking, columns } }: ReportData): HTMLElement {
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

function corridorsPanel({ data: { corridors } }: ReportData, currency: string | null): HTMLElement {
  const stage = h('div', { class: 'stage' });
  const note = h('p', { class: 'hint' });
  const sorted = corridors
    .map((corridor) => ({
      ...corridor,
      value: Number(corridor.sums.find((sum) => sum.currency === currency)?.amount ?? 0),
    }))
    .sort((a, b) => b.value - a.value || b.transfers - a.transfers);
  const words = (one: (typeof sorted)[number]): string => listed(one.sums.map(money)) || 'no amount';
  const draw = (): void => {
    const arcs = sorted.slice(0, MOST_ARCS).map((one): Arc => ({
      from: one.from,
      to: one.to,
      kind: 'in',
      value: one.value,
      hint: `${countryName(one.from)} to ${countryName(one.to)}: ${words(one)} in ${counted(one.transfers, 'transfer')}`,
    }));
    const width = Math.max(280, stage.clientWidth || 1190);
    const { picture: map, unplaced } = drawMap(arcs, width, width < 640 ? 320 : 440);
    refill(stage, map ?? h('p', {}, 'No place in the data is a country that could be drawn.'));
    refill(note, unplaced.length === 0 ? null : `Not on the map: ${listed(unplaced)}.`);
  };
  return panel(
    {
      title: 'Corridors between countries',
      hint: `Wide end: where money leaves. Narrow end: where it arrives. Circles: received in that country. The ${MOST_ARCS} largest, with 3 transfers or more.`,
      onShow: draw,
    },
    stage,
    note,
    lazyDetails('Corridors as a table', () =>
      table(
        ['From', 'To', 'Amount', 'Transfers'],
        sorted.map((one) => [countryName(one.from), countryName(one.to), words(one), String(one.transfers)]),
      ),
    ),
  );
}

function monthsPanel({ data: { months } }: ReportData, currency: string | null): HTMLElement {
  const stage = h('div', { class: 'stage' });
  const own = months.filter((one) => one.currency === currency);
  const index = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const first = Math.min(...own.map(({ month }) => index(month)));
  const count = Math.max(...own.map(({ month }) => index(month))) - first + 1;
  const most = Math.max(...own.map(({ amount }) => Number(amount)), 1e-9);
  const draw = (): void => {
    const width = Math.max(280, stage.clientWidth || 1190);
    const step = width / count;
    const bars = own.map(({ month, amount, transfers }) => {
      const height = Math.max(1, (Number(amount) / most) * 110);
      return s(
        'rect',
        {
          x: (index(month) - first) * step + step * 0.08,
          y: 116 - height,
          width: Math.min(60, step * 0.84),
          height,
          class: 'bar in',
        },
        s('title', {}, `${month}: ${money({ currency: currency ?? '', amount })} in ${counted(transfers, 'transfer')}`),
      );
    });
    const every = Math.ceil(64 / step);
    const labels = Array.from({ length: Math.ceil(count / every) }, (_, i) => {
      const at = first + i * every;
      return s(
        'text',
        { x: i * every * step + 2, y: 132, class: 'tick' },
        `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
      );
    });
    refill(stage, picture(width, 138, 'Amount by month; the same as a table below', ...bars, ...labels));
  };
  return panel(
    {
      title: 'By month',
      hint: `Amounts of all transfers${currency === null ? '' : ` in ${currency}`}: together ${money(total(own, currency))}. Months without transfers stay as gaps.`,
      onShow: draw,
    },
    stage,
    lazyDetails('Months as a table', () =>
      table(
        ['Month', 'Amount', 'Transfers'],
        months.map((one) => [one.month, money(one), String(one.transfers)]),
      ),
    ),
  );
}

function total(
  own: readonly { readonly amount: string }[],
  currency: string | null,
): { currency: string; amount: string } {
  const digits = digitsOf(own.map(({ amount }) => amount));
  const sum = own.reduce((minor, { amount }) => minor + toMinor(amount, digits), 0n);
  return { currency: currency ?? '', amount: fromMinor(sum, digits) };
}
