import { type ReportData } from '../report-data.js';
import { whole } from '../words/numbers.js';
import { LEVEL_WORDS } from '../words/sentences.js';
import { h, refill } from './dom.js';
import { leadRow } from './overview.js';
import { legend } from './roles.js';
import { scoreSum } from '../pictures/score-sum.js';

/** Rows that are shown at once. */
const FIRST = 30;

const LEVELS =
  'Strong: evidence enough to begin with it. Second look: enough for a person to look once more before anything is done. In a row: the ' +
  'parts of its evidence weight, its accounts by possible role, exceptional payments into it, countries, and payments in over its time.';

/** Leads, strongest first; with a filter where there are many. */
export function leadList({ leads }: ReportData): HTMLElement {
  const most = Math.max(
    ...leads.map((lead) => {
      const { bias, parts, smaller } = scoreSum(lead);
      const weights = [bias, smaller, ...parts.map(({ weight }) => weight)];
      const side = (sign: number): number => weights.reduce((sum, one) => sum + Math.max(0, one * sign), 0);
      return Math.max(side(1), side(-1));
    }),
    1e-9,
  );
  const kinds = [...new Set(leads.flatMap((lead) => lead.whole.roles.map(([role]) => role)))];
  const rows = leads.map((lead, i) => leadRow(lead, i + 1, most));
  const list = h('div', { class: 'lead-rows' });
  let isAll = false;
  const level = select('Level', Object.entries(LEVEL_WORDS));
  const country = select(
    'Country',
    [...new Set(leads.flatMap((lead) => lead.whole.countries))].sort().map((one) => [one, one]),
  );
  const draw = (): void => {
    const fits = rows.filter(
      (_, i) =>
        (level.value === '' || leads[i]!.level === level.value) &&
        (country.value === '' || leads[i]!.whole.countries.includes(country.value)),
    );
    const rest = fits.length - FIRST;
    const more = h(
      'button',
      {
        type: 'button',
        click: () => {
          isAll = true;
          draw();
        },
      },
      `Show all ${whole(fits.length)}`,
    );
    refill(list, ...(isAll ? fits : fits.slice(0, FIRST)), !isAll && rest > 0 ? more : null);
  };
  level.addEventListener('change', draw);
  country.addEventListener('change', draw);
  draw();
  return h(
    'section',
    { id: 'leads', 'aria-labelledby': 'leads-title' },
    h(
      'div',
      { class: 'section-head' },
      h('h2', { id: 'leads-title' }, 'Leads, strongest first'),
      h('p', {}, 'Choose one to see how its money moves.'),
    ),
    leads.length > FIRST
      ? h(
          'div',
          { class: 'fields' },
          h('label', { class: 'field' }, 'Level ', level),
          h('label', { class: 'field' }, 'Country ', country),
        )
      : null,
    h('p', { class: 'hint' }, LEVELS),
    legend(kinds),
    list,
  );
}

function select(name: string, options: readonly (readonly [string, string])[]): HTMLSelectElement {
  return h(
    'select',
    { name },
    h('option', { value: '' }, 'all'),
    ...options.map(([value, text]) => h('option', { value }, text)),
  );
}
