import { attachBrush } from './brush.js';
import { h, refill, s } from './dom.js';
import { CLIP, HALF, histogram, LEFT, months, TOP } from './histogram.js';
import { drawLanes } from './lanes.js';
import { whenWide, type LeadPart } from './panels.js';
import { othersWords } from '../pictures/flow-words.js';
import { rowsOf, splitOthers } from '../pictures/prepare.js';
import { type Selection } from '../pictures/selection.js';
import { binsFor, DAY_MS } from '../pictures/time-bins.js';

/** Paid in above, moved and paid out below, and a lane per account; drag to choose a period. */
export function timePart(part: LeadPart): HTMLElement {
  const { prepared, store } = part;
  const { timeMs } = prepared;
  if (timeMs === null) {
    return h('p', { class: 'hint' }, 'The data have no clock times, only an order: there is no time line.');
  }
  const stage = h('div', { class: 'stage time-stage' });
  const keys = h('ul', { class: 'legend' });
  const notDrawn = h('p', { class: 'hint' });
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
    const currency = store.selection.currency ?? prepared.mainCurrency;
    const { others } = splitOthers(prepared, rowsOf(prepared, { ...store.selection, window: null, currency }));
    refill(notDrawn, othersWords(prepared, others));
    notDrawn.hidden = others.length === 0;
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
  const box = h('div', { class: 'time' }, keys, stage, notDrawn);
  whenWide(box, draw);
  return box;
}

function differsBeyondPeriod(a: Selection, b: Selection): boolean {
  return a.account !== b.account || a.finding !== b.finding || a.minimum !== b.minimum || a.currency !== b.currency;
}
