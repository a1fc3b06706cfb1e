import { shortMoney } from '../words/numbers.js';
import { monthName } from '../words/times.js';
import { attachBrush } from './brush.js';
import { h, refill, s } from './dom.js';
import { drawLanes } from './lanes.js';
import { whenWide, type LeadPart } from './panels.js';
import { PAID_IN, PAID_OUT, type PreparedLead, rowsOf } from './prepare.js';
import { type Selection } from './store.js';
import { type Bins, binsFor, DAY_MS, gridStep, sumBins, type TimeScale } from './time-bins.js';

const HALF = 74;
const TOP = 16;
const LEFT = 156;
const CLIP = 'time-window';

/** Paid in above, moved and paid out below, and a lane per account; drag to choose a period. */
export function timePart(part: LeadPart): HTMLElement {
  const { prepared, store } = part;
  const { timeMs } = prepared;
  if (timeMs === null) {
    return h('p', { class: 'hint' }, 'The data have no clock times, only an order: there is no time line.');
  }
  const stage = h('div', { class: 'stage time-stage' });
  const keys = h('ul', { class: 'legend' });
  let follow = (): void => undefined;
  const draw = (): void => {
    const width = Math.max(280, stage.clientWidth || 1190);
    const left = width < 640 ? 12 : LEFT;
    const bins = binsFor(timeMs, width - left);
    const endMs = bins.startMs + bins.count * bins.days * DAY_MS;
    const right = width - 8;
    const x = (ms: number): number => left + ((ms - bins.startMs) / (endMs - bins.startMs)) * (right - left);
    const scale = { left, right, startMs: bins.startMs, endMs, x };
    const lanes =
      left < LEFT ? { element: null, height: 0 } : drawLanes(part, { scale, top: TOP + HALF * 2 + 30, clip: CLIP });
    const height = TOP + HALF * 2 + 24 + lanes.height;
    const clip = s('rect', { y: 0, height, x: 0, width });
    const frame = s('g', { class: 'brush' });
    const svg = s(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        class: 'picture',
        role: 'group',
        'aria-label': 'Amounts over time; the date fields choose a period from the keyboard',
      },
      s('defs', {}, s('clipPath', { id: CLIP }, clip)),
      ...months(scale),
      ...histogram(prepared, store.selection, { bins, scale }),
      lanes.element,
      frame,
    );
    attachBrush({ svg, frame, scale, store, height: TOP + HALF * 2 });
    follow = () => {
      const { window: period } = store.selection;
      svg.classList.toggle('has-window', period !== null);
      const [a, b] = period === null ? [0, width] : [x(period[0]), x(period[1])];
      clip.setAttribute('x', a.toFixed(1));
      clip.setAttribute('width', Math.max(0, b - a).toFixed(1));
      const edges =
        period === null
          ? []
          : [
              s('rect', { x: a, y: 2, width: Math.max(1, b - a), height: TOP + HALF * 2, class: 'brush-box' }),
              s('rect', { x: a - 2, y: 2, width: 5, height: TOP + HALF * 2, class: 'brush-edge' }),
              s('rect', { x: b - 3, y: 2, width: 5, height: TOP + HALF * 2, class: 'brush-edge' }),
            ];
      refill(frame, ...edges);
    };
    follow();
    refill(stage, svg);
    const isOne = store.selection.account !== null;
    const words = isOne
      ? ['into this account', 'to accounts of the lead', 'paid out to others, or in cash']
      : ['paid in by payers', 'moved between accounts of the lead', 'paid out to others, or in cash'];
    refill(
      keys,
      ...['in', 'moved', 'out'].map((name, i) => h('li', {}, h('span', { class: `swatch ${name}` }), words[i])),
    );
  };
  store.onChange(() => {
    follow();
  });
  // A period changes nothing but the light: to draw again would take the picture from under the pointer that drags it.
  let drawnFor = store.selection;
  store.onRest(() => {
    const { selection } = store;
    if (!differsBeyondPeriod(selection, drawnFor)) return;
    drawnFor = selection;
    draw();
  });
  const box = h('div', { class: 'time' }, keys, stage);
  whenWide(box, draw);
  return box;
}

function differsBeyondPeriod(a: Selection, b: Selection): boolean {
  return a.account !== b.account || a.finding !== b.finding || a.minimum !== b.minimum || a.currency !== b.currency;
}

function months({ left, right, startMs, endMs, x }: TimeScale): SVGElement[] {
  const found: SVGElement[] = [];
  const date = new Date(startMs);
  const perMonth = ((right - left) / (endMs - startMs)) * 30 * DAY_MS;
  const step = perMonth > 34 ? 1 : perMonth > 12 ? 3 : perMonth > 3.2 ? 12 : 60;
  for (let month = Math.ceil((date.getUTCMonth() + (date.getUTCDate() > 1 ? 1 : 0)) / step) * step; ; month += step) {
    const ms = Date.UTC(date.getUTCFullYear(), month, 1);
    if (ms > endMs) return found;
    const at = x(ms).toFixed(1);
    const first = new Date(ms);
    const text =
      step >= 12 || first.getUTCMonth() === 0 ? String(first.getUTCFullYear()) : monthName(first.getUTCMonth());
    found.push(s('line', { x1: at, x2: at, y1: 0, y2: TOP + HALF * 2, class: 'grid' }));
    if (Number(at) < right - 24)
      found.push(s('text', { x: Number(at) + 3, y: TOP + HALF * 2 + 14, class: 'tick' }, text));
  }
}

function histogram(
  prepared: PreparedLead,
  selection: LeadPart['store']['selection'],
  { bins, scale }: { readonly bins: Bins; readonly scale: TimeScale },
): SVGElement[] {
  const currency = selection.currency ?? prepared.mainCurrency;
  const { account } = selection;
  const rows = rowsOf(prepared, { ...selection, window: null, currency });
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
