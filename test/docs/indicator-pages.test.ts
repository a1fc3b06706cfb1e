import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { INDICATOR_FOLDER, indicatorPages } from '../../scripts/indicator-pages/pages.js';
import { UNIT_RANGES } from '../../scripts/indicator-pages/parameter-table.js';
import { chosen, type Parameter, resolveParameters } from '../../src/evidence/index.js';
import { ALTERNATIVE_PARAMETERS, DETECTORS } from '../../src/typologies/index.js';

const written = await indicatorPages();
const committed = (name: string): string => readFileSync(join(INDICATOR_FOLDER, name), 'utf8');

describe('pages of indicators', () => {
  it('are what npm run indicators writes, byte for byte', () => {
    expect(readdirSync(INDICATOR_FOLDER).sort()).toEqual([...written.keys()].sort());
    for (const [name, text] of written) expect(committed(name), name).toBe(text);
  });

  it.each(DETECTORS)('$id has a page with its question, every parameter, source and reading', (detector) => {
    const { id, title, question, parameters, citations, alsoLooksLike } = detector;
    const text = committed(`${id}.md`);
    expect(text.startsWith(`# ${title}\n`)).toBe(true);
    expect(text).toContain(question);
    for (const name of Object.keys(parameters)) expect(text).toContain(`| \`${name}\` `);
    for (const { key } of citations) expect(text).toContain(`\`${key}\``);
    for (const reading of alsoLooksLike) expect(text).toContain(`(innocent-readings.md#${reading.toLowerCase()}-`);
    expect(committed('README.md')).toContain(`[${id}](${id}.md)`);
  });

  it('show every number that innocent readings go by', () => {
    for (const name of Object.keys(ALTERNATIVE_PARAMETERS)) {
      expect(committed('innocent-readings.md')).toContain(`| \`${name}\` `);
    }
  });

  it.each(Object.entries(UNIT_RANGES))('tell the range that a %s may have', (unit, [least, greatest]) => {
    const parameters = { value: chosen(unit as Parameter['unit'], 1, '') };
    const given = (value: number): unknown => resolveParameters({ id: 'set', parameters }, { value });
    expect(given(least)).toEqual({ value: least });
    expect(() => given(least - 1)).toThrow();
    if (greatest === Infinity) return;
    expect(given(greatest)).toEqual({ value: greatest });
    expect(() => given(greatest * 2)).toThrow();
  });
});
