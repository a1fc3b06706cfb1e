import { shown } from '../words/invisible.js';

declare const made: unique symbol;
/** Markup that was made here. Text becomes markup by {@link textOf} alone, so none can get in unescaped. */
export type Svg = string & { readonly [made]: true };

export type SvgAttributes = Readonly<Record<string, string | number | null>>;

/** No character of XML 1.0: halves of a pair, and the two that are no characters. */
const NO_CHARACTER = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/gu;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** An element; attributes with null are left out, numbers have at most one decimal. */
export function el(name: string, attributes: SvgAttributes, ...children: readonly (Svg | null)[]): Svg {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== null)
    .map(([key, value]) => ` ${key}="${escaped(typeof value === 'number' ? short(value) : value!)}"`)
    .join('');
  const inside = children.filter((child) => child !== null).join('');
  return (inside === '' ? `<${name}${written}/>` : `<${name}${written}>${inside}</${name}>`) as Svg;
}

/** Text as markup: escaped, with controls and marks of direction written out. */
export function textOf(text: string): Svg {
  return escaped(text) as Svg;
}

/** A coordinate with one decimal at most: "12", "12.5". */
export function short(value: number): string {
  return String(Math.round(value * 10) / 10 || 0);
}

function escaped(text: string): string {
  return shown(text)
    .replace(NO_CHARACTER, '\ufffd')
    .replace(/[\t\n\r]/gu, ' ')
    .replace(/[&<>"']/gu, (mark) => ENTITIES[mark]!);
}
