import { describe, expect, it } from 'vitest';
import { DETECTORS } from '../../src/typologies/index.js';
import { allPages, readPage } from './pages.js';

/** Words that accuse, or that name people by what may have been done to them. Whole words, any case. */
const ACCUSING =
  /\b(?:guilty|criminals?|suspects?|suspected|smugglers?|illegals?|victims?|rings?|mules?|dirty|gangs?|offenders?)\b/giu;

/** Pages that a reader of cases opens. Titles of sources stand there as they are. */
const pages = allPages().filter(
  ({ path }) =>
    path === 'README.md' ||
    path.startsWith('docs/indicators/') ||
    /^docs\/(?:guide|reading-a-lead|glossary|judgement|checking)\.md$/u.test(path),
);

/** Lists of sources aside, which quote titles. */
function ownWords(text: string): string {
  return text.replace(/^## Sources$[^]*?(?=^## |^\[All)/mu, '');
}

describe('words of the documentation', () => {
  it.each(pages)('$path accuses nobody, and calls a lead no proof', ({ text }) => {
    // Names of public data sets are not our words.
    const words = ownWords(text).replaceAll(/`[^`\n]*`/gu, '');
    expect(words.match(ACCUSING) ?? []).toEqual([]);
    expect(words.replaceAll(/\bnot proof\b/giu, '').match(/\bproof\b/giu) ?? []).toEqual([]);
  });

  it('tells how many patterns there are', () => {
    expect(readPage('README.md').text).toContain(`**${DETECTORS.length} patterns are reasons`);
  });
});
