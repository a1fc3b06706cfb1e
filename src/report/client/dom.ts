import { shown } from '../words/invisible.js';

export type Child = Node | string | null | undefined;
export type Attributes = Readonly<
  Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>
>;

const SVG = 'http://www.w3.org/2000/svg';

/** An HTML element. Text becomes text nodes; functions listen to the event of their name; `true` is an empty attribute. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

/** An SVG element, made in the same way. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

/** Puts other children in the place of those an element has. */
export function refill(element: Element, ...children: Child[]): void {
  element.replaceChildren(...children.flatMap(toNode));
}

/** A picture that scales with its column: `label` says in a sentence what is in it. */
export function picture(width: number, height: number, label: string, ...children: Child[]): SVGSVGElement {
  const box = { viewBox: `0 0 ${width} ${height}`, width, height, class: 'picture' };
  return s('svg', { ...box, role: 'img', 'aria-label': shown(label) }, ...children);
}

function fill<E extends Element>(element: E, attributes: Attributes, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? '' : shown(String(value)));
    }
  }
  element.append(...children.flatMap(toNode));
  return element;
}

function toNode(child: Child): Node[] {
  if (child === null || child === undefined) return [];
  return [typeof child === 'string' ? document.createTextNode(shown(child)) : child];
}
