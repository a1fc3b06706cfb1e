import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, removeFreshFolders } from '../support/fresh-folder.js';

const TEST = resolve(import.meta.dirname, '..');
/** A call that makes a folder which the system removes when it likes, or never. */
const MAKER = ['mkd', 'temp'].join('');

describe('folders of tests', () => {
  it('are made in one place, which removes them, inside the folder of the whole run', () => {
    const makers = readdirSync(TEST, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && readFileSync(join(TEST, path), 'utf8').includes(MAKER))
      .map((path) => path.replaceAll('\\', '/'));
    expect(makers.sort()).toEqual(['support/fresh-folder.ts', 'support/one-temporary-folder.ts']);
  });

  it('are gone with all that is in them', () => {
    const folders = [freshFolder(), freshFolder()];
    mkdirSync(join(folders[0]!, 'deep'));
    writeFileSync(join(folders[0]!, 'deep', 'file'), 'text');
    expect(folders.map((folder) => existsSync(folder))).toEqual([true, true]);
    removeFreshFolders();
    expect(folders.map((folder) => existsSync(folder))).toEqual([false, false]);
  });
});
