import { digitsOf, formatMinor, toMinor } from '../../foundation/index.js';
import { type ReportData } from '../report-data.js';
import { counted, money } from '../words/numbers.js';
import { monthName } from '../words/times.js';
import { h, picture, refill, s } from './dom.js';
import { lazyDetails, panel, table } from './panels.js';

/** Pixels that the words of a month take. */
const LABEL = 60;

/** Amounts of everything that was read, by month. */
export function monthsPanel({ data: { months } }: ReportData, currency: string | null): HTMLElement {
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
      const bar = Math.min(60, step * 0.84);
      return s(
        'rect',
        {
          x: (index(month) - first) * step + (step - bar) / 2,
          y: 116 - height,
          width: bar,
          height,
          class: 'bar in',
        },
        s('title', {}, `${month}: ${money({ currency: currency ?? '', amount })} in ${counted(transfers, 'transfer')}`),
      );
    });
    const every = Math.ceil(LABEL / step);
    // A word stands under its bar where bars are wide, and else from where its month begins.
    const [under, anchor] = every === 1 ? [step / 2, 'middle'] : [2, 'start'];
    const labels = Array.from({ length: Math.ceil(count / every) }, (_, i) => {
      const [at, x] = [first + i * every, i * every * step + under];
      if (anchor === 'start' && x + LABEL > width) return null;
      const words = `${monthName(at % 12)} ${Math.floor(at / 12)}`;
      return s('text', { x, y: 132, class: 'tick', 'text-anchor': anchor }, words);
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
  return { currency: currency ?? '', amount: formatMinor(sum, digits) };
}
