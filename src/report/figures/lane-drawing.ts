import { busiest } from '../pictures/busiest.js';
import { type Account } from '../pictures/prepare.js';
import { fittingName, widthOf } from '../pictures/text-width.js';
import { type TimeScale } from '../pictures/time-bins.js';
import { PAID_OUT } from '../transfer-kind.js';
import { type FigureLead } from './figure-lead.js';
import { EDGE } from './hatching.js';
import { mark } from './keys.js';
import { line } from './lettering.js';
import { INK, STAGES } from './look.js';
import { type Drawn } from './sheet.js';
import { el, short, type Svg } from './svg.js';

const MOST_LANES = 30;
const ROW = 19;
const TICK = 7;
/** Where names begin, how far from the lanes they end, and the size of their letters. */
const NAME = 20;
const GAP = 8;
const SIZE = 11.5;

/** Accounts that have a lane, in the order of the journey. */
export function lanesOf({ prepared }: FigureLead): readonly Account[] {
  return busiest(prepared, MOST_LANES);
}

/** One lane per account, with all its transfers in every currency: strokes up are money in, strokes down money out. */
export function laneDrawing(
  lead: FigureLead,
  { scale, top }: { readonly scale: TimeScale; readonly top: number },
): Drawn {
  const shown = lanesOf(lead);
  const y = (lane: number): number => top + lane * ROW + 10;
  const names = shown.map((account, lane) =>
    el(
      'g',
      {},
      el('path', { d: `M${scale.left},${short(y(lane))}H${scale.right}`, stroke: INK.line, fill: 'none' }),
      mark(account.role, [8, y(lane)], 4.5),
      line(nameIn(scale.left - NAME - GAP, account), [NAME, y(lane) + 4], { size: SIZE, fill: INK.ink2 }),
    ),
  );
  return {
    content: el(
      'g',
      {},
      ...names,
      ...strokes(lead, { scale, laneY: new Map(shown.map(({ index }, i) => [index, y(i)])) }),
    ),
    height: shown.length * ROW + 6,
  };
}

/** Strokes that fall on each other are drawn once. O(transfers). */
function strokes(
  { prepared }: FigureLead,
  { scale, laneY }: { readonly scale: TimeScale; readonly laneY: ReadonlyMap<number, number> },
): Svg[] {
  const { from, to } = prepared.lead.transfers;
  const drawn = STAGES.map(() => new Set<string>());
  for (let row = 0; row < prepared.count; row++) {
    const x = short(scale.x(prepared.timeMs![row]!));
    const up = laneY.get(to[row]!);
    const down = laneY.get(from[row]!);
    if (up !== undefined) drawn[0]!.add(`M${x},${short(up)}v-${TICK}`);
    if (down !== undefined) drawn[prepared.kind[row] === PAID_OUT ? 2 : 1]!.add(`M${x},${short(down)}v${TICK}`);
  }
  return STAGES.map((stage, i) =>
    el('path', { d: [...drawn[i]!].join(''), stroke: EDGE[stage], 'stroke-width': 1, fill: 'none' }),
  );
}

function nameIn(room: number, { name }: Account): string {
  return fittingName(name, room, (text) => widthOf(text, SIZE));
}
