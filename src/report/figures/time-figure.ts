import { monthMarks } from '../pictures/month-marks.js';
import { binsFor, type Bins, DAY_MS, gridStep, sumBins, type TimeScale } from '../pictures/time-bins.js';
import { counted, shortMoney } from '../words/numbers.js';
import { type FigureLead, type FigureResult, pastWords } from './figure-lead.js';
import { darkFill, EDGE } from './hatching.js';
import { roleKeys, stageKey } from './keys.js';
import { laneDrawing, lanesOf } from './lane-drawing.js';
import { line } from './lettering.js';
import { INK, INNER, STAGE_WORDS, STAGES } from './look.js';
import { type Drawn, sheetText } from './sheet.js';
import { el, short, type Svg } from './svg.js';
import { ROLE_ORDER } from '../words/role-words.js';

const HALF = 120;
const LEFT = 190;
const TOP = 18;
/** Pixels that a bar of the page would have; wider bins make hatching visible. */
const PIXELS = 900;

/** Amounts over time, paid in above and moved and paid out below, and a lane for each account. */
export function timeFigure(lead: FigureLead): FigureResult {
  const { timeMs } = lead.prepared;
  if (timeMs === null) return { leftOut: 'the data have no dates' };
  if (lead.rows.length === 0) return { leftOut: 'no transfer of its accounts states an amount' };
  const bins = binsFor(timeMs, PIXELS);
  const endMs = bins.startMs + bins.count * bins.days * DAY_MS;
  const right = INNER - 8;
  const x = (ms: number): number => LEFT + ((ms - bins.startMs) / (endMs - bins.startMs)) * (right - LEFT);
  const scale = { left: LEFT, right, startMs: bins.startMs, endMs, x };
  const bars = histogram(lead, bins, scale);
  const lanes = laneDrawing(lead, { scale, top: bars.height + 34 });
  const roles = new Set(lanesOf(lead).map(({ role }) => role));
  const all = lead.prepared.accounts.length;
  const only = lanesOf(lead).length < all ? ` The ${lanesOf(lead).length} busiest of ${all} accounts have a lane.` : '';
  return {
    svg: sheetText({
      title: `${lead.prepared.lead.lead}: when money moved`,
      subtitle: lead.subtitle,
      hint: `Each bar is ${counted(bins.days, 'day')}. Above the line: paid in. Below it: moved and paid out. Under that one lane for each account, with all its transfers: a stroke up is money in, a stroke down money out.${only}`,
      legend: [
        ...STAGES.map((stage) => stageKey(stage, STAGE_WORDS[stage])),
        ...roleKeys(ROLE_ORDER.filter((role) => roles.has(role))),
      ],
      body: {
        content: el('g', {}, ...months(scale, bars.height + 20 + lanes.height), bars.content, lanes.content),
        height: bars.height + 34 + lanes.height,
      },
      notes: pastWords(lead),
      source: lead.source,
    }),
  };
}

function months(scale: TimeScale, bottom: number): Svg[] {
  const base = TOP + HALF * 2;
  return monthMarks(scale).flatMap(({ x, text }) => [
    el('path', { d: `M${short(x)},${TOP}V${short(bottom)}`, stroke: INK.line, fill: 'none' }),
    ...(x < scale.right - 24 ? [line(text, [x + 3, base + 16], { size: 11.5, fill: INK.ink2, halo: true })] : []),
  ]);
}

function histogram({ prepared, rows, currency, digits }: FigureLead, bins: Bins, scale: TimeScale): Drawn {
  const sums = sumBins(bins, rows, {
    timeMs: prepared.timeMs!,
    value: prepared.minor,
    kind: (row) => prepared.kind[row]!,
    kinds: STAGES.length,
  });
  const at = (stage: number, bin: number): number => sums[stage * bins.count + bin]!;
  let most = 1e-9;
  for (let bin = 0; bin < bins.count; bin++) most = Math.max(most, at(0, bin), at(1, bin) + at(2, bin));
  const unit = HALF / most;
  const middle = TOP + HALF;
  const paths = STAGES.map((stage, i) => {
    let d = '';
    for (let bin = 0; bin < bins.count; bin++) {
      const height = at(i, bin) * unit;
      if (height === 0) continue;
      const x0 = scale.x(bins.startMs + bin * bins.days * DAY_MS) + 0.8;
      const x1 = scale.x(bins.startMs + (bin + 1) * bins.days * DAY_MS) - 0.8;
      const y = i === 0 ? middle - height : middle + (i === 2 ? at(1, bin) * unit : 0);
      d += `M${short(x0)},${y.toFixed(2)}H${short(x1)}v${height.toFixed(2)}H${short(x0)}Z`;
    }
    return el('path', { d, fill: darkFill(stage), stroke: EDGE[stage], 'stroke-width': 0.6 });
  });
  const step = gridStep(most / 10 ** digits);
  const steps = most / 10 ** digits >= 2 * step ? [1, 2, -1, -2] : [1, -1];
  const grid = steps.flatMap((way) => {
    const y = middle - way * step * 10 ** digits * unit;
    return [
      el('path', { d: `M${scale.left},${short(y)}H${scale.right}`, stroke: INK.line, fill: 'none' }),
      line(shortMoney(currency, step * Math.abs(way)), [scale.left - 8, y + 4], {
        size: 11.5,
        fill: INK.ink2,
        anchor: 'end',
      }),
    ];
  });
  const axis = el('path', { d: `M${scale.left},${middle}H${scale.right}`, stroke: INK.ink2, fill: 'none' });
  const content = el(
    'g',
    {},
    ...grid,
    ...paths,
    axis,
    line('Paid in', [0, TOP + 8], { bold: true, size: 13 }),
    line('Moved, paid out', [0, TOP + HALF * 2 - 2], { bold: true, size: 13 }),
  );
  return { content, height: TOP + HALF * 2 };
}
