import { greatest } from '../../structures/index.js';
import { COLUMN_TITLES } from '../pictures/flow-columns.js';
import { type Journey, journeyOf } from '../pictures/flow-graph.js';
import { layOutFlow, type FlowLayout, type PlacedLink, type PlacedNode } from '../pictures/flow-layout.js';
import { type JourneyNode } from '../pictures/flow-nodes.js';
import { exactSum, remainder } from '../pictures/flow-words.js';
import { isHollow, type Kind } from '../pictures/shapes.js';
import { fittingName, fittingNote } from '../pictures/text-width.js';
import { PAID_IN, PAID_OUT } from '../transfer-kind.js';
import { capital, counted, shortMoney } from '../words/numbers.js';
import { ROLE_ORDER } from '../words/role-words.js';
import { type FigureLead, type FigureResult, pastWords } from './figure-lead.js';
import { EDGE, lightFill } from './hatching.js';
import { mark, roleKeys, stageKey } from './keys.js';
import { line } from './lettering.js';
import { INK, INNER, ROLE_INK, type Stage, STAGE_WORDS, STAGES } from './look.js';
import { type Drawn, sheetText } from './sheet.js';
import { el, short, type Svg, textOf } from './svg.js';

/** Above this many accounts there is one node per role. */
const BY_ACCOUNT_UP_TO = 60;
const BAR = 13;
const BEFORE = 160;
const AFTER = 170;
const TOP = 30;

/** The money across the journey: who paid in, who collected, who passed on, where it was paid out. */
export function flowFigure(lead: FigureLead): FigureResult {
  const { prepared, rows } = lead;
  if (rows.length === 0) return { leftOut: 'no transfer of its accounts states an amount' };
  const journey = journeyOf(prepared, rows, prepared.accounts.length > BY_ACCOUNT_UP_TO ? 'roles' : 'accounts');
  const shown = new Set<Kind>(journey.nodes.map(({ kind }) => kind));
  const sums = stageRows(lead).flatMap((own, i) =>
    own.length === 0
      ? []
      : [`${capital(STAGE_WORDS[STAGES[i]!])}: ${exactSum(prepared, own)} in ${counted(own.length, 'transfer')}.`],
  );
  const rest = remainder(prepared, journey);
  return {
    svg: sheetText({
      title: `${prepared.lead.lead}: the money across the journey`,
      subtitle: lead.subtitle,
      hint: 'The width of a ribbon is its amount. Money runs from left to right; a bow at the right of a column runs between its accounts, and what runs back passes below. Roles are possible roles. Payers are counted once in each country they paid from.',
      legend: [
        ...STAGES.map((stage) => stageKey(stage, STAGE_WORDS[stage], true)),
        ...roleKeys((['payers', ...ROLE_ORDER, 'others'] as const).filter((kind) => shown.has(kind))),
      ],
      body: drawJourney(lead, journey),
      notes: [...sums, ...(rest === '' ? [] : [rest]), ...pastWords(lead)],
      source: lead.source,
    }),
  };
}

/** The transfers that are shown, by stage. */
function stageRows({ prepared, rows }: FigureLead): readonly number[][] {
  return STAGES.map((_, stage) => rows.filter((row) => prepared.kind[row] === stage));
}

function drawJourney(lead: FigureLead, journey: Journey): Drawn {
  const columns = [...new Set(journey.nodes.map(({ column }) => column))].sort((a, b) => a - b);
  const most = greatest(
    columns.map((at) => journey.nodes.filter(({ column }) => column === at).length),
    1,
  );
  const frame = { along: INNER - BEFORE - AFTER, across: Math.max(330, most * 60), gap: 32, leastSize: 3 };
  const layout = layOutFlow(journey.nodes, journey.links, frame);
  const hasBack = layout.links.some(({ way }) => way === 'backward');
  const step = columns.length < 2 ? frame.along : frame.along / (columns.length - 1);
  const titles = columns.map((column, i) =>
    line(COLUMN_TITLES[column]!, [BEFORE + BAR / 2 + (columns.length < 2 ? 0 : step * i), 12], {
      size: 13,
      bold: true,
      fill: INK.ink2,
      anchor: 'middle',
    }),
  );
  return {
    content: el(
      'g',
      {},
      ...titles,
      ...ribbons(lead, { journey, layout, under: frame.across + 16 }),
      ...nodes(lead, {
        journey,
        layout,
        room: columns.length < 2 ? AFTER - 34 : step - BAR - 34,
        last: columns.at(-1)!,
      }),
    ),
    height: TOP + frame.across + (hasBack ? 60 : 10),
  };
}

