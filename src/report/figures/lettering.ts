import { widthOf } from '../pictures/text-width.js';
import { INK } from './look.js';
import { el, type Svg, type SvgAttributes, textOf } from './svg.js';

export const SANS = 'sans-serif';
const SERIF = 'serif';

export interface Lettering {
  readonly size?: number;
  readonly bold?: boolean;
  readonly fill?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly serif?: boolean;
  /** A white edge, for text that may lie on something. */
  readonly halo?: boolean;
}

/** A line of text. Fonts are named by generic family, so that every machine has one. */
export function line(text: string, [x, y]: readonly [number, number], lettering: Lettering = {}): Svg {
  const { size = 12, bold = false, fill = INK.ink, anchor = 'start', serif = false, halo = false } = lettering;
  const edge: SvgAttributes = halo
    ? { stroke: INK.panel, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }
    : {};
  const attributes = {
    x,
    y,
    fill,
    'font-family': serif ? SERIF : SANS,
    'font-size': size,
    'font-weight': bold ? 600 : null,
    'text-anchor': anchor === 'start' ? null : anchor,
    ...edge,
  };
  return el('text', attributes, textOf(text));
}

/** Lines of at most this width, broken at spaces; a word that is wider is broken anywhere. */
export function wrapped(text: string, width: number, size = 12): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(' ').flatMap((one) => pieces(one, width, size))) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (widthOf(longer, size) <= width) current = longer;
    else {
      lines.push(current);
      current = word;
    }
  }
  return [...lines, current].filter((one) => one !== '');
}

function pieces(word: string, width: number, size: number): string[] {
  const most = Math.max(1, Math.floor(width / size));
  if (widthOf(word, size) <= width) return [word];
  const letters = Array.from(word);
  return Array.from({ length: Math.ceil(letters.length / most) }, (_, i) =>
    letters.slice(i * most, (i + 1) * most).join(''),
  );
}
