import { CAUTION } from '../words/sentences.js';
import { type Child, h, s } from './dom.js';

const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'opacity',
  'font-size',
  'font-weight',
  'font-family',
  'paint-order',
  'text-anchor',
];
const FOOT = 34;

/** Two buttons that save a picture as SVG and as PNG, with its caution written into it. */
export function saveButtons(find: () => SVGSVGElement | null, name: string): Child {
  const save = (type: 'svg' | 'png') => (): void => {
    const svg = find();
    if (svg === null) return;
    const text = standalone(svg, name);
    const address = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
    if (type === 'svg') offer(address, `${name}.svg`);
    else toPng(address, svg, `${name}.png`);
  };
  return h(
    'div',
    { class: 'save wide-only' },
    h('button', { type: 'button', click: save('svg'), 'aria-label': 'Save this picture as SVG' }, 'SVG'),
    h('button', { type: 'button', click: save('png'), 'aria-label': 'Save this picture as PNG' }, 'PNG'),
  );
}

/** A copy that needs no style sheet: computed styles become attributes. */
export function standalone(svg: SVGSVGElement, name: string): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = svg.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, i) => {
    const style = getComputedStyle(originals[i]!);
    for (const property of STYLES) element.setAttribute(property, style.getPropertyValue(property));
    for (const attribute of ['class', 'tabindex', 'role']) element.removeAttribute(attribute);
  });
  const [, , width = 0, height = 0] = (copy.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const root = getComputedStyle(document.documentElement);
  const text = { x: 8, 'font-size': 12, 'font-family': 'sans-serif', fill: root.getPropertyValue('--ink2') };
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  copy.setAttribute('viewBox', `0 0 ${width} ${height + FOOT}`);
  copy.setAttribute('height', String(height + FOOT));
  copy.prepend(s('rect', { width, height: height + FOOT, fill: root.getPropertyValue('--panel') }));
  copy.append(
    s(
      'text',
      { ...text, y: height + 20 },
      `${name}. ${CAUTION.strong} Consistent with, never more. Payers are not named.`,
    ),
  );
  return new XMLSerializer().serializeToString(copy);
}

function toPng(address: string, svg: SVGSVGElement, file: string): void {
  const image = new Image();
  image.addEventListener('load', () => {
    const canvas = h('canvas', { width: svg.clientWidth * 2, height: (svg.clientHeight + FOOT) * 2 });
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    offer(canvas.toDataURL('image/png'), file);
  });
  image.src = address;
}

function offer(address: string, file: string): void {
  h('a', { href: address, download: file }).click();
}