/** Wide ones first, so that narrow ones lie on them and every edge is seen. */
function ribbons(
  lead: FigureLead,
  { journey, layout, under }: { readonly journey: Journey; readonly layout: FlowLayout; readonly under: number },
): Svg[] {
  const order = layout.links.map((_, i) => i).sort((a, b) => layout.links[b]!.width - layout.links[a]!.width || a - b);
  return order.map((i) => {
    const { from, to, rows } = journey.links[i]!;
    const [source, target] = [journey.nodes[from]!, journey.nodes[to]!];
    const placed = layout.links[i]!;
    const ends = [layout.nodes[from]!.along + BEFORE + BAR, layout.nodes[to]!.along + BEFORE] as const;
    const d = ribbonPath(placed, ends, under + (i % 4) * 7);
    const stage = stageOf(lead, rows[0]!);
    const { width } = placed;
    const words = `${source.title} to ${target.title}: ${exactSum(lead.prepared, rows)} in ${counted(rows.length, 'transfer')}`;
    return el(
      'g',
      { fill: 'none' },
      el('title', {}, textOf(words)),
      el('path', { d, stroke: EDGE[stage], 'stroke-width': Math.max(width, 1) }),
      width < 3 ? null : el('path', { d, stroke: lightFill(stage), 'stroke-width': width - 1.4 }),
    );
  });
}

function stageOf({ prepared }: FigureLead, row: number): Stage {
  const kind = prepared.kind[row]!;
  return kind === PAID_IN ? 'in' : kind === PAID_OUT ? 'out' : 'moved';
}

function ribbonPath(link: PlacedLink, [a, b]: readonly [number, number], under: number): string {
  const at = (x: number, y: number): string => `${short(x)},${short(y + TOP)}`;
  if (link.way === 'forward') {
    const middle = (a + b) / 2;
    return `M${at(a, link.start)}C${at(middle, link.start)} ${at(middle, link.end)} ${at(b, link.end)}`;
  }
  if (link.way === 'inside') {
    const bow = a + 26 + Math.min(60, Math.abs(link.end - link.start) / 3);
    return `M${at(a, link.start)}C${at(bow, link.start)} ${at(bow, link.end)} ${at(a, link.end)}`;
  }
  return `M${at(a, link.start)}C${at(a + 60, link.start)} ${at(a + 60, under)} ${at(a, under)}L${at(b, under)}C${at(b - 60, under)} ${at(b - 60, link.end)} ${at(b, link.end)}`;
}

interface NodeRoom {
  /** Width of a label up to the next column. */
  readonly room: number;
  /** The last column, which has the margin beside it. */
  readonly last: number;
}

function nodes(
  lead: FigureLead,
  { journey, layout, ...room }: NodeRoom & { readonly journey: Journey; readonly layout: FlowLayout },
): Svg[] {
  return journey.nodes.map((node, i) => drawNode(lead, { node, placed: layout.nodes[i]!, ...room }));
}

function drawNode(
  lead: FigureLead,
  { node, placed, room, last }: NodeRoom & { readonly node: JourneyNode; readonly placed: PlacedNode },
): Svg {
  const { kind, column, note } = node;
  const [x, y] = [placed.along + BEFORE, placed.across + TOP];
  const isFirst = column === 0;
  const isOut = isHollow(kind) && !isFirst;
  const sum = shortMoney(lead.currency, Math.max(placed.sumIn, placed.sumOut) / 10 ** lead.digits);
  const isLast = column === last;
  const wide = isFirst ? BEFORE - 12 : isOut ? AFTER - BAR - 12 : isLast ? AFTER - BAR - 26 : room;
  // Words of our own are short, and stay whole.
  const isOurs = node.account === null && !isFirst;
  const name = isOurs ? node.title : fittingName(node.title, wide);
  const below = note === '' ? sum : `${note} · ${sum}`;
  const ink = ROLE_INK[kind];
  const paint = isHollow(kind) ? { fill: INK.panel, stroke: ink, 'stroke-width': 1.6 } : { fill: ink };
  const middle = y + placed.size / 2;
  const at = isFirst ? x - 8 : x + BAR + (isOut ? 8 : 22);
  const anchor = isFirst ? ('end' as const) : ('start' as const);
  return el(
    'g',
    {},
    el('title', {}, textOf(`${node.title}, ${below}`)),
    el('rect', { x, y, width: BAR, height: placed.size, ...paint }),
    isFirst || isOut ? null : mark(kind, [x + BAR + 12, middle - 3], 5.5),
    line(name, [at, middle - 1], { bold: true, anchor, halo: true }),
    line(isHollow(kind) ? below : fittingNote(note, sum, wide), [at, middle + 13], {
      fill: INK.ink2,
      size: 11.5,
      anchor,
      halo: true,
    }),
  );
}
