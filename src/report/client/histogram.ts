import { shortMoney } from '../words/numbers.js';
import { monthMarks } from '../pictures/month-marks.js';
import { s } from './dom.js';
import { type PreparedLead, rowsOf, splitOthers } from '../pictures/prepare.js';
import { PAID_IN, PAID_OUT } from '../transfer-kind.js';
import { type Selection } from '../pictures/selection.js';
import { type Bins, DAY_MS, gridStep, sumBins, type TimeScale } from '../pictures/time-bins.js';

/** Height of each half, room over it, and room on the left for words. */
export const HALF = 74;
export const TOP = 16;
export const LEFT = 156;
/** Id of the clip path of the chosen period. */
export const CLIP = 'time-window';

/** Lines and words of the months, as closely as there is room. */
export function months(scale: TimeScale): SVGElement[] {
  return monthMarks(scale)
    .flatMap(({ x, text }) => [
      s('line', { x1: x.toFixed(1), x2: x.toFixed(1), y1: 0, y2: TOP + HALF * 2, class: 'grid' }),
      x < scale.right - 24 ? s('text', { x: x + 3, y: TOP + HALF * 2 + 14, class: 'tick' }, text) : null,
    ])
    .filter((one) => one !== null);
}

/** Bars of what was paid in above, and of what moved and was paid out below; those in the chosen period stand out. */
export function histogram(
  prepared: PreparedLead,
  selection: Selection,
  { bins, scale }: { readonly bins: Bins; readonly scale: TimeScale },
): SVGElement[] {
  const currency = selection.currency ?? prepared.mainCurrency;
  const { account } = selection;
  const rows = splitOthers(prepared, rowsOf(prepared, { ...selection, window: null, currency })).own;
  const { to } = prepared.lead.transfers;
  const kind =
    account === null
      ? (row: number): number => prepared.kind[row]!
      : (row: number): number => (to[row] === account ? PAID_IN : prepared.kind[row] === PAID_OUT ? 2 : 1);
  const sums = sumBins(bins, rows, { timeMs: prepared.timeMs!, value: prepared.minor, kind, kinds: 3 });
  const at = (one: number, bin: number): number => sums[one * bins.count + bin]!;
  let most = 1e-9;
  for (let bin = 0; bin < bins.count; bin++) most = Math.max(most, at(0, bin), at(1, bin) + at(2, bin));
  const unit = HALF / most;
  const middle = TOP + HALF;
  const paths = [0, 1, 2].map((one) => {
    let path = '';
    for (let bin = 0; bin < bins.count; bin++) {
      const height = at(one, bin) * unit;
      if (height === 0) continue;
      const x0 = scale.x(bins.startMs + bin * bins.days * DAY_MS) + 0.8;
      const x1 = scale.x(bins.startMs + (bin + 1) * bins.days * DAY_MS) - 0.8;
      const y = one === 0 ? middle - height : middle + (one === 2 ? at(1, bin) * unit : 0);
      path += `M${x0.toFixed(1)},${y.toFixed(1)}H${x1.toFixed(1)}v${height.toFixed(1)}H${x0.toFixed(1)}Z`;
    }
    return { path, name: ['in', 'moved', 'out'][one]! };
  });
  const digits = prepared.digits[currency] ?? 0;
  const step = gridStep(most / 10 ** digits);
  const code = prepared.lead.currencies[currency] ?? '';
  const line = (way: 1 | -1): SVGElement[] => {
    const y = middle - way * step * 10 ** digits * unit;
    return [
      s('line', { x1: scale.left, x2: scale.right, y1: y, y2: y, class: 'grid' }),
      scale.left < LEFT
        ? s('text', { x: scale.left + 2, y: y - 3, class: 'tick halo' }, shortMoney(code, step))
        : s('text', { x: scale.left - 8, y: y + 4, class: 'tick', 'text-anchor': 'end' }, shortMoney(code, step)),
    ];
  };
  const title = (text: string, y: number): SVGElement =>
    s('text', { x: scale.left < LEFT ? scale.left : 0, y, class: 'side-title halo' }, text);
  return [
    ...line(1),
    ...line(-1),
    ...paths.map(({ path, name }) => s('path', { d: path, class: `bar base ${name}` })),
    s(
      'g',
      { 'clip-path': `url(#${CLIP})`, class: 'lit-bars' },
      ...paths.map(({ path, name }) => s('path', { d: path, class: `bar ${name}` })),
    ),
    s('line', { x1: scale.left, x2: scale.right, y1: middle, y2: middle, class: 'axis' }),
    title(account === null ? 'Paid in' : 'Into this account', 11),
    title(account === null ? 'Moved, paid out' : 'Out of it', TOP + HALF * 2 - 2),
  ];
}
