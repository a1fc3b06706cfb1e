import { expect, it } from 'vitest';
import { suggestEngine } from '../../src/cli/suggest-engine.js';

it('suggests an engine only where a run may take more than the machine has', () => {
  const machine = 24 * 2 ** 30;
  expect(suggestEngine(5_000_000, machine)).toBeUndefined();
  expect(suggestEngine(Math.floor(machine / 870), machine)).toBeUndefined();
  expect(suggestEngine(50_000_000, machine)).toMatch(
    /^50000000 transfers may take about 44 GB .* has 26 GB.*--engine duckdb/u,
  );
});
