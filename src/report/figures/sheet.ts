import { CAUTION } from '../words/sentences.js';
import { hatching } from './hatching.js';
import { widthOf } from '../pictures/text-width.js';
import { line, SANS, wrapped } from './lettering.js';
import { INK, INNER, MARGIN, WIDTH } from './look.js';
import { el, type Svg, textOf } from './svg.js';

/** A part of a figure with the height that it takes. */
export interface Drawn {
  readonly content: Svg;
  readonly height: number;
}

export interface LegendItem {
  readonly swatch: (x: number, y: number) => Svg;
  readonly words: string;
}

export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  /** How to read it, in sentences. */
  readonly hint: string;
  readonly legend: readonly LegendItem[];
  readonly body: Drawn;
  /** What the picture adds up to, below it. */
  readonly notes: readonly string[];
  /** Where it comes from. */
  readonly source: string;
}

/** A whole figure: title, how to read it, legend, picture, sums, caution, source. White, so that it prints as it is. */
export function sheetText({ title, subtitle, hint, legend, body, notes, source }: Sheet): string {
  const head: Svg[] = [
    line(title, [MARGIN, 52], { size: 25, bold: true, serif: true }),
    line(subtitle, [MARGIN, 76], { size: 13, fill: INK.ink2 }),
  ];
  let y = 98;
  const write = (text: string, lettering: { size: number; fill?: string; bold?: boolean }): void => {
    for (const one of wrapped(text, INNER, lettering.size)) {
      head.push(line(one, [MARGIN, y], lettering));
      y += lettering.size + 5;
    }
  };
  write(hint, { size: 12, fill: INK.ink2 });
  const keys = legendRows(legend, y + 8);
  y += keys.height + 22;
  const picture = el('g', { transform: `translate(${MARGIN},${y})` }, body.content);
  y += body.height + 26;
  for (const note of notes) write(note, { size: 13 });
  const caution = cautionBox(y + 2);
  y += caution.height + 22;
  write(source, { size: 11, fill: INK.ink2 });
  const height = y + 14;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${WIDTH} ${Math.ceil(height)}`,
    width: WIDTH,
    height: Math.ceil(height),
    role: 'img',
    'font-family': SANS,
  };
  const described = `${subtitle}. ${hint} ${CAUTION.strong}`;
  const parts = [hatching(), el('rect', { width: WIDTH, height: Math.ceil(height), fill: INK.panel })];
  const rest = [...parts, ...head, keys.content, picture, caution.content];
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el('svg', root, el('title', {}, textOf(title)), el('desc', {}, textOf(described)), ...rest)}\n`;
}

function legendRows(items: readonly LegendItem[], top: number): Drawn {
  let [x, y] = [MARGIN, top];
  const content = items.map(({ swatch, words }) => {
    const width = 26 + widthOf(words) + 20;
    if (x > MARGIN && x + width > WIDTH - MARGIN) [x, y] = [MARGIN, y + 22];
    const key = el('g', {}, swatch(x + 9, y), line(words, [x + 26, y + 4]));
    x += width;
    return key;
  });
  return { content: el('g', {}, ...content), height: items.length === 0 ? 0 : y - top + 16 };
}

function cautionBox(top: number): Drawn {
  const words = 'A lead, not proof.';
  const lines = wrapped(`${CAUTION.text} Payers are counted, never named.`, INNER - 190, 12);
  const height = lines.length * 17 + 18;
  const box = { x: MARGIN, y: top, width: INNER, height, rx: 4, fill: INK['caution-box'], stroke: INK['caution-line'] };
  return {
    content: el(
      'g',
      {},
      el('rect', box),
      line(words, [MARGIN + 14, top + 22], { size: 14, bold: true, fill: INK.caution }),
      ...lines.map((one, i) => line(one, [MARGIN + 176, top + 22 + i * 17], { fill: INK.caution })),
    ),
    height,
  };
}
