import { shortened } from '../words/shortened.js';
import { type Child, s } from './dom.js';
import { type Journey } from '../pictures/flow-graph.js';
import { isHollow } from '../pictures/shapes.js';
import { fittingName, fittingNote } from '../pictures/text-width.js';
import { mark } from './roles.js';

/** Thickness of a node along the journey. */
export const BAR = 12;
const UPRIGHT_LETTERS = 24;

export interface FlowDrawing {
  readonly journey: Journey;
  readonly width: number;
  readonly isUpright: boolean;
  /** What a link and a node are worth, in words for hints. */
  readonly exact: (rows: readonly number[]) => string;
  readonly short: (minor: number) => string;
  readonly onChoose: (account: number) => void;
}

export interface NodePlace {
  readonly i: number;
  readonly placed: {
    readonly along: number;
    readonly across: number;
    readonly size: number;
    readonly sumIn: number;
    readonly sumOut: number;
  };
  readonly at: (along: number, across: number) => string;
  /** Pixels that a label has up to the next column; upright pictures have no column beside. */
  readonly room: number;
}

/** Draws a node with its labels; an account can be chosen, and its links light up under pointer and focus. */
export function drawNode(drawing: FlowDrawing, { i, placed, at, room }: NodePlace): SVGGElement {
  const { journey, isUpright, short, onChoose } = drawing;
  const { kind, title, note, account, column } = journey.nodes[i]!;
  const sum = short(Math.max(placed.sumIn, placed.sumOut));
  const below = note === '' ? sum : `${note} · ${sum}`;
  const [upper, lower] = note === '' ? [sum] : [note, sum];
  // Words of our own are short, and stay whole.
  const isOurs = account === null && column !== 0;
  const written = isUpright
    ? ([account === null ? title : shortened(title, UPRIGHT_LETTERS), upper, lower] as const)
    : ([isOurs ? title : fittingName(title, room), isHollow(kind) ? below : fittingNote(note, sum, room)] as const);
  const [x, y] = at(placed.along, placed.across).split(',').map(Number) as [number, number];
  const box = isUpright ? { width: placed.size, height: BAR } : { width: BAR, height: placed.size };
  const choose = (): void => {
    if (account !== null) onChoose(account);
  };
  const light = (): void => {
    light.group
      ?.closest('svg')
      ?.querySelectorAll(`.n${i}`)
      .forEach((link) => {
        link.classList.add('lit');
      });
    light.group?.closest('svg')?.classList.add('has-lit');
  };
  light.group = null as SVGGElement | null;
  const dim = (): void => {
    light.group
      ?.closest('svg')
      ?.querySelectorAll('.lit')
      .forEach((link) => {
        link.classList.remove('lit');
      });
    light.group?.closest('svg')?.classList.remove('has-lit');
  };
  const asButton = account === null ? {} : { role: 'button', tabindex: 0 };
  const group = s(
    'g',
    {
      class: `flow-node role-${kind} ${account === null ? '' : 'choosable'}`,
      ...asButton,
      click: choose,
      keydown: (event) => {
        if (event instanceof KeyboardEvent && (event.key === 'Enter' || event.key === ' ')) {
          event.preventDefault();
          choose();
        }
      },
      mouseenter: light,
      mouseleave: dim,
      focus: light,
      blur: dim,
    },
    s('title', {}, account === null ? `${title}, ${below}` : `${title}, ${below}: choose`),
    s('rect', { x, y, ...box, rx: 1.5, class: kind === 'payers' || kind === 'others' ? 'hollow' : '' }),
    ...labels({ x, y, size: placed.size, isFirst: column === 0, isUpright, width: drawing.width }, written, kind),
  );
  light.group = group;
  return group;
}

interface LabelPlace {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly isFirst: boolean;
  /** Width of the picture. */
  readonly width: number;
  readonly isUpright: boolean;
}

function labels(
  { x, y, size, isFirst, isUpright, width }: LabelPlace,
  [name, below, last]: readonly [name: string, below: string, last?: string | undefined],
  kind: Parameters<typeof mark>[0],
): Child[] {
  if (isUpright) {
    const room = (text: string): object => {
      const half = text.length * 3.5;
      return { x: Math.min(Math.max(x + size / 2, half), width - half), 'text-anchor': 'middle' };
    };
    return [
      s('text', { ...room(name), y: y - 6, class: 'node-name' }, name),
      s('text', { ...room(below), y: y + BAR + 13, class: 'node-note' }, below),
      last === undefined ? null : s('text', { ...room(last), y: y + BAR + 26, class: 'node-note' }, last),
    ];
  }
  const isOut = kind === 'others' && !isFirst;
  const [at, anchor] = isFirst ? [x - 8, 'end'] : [x + BAR + (isOut ? 8 : 22), 'start'];
  const middle = y + size / 2;
  return [
    isFirst || isOut ? null : mark(kind, [x + BAR + 12, middle - 3], 5),
    s('text', { x: at, y: middle - 1, class: 'node-name', 'text-anchor': anchor }, name),
    s('text', { x: at, y: middle + 12, class: 'node-note', 'text-anchor': anchor }, below),
  ];
}
