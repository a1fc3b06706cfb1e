import { isHollow, type Kind, kindName, shapePath } from '../pictures/shapes.js';
import { h, s } from './dom.js';

/** The shape of a role inside an SVG picture. */
export function mark(kind: Kind, [x, y]: readonly [number, number], radius = 5): SVGPathElement {
  return s('path', {
    d: shapePath(kind, radius),
    transform: `translate(${x},${y})`,
    class: `mark ${isHollow(kind) ? 'hollow' : ''} role-${kind}`,
  });
}

/** The shape of a role in running text. */
export function icon(kind: Kind): SVGSVGElement {
  return s('svg', { viewBox: '-8 -8 16 16', class: 'icon', 'aria-hidden': 'true' }, mark(kind, [0, 0], 5.5));
}

/** The legend of a picture: payers first, then roles in the order of the journey, then others. */
export function legend(kinds: readonly Kind[]): HTMLElement {
  return h('ul', { class: 'legend' }, ...kinds.map((kind) => h('li', {}, icon(kind), kindName(kind))));
}
