import { existsSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allPages, anchorsOf, prose, readPage } from './pages.js';

const ROOT = resolve(import.meta.dirname, '../..');
const pages = allPages();

/** Relative links of a page that lead nowhere. */
function deadLinks(page: (typeof pages)[number]): string[] {
  const links = [...prose(page).matchAll(/\]\(([^)\s]+)\)/gu)].map(([, link]) => link!);
  return links
    .filter((link) => !/^[a-z]+:/u.test(link))
    .filter((link) => {
      const [path = '', anchor] = link.split('#');
      const target = path === '' ? resolve(ROOT, page.path) : resolve(page.folder, path);
      if (!existsSync(target)) return true;
      return anchor !== undefined && !anchorsOf(readPage(relative(ROOT, target))).has(anchor);
    });
}

describe('pages of the documentation', () => {
  it('are found, and hold links', () => {
    expect(pages.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['README.md', 'docs/guide.md', 'docs/indicators/README.md']),
    );
    expect(pages.filter((page) => prose(page).includes('](')).length).toBeGreaterThan(30);
  });

  it.each(pages)('$path: each relative link leads to a file and an anchor that are there', (page) => {
    expect(deadLinks(page)).toEqual([]);
  });

  it('notices a file and an anchor that are not there', () => {
    const page = { path: 'docs/guide.md', folder: resolve(ROOT, 'docs') };
    expect(
      deadLinks({ ...page, text: '[a](none.md) [b](guide.md#none) [c](#none) [d](guide.md#my-banks-file)' }),
    ).toEqual(['none.md', 'guide.md#none', '#none']);
  });
});
