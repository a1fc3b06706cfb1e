import { describe, expect, it } from 'vitest';
import { PRESET_NAMES } from '../../src/ingest/index.js';
import { EVIDENCE_WEIGHTS } from '../../src/judgement/weights/index.js';
import { REGIME_NAMES } from '../../src/simulation/regimes/regime.js';
import { DETECTORS } from '../../src/typologies/index.js';
import { runCommand } from '../support/run-command.js';
import { readPage } from './pages.js';

const readme = readPage('README.md').text;

/** Names in backticks between two texts of a page. */
function namesBetween(text: string, from: string, to: string): string[] {
  const start = text.indexOf(from);
  return [...text.slice(start, text.indexOf(to, start)).matchAll(/`([^`]+)`/gu)].map(([, name]) => name!);
}

describe('numbers and lists in the documentation', () => {
  it('README.md lists the presets, each once', () => {
    expect(namesBetween(readme, 'Presets: ', 'Anything else').sort()).toEqual([...PRESET_NAMES].sort());
  });

  it('README.md tells of each command', async () => {
    const { out } = await runCommand('--help');
    const commands = [...out.matchAll(/^ {2}([a-z]+) /gmu)].map(([, name]) => name!).filter((name) => name !== 'help');
    expect(commands.length).toBeGreaterThan(20);
    expect(commands.filter((name) => !new RegExp(`\`${name}[ \`]`, 'u').test(readme))).toEqual([]);
  });

  it('say how many signs are weighed and how many kinds of books are simulated', () => {
    const signs = EVIDENCE_WEIGHTS.second.signs.length;
    expect(Math.round(signs / 10)).toBe(6);
    expect(readme).toContain('About sixty weak signs');
    expect(readPage('docs/judgement.md').text).toContain('About sixty weak, monotone signs');
    expect(REGIME_NAMES).toHaveLength(10);
    expect(readme).toContain('one of ten kinds of books');
  });

  it('docs/scale.md gives each detector the locality that it declares', () => {
    const { text } = readPage('docs/scale.md');
    const rows = [...text.matchAll(/^\| `([a-z]+)` +\|[^|]+\| ([a-z, -]+?) +\|$/gmu)];
    const told = rows.flatMap(([, locality, names]) => names!.split(', ').map((name) => `${name}: ${locality!}`));
    const declared = DETECTORS.map(({ id, locality }) => `${id}: ${locality!.kind}`);
    expect(told.sort()).toEqual(declared.sort());
    expect(DETECTORS.filter(({ locality }) => ['star', 'senders'].includes(locality!.kind))).toHaveLength(11);
    expect(text).toContain('`star` and `senders` (below), eleven detectors');
  });
});
