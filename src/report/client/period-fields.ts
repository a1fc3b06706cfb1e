import { isoDay } from '../words/times.js';
import { type Child, h } from './dom.js';
import { type LeadPart } from './panels.js';
import { DAY_MS } from '../pictures/time-bins.js';

/** Date fields and a smallest amount: the selection from the keyboard. */
export function periodFields({ prepared, store }: LeadPart): Child {
  const { timeMs, count } = prepared;
  const least = h('input', {
    type: 'number',
    min: 0,
    value: 0,
    step: 'any',
    change: () => {
      store.set({ minimum: Math.max(0, Number(least.value) || 0) });
    },
  });
  store.onChange(() => {
    least.value = String(store.selection.minimum);
  });
  const minimum = h('label', { class: 'field small' }, 'at least ', least);
  if (timeMs === null || count === 0) return minimum;
  const first = timeMs.reduce((a, b) => Math.min(a, b));
  const last = timeMs.reduce((a, b) => Math.max(a, b));
  const range = { type: 'date', min: isoDay(first), max: isoDay(last) };
  const change = (): void => {
    const start = Date.parse(from.value);
    const end = Date.parse(to.value) + DAY_MS;
    if (Number.isNaN(start) || Number.isNaN(end) || end <= start) return;
    const isAll = from.value === isoDay(first) && to.value === isoDay(last);
    store.set({ window: isAll ? null : [start, end] });
  };
  const from = h('input', { ...range, value: isoDay(first), change });
  const to = h('input', { ...range, value: isoDay(last), change });
  store.onChange(() => {
    const { window: period } = store.selection;
    from.value = isoDay(period?.[0] ?? first);
    to.value = isoDay(period === null ? last : period[1] - 1);
  });
  return h(
    'div',
    { class: 'fields' },
    h('label', { class: 'field' }, 'From ', from),
    h('label', { class: 'field' }, 'to ', to),
    minimum,
  );
}
