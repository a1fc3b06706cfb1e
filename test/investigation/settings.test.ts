import { describe, expect, it } from 'vitest';
import { caseJsonText } from '../../src/export/index.js';
import { createManifest, investigate, JUDGEMENT_SETS, type Manifest } from '../../src/investigation/index.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { DETECTORS } from '../../src/typologies/index.js';

const { ledger } = simulateWorld({ seed: 7, transfers: 4500 }).toLedger();
const REPORT = { files: [], notes: [], quarantine: { entries: [], total: 0, counts: new Map(), complete: true } };
const CHOICES = { mapping: 'illicit-flows', reader: 'auto', duplicates: 'keep' };

/** The manifest of a run, and the case without it. */
function run(set?: string, name?: string, value?: number): { manifest: Manifest; text: string } {
  const parameters = set === undefined ? {} : { [set]: { [name!]: value! } };
  const investigation = investigate(ledger, { stabilityRuns: 2, parameters });
  return {
    manifest: createManifest(investigation, REPORT, CHOICES),
    text: [...caseJsonText(investigation.caseFile)].join(''),
  };
}

describe('every number that decides', () => {
  const base = run();

  it('is in the manifest: of each set of the judgement, and of each detector', () => {
    const sets = [...Object.values(JUDGEMENT_SETS), ...DETECTORS];
    expect(Object.keys(base.manifest.options.parameters).sort()).toEqual(sets.map(({ id }) => id).sort());
    for (const { id, parameters } of sets) {
      const values = base.manifest.options.parameters[id];
      expect(values, id).toEqual(
        Object.fromEntries(Object.entries(parameters).map(([name, { value }]) => [name, value])),
      );
    }
  });

  it.each([
    ['features', 'exceptionalShare', 0.02],
    ['features', 'repeatedOccasions', 6],
    ['features', 'someShare', 0.9],
    ['score', 'candidateScore', 4],
    ['score', 'strongScore', 4],
    ['score', 'namedScore', 3.5],
    ['score', 'listedPayers', 40],
    ['convergence', 'leadPayers', 50],
    ['convergence', 'gatherers', 4],
    ['convergence', 'payrollDays', 400],
    ['roles', 'collectorPayers', 50],
    ['roles', 'coordinatorFeeders', 20],
    ['border', 'similarity', 0.1],
    ['columns', 'filledShare', 1],
    ['alternatives', 'publicPayers', 3],
    ['alternatives', 'takings', 1],
    ['naming', 'gatheringFamilies', 40],
    ['naming', 'reviewDeposits', 1],
    ['fan-in', 'minPayers', 12],
    ['funnel-account', 'minSenders', 12],
    ['collector-layer', 'minFeeders', 9],
  ])('%s.%s changes the manifest in that place alone, and the result', (set, name, value) => {
    const { manifest, text } = run(set, name, value);
    const expected = structuredClone(base.manifest.options.parameters) as Record<string, Record<string, number>>;
    expect(expected[set]).toHaveProperty(name);
    expected[set]![name] = value;
    expect(manifest.options).toEqual({ ...base.manifest.options, parameters: expected });
    expect(text).not.toBe(base.text);
  });
});
