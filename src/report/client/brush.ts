import { type Store } from './store.js';
import { DAY_MS, type TimeScale } from '../pictures/time-bins.js';

const EDGE = 8;
/** A drag shorter than this is a click. */
const LEAST = 4;

export interface BrushOptions {
  readonly svg: SVGSVGElement;
  readonly frame: SVGGElement;
  readonly scale: TimeScale;
  readonly store: Store;
  /** Height of the part that is dragged over. */
  readonly height: number;
}

/** Lets a period be dragged out, moved, and changed at its edges; a click clears it. Periods are whole days, UTC. */
export function attachBrush({ svg, scale, store, height }: BrushOptions): void {
  const at = (event: PointerEvent): { x: number; y: number } => {
    const box = svg.getBoundingClientRect();
    const zoom = svg.viewBox.baseVal.width / box.width;
    return { x: (event.clientX - box.left) * zoom, y: (event.clientY - box.top) * zoom };
  };
  const timeAt = (x: number): number => {
    const share = Math.min(1, Math.max(0, (x - scale.left) / (scale.right - scale.left)));
    return scale.startMs + share * (scale.endMs - scale.startMs);
  };
  const set = (start: number, end: number): void => {
    const known = store.selection.window;
    if (known === null || known[0] !== start || known[1] !== end) store.set({ window: [start, end] });
  };
  const choose = (a: number, b: number): void => {
    const start = Math.floor(Math.min(a, b) / DAY_MS) * DAY_MS;
    set(start, Math.max(start + DAY_MS, Math.ceil(Math.max(a, b) / DAY_MS) * DAY_MS));
  };
  svg.addEventListener('pointerdown', (event) => {
    const { x: from, y } = at(event);
    if (y > height || from < scale.left - EDGE || event.button !== 0) return;
    const period = store.selection.window;
    const [a, b] = period === null ? [-99, -99] : [scale.x(period[0]), scale.x(period[1])];
    const kind =
      Math.abs(from - a) < EDGE ? 'start' : Math.abs(from - b) < EDGE ? 'end' : from > a && from < b ? 'whole' : 'new';
    let moved = false;
    const move = (next: PointerEvent): void => {
      const { x } = at(next);
      if (!moved && Math.abs(x - from) < LEAST) return;
      moved = true;
      if (kind === 'new' || period === null) choose(timeAt(from), timeAt(x));
      else if (kind === 'start') choose(timeAt(x), period[1]);
      else if (kind === 'end') choose(period[0], timeAt(x));
      else {
        const by = Math.round((timeAt(x) - timeAt(from)) / DAY_MS) * DAY_MS;
        set(period[0] + by, period[1] + by);
      }
    };
    const end = (): void => {
      svg.removeEventListener('pointermove', move);
      svg.removeEventListener('pointerup', end);
      svg.removeEventListener('pointercancel', end);
      if (!moved && period !== null) store.set({ window: null });
    };
    svg.setPointerCapture(event.pointerId);
    svg.addEventListener('pointermove', move);
    svg.addEventListener('pointerup', end);
    svg.addEventListener('pointercancel', end);
  });
}
