import { isHollow, type Kind, kindName, shapePath } from '../pictures/shapes.js';
import { darkFill, EDGE, lightFill } from './hatching.js';
import { INK, ROLE_INK, type Stage } from './look.js';
import { type LegendItem } from './sheet.js';
import { el, short, type Svg } from './svg.js';

/** The shape of a role; the shape says the same as its colour. */
export function mark(kind: Kind, [x, y]: readonly [number, number], radius = 5): Svg {
  const ink = ROLE_INK[kind];
  const paint = isHollow(kind)
    ? { fill: INK.panel, stroke: ink, 'stroke-width': 1.6 }
    : { fill: ink, stroke: INK.panel, 'stroke-width': 0.8 };
  return el('path', { d: shapePath(kind, radius), transform: `translate(${short(x)},${short(y)})`, ...paint });
}

/** Roles of a legend, in the order of the journey. */
export function roleKeys(kinds: readonly Kind[]): LegendItem[] {
  return kinds.map((kind) => ({ swatch: (x, y) => mark(kind, [x, y], 6), words: kindName(kind) }));
}

/** A stage of a legend, as wide areas or as bars are filled. */
export function stageKey(stage: Stage, words: string, isLight = false): LegendItem {
  const fill = isLight ? lightFill(stage) : darkFill(stage);
  return {
    words,
    swatch: (x, y) => el('rect', { x: x - 9, y: y - 6, width: 20, height: 12, fill, stroke: EDGE[stage] }),
  };
}
