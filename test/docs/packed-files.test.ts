import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allPages } from './pages.js';

const ROOT = join(import.meta.dirname, '../..');
const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { readonly files: readonly string[] };

describe('files of the package', () => {
  it('hold every example that the guide and the README tell a reader to use', () => {
    const named = allPages()
      .filter(({ path }) => path === 'README.md' || path === 'docs/guide.md')
      .flatMap(({ text }) => text.match(/examples\/[\w./-]*\w/gu) ?? []);
    expect(named).toContain('examples/02-map-your-bank/statement.csv');
    for (const path of named)
      expect(
        files.some((packed) => `${path}/`.startsWith(`${packed}/`)),
        path,
      ).toBe(true);
  });
});
