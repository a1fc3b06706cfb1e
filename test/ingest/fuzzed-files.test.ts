import { describe, expect, it } from 'vitest';
import { compareReaders } from '../support/fuzz/compare-readers.js';
import { readSpoilt } from '../support/fuzz/read-spoilt.js';

describe('fuzzed files', () => {
  it('of any dialect are read by both readers as an independent one reads them', async () => {
    let rows = 0;
    for (let seed = 0; seed < 400; seed++) {
      const compared = await compareReaders(seed);
      expect(compared.difference).toBeUndefined();
      rows += compared.rows;
    }
    expect(rows).toBeGreaterThan(400);
  });

  it('of every text format, spoilt, are read with every record accounted for or refused with a code', async () => {
    const outcomes = new Set<string>();
    for (let seed = 0; seed < 640; seed++) outcomes.add(await readSpoilt(seed));
    expect([...outcomes].sort()).toEqual(['read', 'refused']);
  });
});
