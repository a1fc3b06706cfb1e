import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** A page of the documentation. */
export interface Page {
  /** From the root of the repository. */
  readonly path: string;
  readonly folder: string;
  readonly text: string;
}

export function readPage(path: string): Page {
  const whole = join(ROOT, path);
  return { path, folder: resolve(whole, '..'), text: readFileSync(whole, 'utf8') };
}

/** The README and every page below docs/. */
export function allPages(): Page[] {
  const below = readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.replaceAll('\\', '/')}`);
  return ['README.md', ...below.sort()].map(readPage);
}

/** The text without its blocks of code. */
export function prose({ text }: Page): string {
  return text.replaceAll(/^```[^]*?^```$/gmu, '');
}

/** The commands of illicit-flows in blocks of shell, each as its words; comments are cut off. */
export function commandsOf({ text }: Page): string[][] {
  return [...text.matchAll(/^```sh\n([^]*?)^```$/gmu)]
    .flatMap(([, block]) => block!.split('\n'))
    .map((line) => line.replace(/\s#\s.*$/u, '').trim())
    .filter((line) => /^(?:npx )?illicit-flows /u.test(line))
    .map((line) => line.replaceAll(/"[^"]*"/gu, 'TEXT').split(/\s+/u))
    .map((words) => words.slice(words.indexOf('illicit-flows') + 1));
}

/** Anchors of a page as GitHub makes them: the second heading of one name gets -1. */
export function anchorsOf(page: Page): Set<string> {
  const seen = new Map<string, number>();
  const anchors = [...prose(page).matchAll(/^#{1,6} (.*)$/gmu)].map(([, heading]) => {
    const plain = heading!
      .toLowerCase()
      .replaceAll(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-');
    const before = seen.get(plain) ?? 0;
    seen.set(plain, before + 1);
    return before === 0 ? plain : `${plain}-${before}`;
  });
  return new Set(anchors);
}
