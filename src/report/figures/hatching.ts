import { INK, type Stage } from './look.js';
import { el, type Svg } from './svg.js';

/** Light ground and dark mark of each stage. Paid in is plain, moved has slanted lines, paid out has dots. */
const GROUND: Readonly<Record<Stage, string>> = { in: '#b9cbe0', moved: '#efe2bd', out: '#ead4dc' };
/** Dark edges, all of them dark enough to stay apart from the ground without colour. */
export const EDGE: Readonly<Record<Stage, string>> = { in: INK.in, moved: '#7d6218', out: INK.out };

/** Patterns that tell the stages apart on a black-and-white printer: `light` for wide areas, `dark` for bars. */
export function hatching(): Svg {
  const tile = (id: string, ground: string, ...marks: Svg[]): Svg =>
    el(
      'pattern',
      { id, width: 7, height: 7, patternUnits: 'userSpaceOnUse' },
      el('rect', { width: 7, height: 7, fill: ground }),
      ...marks,
    );
  const slanted = (stroke: string, width: number): Svg =>
    el('path', { d: 'M-1,1L1,-1M0,7L7,0M6,8L8,6', stroke, 'stroke-width': width, fill: 'none' });
  const dotted = (fill: string, r: number): Svg => el('circle', { cx: 3.5, cy: 3.5, r, fill });
  return el(
    'defs',
    {},
    tile('light-moved', GROUND.moved, slanted('#b8983f', 1)),
    tile('light-out', GROUND.out, dotted(INK.out, 1)),
    tile('dark-moved', INK.moved, slanted('#6b5312', 1.6)),
    tile('dark-out', '#ffffff', dotted(INK.out, 1.9)),
    tile('dark-against', '#ffffff', slanted(INK.against, 1.8)),
  );
}

/** Fill of a wide area. */
export function lightFill(stage: Stage): string {
  return stage === 'in' ? GROUND.in : `url(#light-${stage})`;
}

/** Fill of a bar or an arc. */
export function darkFill(stage: Stage): string {
  return stage === 'in' ? INK.in : `url(#dark-${stage})`;
}
