import { readFileSync } from 'node:fs';

/** The comment above a definition: what it says, and what the search costs, if it says so at the end. */
export interface Docstring {
  readonly text: string;
  readonly cost: string | undefined;
}

/**
 * Reads the comment above the exported value of this type, without its marks and without bracketed references to other
 * code, which help nobody who reads a page. Indented lines stay: they are formulas.
 */
export function docstringAbove(path: string, type: string): Docstring {
  const source = readFileSync(path, 'utf8');
  const found = new RegExp(String.raw`/\*\*((?:(?!\*/)[^])*)\*/\nexport const \w+: ${type}\b`, 'u').exec(source);
  if (found === null) throw new Error(`Expected a comment above the ${type} in ${path}`);
  const whole = found[1]!
    .split('\n')
    .map((line) => line.replace(/^\s*\*? ?/u, ''))
    .join('\n')
    .replaceAll(/\s\((?:see )?(?:\{@link \w+\}|`[\w-]+\.ts`)\)/gu, '')
    .replaceAll(/\{@link (\w+)\}/gu, '`$1`')
    .trim();
  const cost = /(?<=\.)\s+(O\([^]*)$/u.exec(whole);
  if (cost === null) return { text: whole, cost: undefined };
  return { text: whole.slice(0, cost.index), cost: cost[1]!.replaceAll('\n', ' ') };
}
