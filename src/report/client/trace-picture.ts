import { shortMoney } from '../words/numbers.js';
import { shortened } from '../words/shortened.js';
import { rangeWords, rowNote, rowTitle, type RowGroup, traceTitle } from '../words/trace-words.js';
import { type TracePart, type TraceRow, type TraceSummary } from '../trace-summary.js';
import { picture, s } from './dom.js';
import { axisSteps, levelOffset, placeMarks } from './trace-layout.js';
import { ruleMark } from './trace-marks.js';

const NARROW = 720;
const HEAD = 40;
const LETTER = 7;

/** Where things stand across the picture. */
interface Frame {
  readonly isNarrow: boolean;
  readonly width: number;
  /** Ends of the axis. */
  readonly left: number;
  readonly right: number;
  readonly toX: (amount: number) => number;
}

/** Dot and range: one row for each place, one mark for each rule, a line from the lowest to the highest, the range in figures. */
export function tracePicture(
  part: TracePart,
  summary: TraceSummary,
  { groups, width }: { readonly groups: readonly RowGroup[]; readonly width: number },
): SVGSVGElement {
  const most = Math.max(0, ...groups.flatMap(({ rows }) => rows.map(({ highest }) => Number(highest))));
  const steps = axisSteps(most);
  const isNarrow = width < NARROW;
  const [left, right] = isNarrow ? [8, width - 10] : [350, width - 210];
  const end = steps.at(-1)! || 1;
  const frame: Frame = { isNarrow, width, left, right, toX: (amount) => left + (amount / end) * (right - left) };
  const lines: SVGElement[] = [];
  let y = 26;
  for (const { title, rows } of groups) {
    lines.push(s('text', { x: isNarrow ? left : 0, y: y + 24, class: 'group-title' }, title));
    y += HEAD;
    for (const row of rows) {
      const drawn = drawRow(row, frame, y);
      lines.push(drawn.element);
      y += drawn.height;
    }
  }
  const height = y + 6;
  const shown = isNarrow ? steps.filter((_, i) => i === 0 || i === steps.length - 1) : steps;
  const axis = shown.map((step, i) => {
    const x = frame.toX(step);
    const anchor = isNarrow ? (i === 0 ? 'start' : 'end') : 'middle';
    return s(
      'g',
      {},
      s('line', { x1: x, x2: x, y1: 22, y2: height, class: 'grid' }),
      s('text', { x, y: 14, class: 'tick', 'text-anchor': anchor }, shortMoney(i === 0 ? '' : part.currency, step)),
    );
  });
  const label = `${traceTitle(summary)}. One row for each place, one mark for each rule; the table below says the same.`;
  return picture(width, height, label, ...axis, ...lines);
}

function drawRow(row: TraceRow, frame: Frame, top: number): { element: SVGElement; height: number } {
  const { isNarrow, width, left, right, toX } = frame;
  const marks = placeMarks(row.amounts, toX);
  const levels = Math.max(0, ...marks.map(({ level }) => level));
  const spread = Math.ceil(levels / 2) * 11;
  const note = rowNote(row);
  const figures = rangeWords(row);
  const title = rowTitle(row);
  const half = Math.max(isNarrow || note === '' ? 15 : 21, spread + 9);
  const letters = Math.floor((width - 20) / LETTER);
  // On a phone names and figures share a line only where both fit: neither is worth shortening.
  const isApart = isNarrow && title.length + figures.length + 3 > letters;
  const named = isNarrow ? 20 + (note === '' ? 0 : 16) + (isApart ? 16 : 0) : 0;
  const y = top + named + half;
  const [low, high] = [toX(Number(row.lowest)), toX(Number(row.highest))];
  const nameX = isNarrow ? left : left - 14;
  const anchor = isNarrow ? 'start' : 'end';
  const nameY = isNarrow ? top + 14 : note === '' ? y + 4 : y - 3;
  const element = s(
    'g',
    { class: `trace-row ${row.kind}` },
    s('title', {}, `${title}: ${figures}`),
    s('line', { x1: left, x2: right, y1: y, y2: y, class: 'grid' }),
    s('line', { x1: low, x2: Math.max(high, low + 0.5), y1: y, y2: y, class: 'range-line' }),
    ...marks.map(({ rule, x, level }) => ruleMark(rule, [x, y + levelOffset(level)])),
    s(
      'text',
      { x: nameX, y: nameY, 'text-anchor': anchor, class: 'row-name' },
      shortened(title, isNarrow ? letters : 44),
    ),
    note === ''
      ? null
      : s(
          'text',
          { x: nameX, y: nameY + 16, 'text-anchor': anchor, class: 'node-note' },
          shortened(note, isNarrow ? letters + 4 : 56),
        ),
    s(
      'text',
      {
        x: isApart ? left : isNarrow ? right : right + 18,
        y: isApart ? top + named - 6 : isNarrow ? top + 14 : y + 4,
        'text-anchor': isNarrow && !isApart ? 'end' : 'start',
        class: 'row-range',
      },
      figures,
    ),
  );
  return { element, height: named + 2 * half };
}
