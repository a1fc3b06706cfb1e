import { busiest } from '../pictures/busiest.js';
import { shortened } from '../words/shortened.js';
import { s } from './dom.js';
import { type LeadPart } from './panels.js';
import { type PreparedLead, rowsOf } from '../pictures/prepare.js';
import { PAID_OUT } from '../transfer-kind.js';
import { mark } from './roles.js';
import { type TimeScale } from '../pictures/time-bins.js';

const MOST_LANES = 40;
const ROW = 17;
const TICK = 6;

export interface LanesOptions {
  readonly scale: TimeScale;
  readonly top: number;
  /** Id of the clip path of the chosen period. */
  readonly clip: string;
}

/** One lane per account in the order of the journey: a tick up is money in, a tick down money out. */
export function drawLanes(
  { prepared, store }: LeadPart,
  { scale, top, clip }: LanesOptions,
): { readonly element: SVGGElement; readonly height: number } {
  const { accounts } = prepared;
  const shown = busiest(prepared, MOST_LANES);
  const laneOf = new Map(shown.map(({ index }, lane) => [index, top + lane * ROW + 8]));
  const { account } = store.selection;
  const names = shown.flatMap((one, lane) => {
    const y = top + lane * ROW + 8;
    const isChosen = one.index === account;
    const label = shortened(one.name, 19);
    return [
      isChosen ? s('rect', { x: 0, y: y - 8, width: scale.right, height: ROW - 1, class: 'chosen-lane' }) : null,
      s('line', { x1: scale.left, x2: scale.right, y1: y, y2: y, class: 'grid' }),
      s(
        'g',
        {
          class: `lane-name ${isChosen ? 'chosen' : ''}`,
          click: () => {
            store.set({ account: isChosen ? null : one.index });
          },
        },
        s('rect', { x: 0, y: y - 8, width: scale.left - 6, height: ROW, class: 'hit' }),
        mark(one.role, [8, y], 4),
        s('text', { x: 17, y: y + 4 }, label, s('title', {}, one.name)),
      ),
    ];
  });
  const ticks = (rows: Iterable<number>, isLit: boolean): SVGPathElement[] =>
    tickPaths(prepared, rows, { laneOf, scale }).map((path, i) =>
      s('path', { d: path, class: `lane-ticks ${isLit ? 'lit' : 'base'} ${['in', 'moved', 'out'][i]!}` }),
    );
  const note =
    shown.length < accounts.length
      ? s(
          'text',
          { x: 0, y: top + shown.length * ROW + 16, class: 'tick' },
          `The ${shown.length} busiest of ${accounts.length} accounts.`,
        )
      : null;
  return {
    element: s(
      'g',
      { class: 'lanes' },
      ...names,
      ...ticks(
        Array.from({ length: prepared.count }, (_, i) => i),
        false,
      ),
      s('g', { 'clip-path': `url(#${clip})` }, ...ticks(rowsOf(prepared, { ...store.selection, window: null }), true)),
      note,
    ),
    height: shown.length * ROW + (note === null ? 14 : 28),
  };
}

function tickPaths(
  { lead, timeMs, kind }: PreparedLead,
  rows: Iterable<number>,
  { laneOf, scale }: { readonly laneOf: ReadonlyMap<number, number>; readonly scale: TimeScale },
): [string, string, string] {
  const paths: [string, string, string] = ['', '', ''];
  for (const row of rows) {
    const x = scale.x(timeMs![row]!).toFixed(1);
    const up = laneOf.get(lead.transfers.to[row]!);
    const down = laneOf.get(lead.transfers.from[row]!);
    if (up !== undefined) paths[0] += `M${x},${up}v-${TICK}`;
    if (down !== undefined) paths[kind[row] === PAID_OUT ? 2 : 1] += `M${x},${down}v${TICK}`;
  }
  return paths;
}
