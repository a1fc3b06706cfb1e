import { describe, expect, it } from 'vitest';
import { caseJsonText } from '../../src/export/index.js';
import { createLedger, type Ledger } from '../../src/ledger/index.js';
import { createManifest, investigate, JUDGEMENT_SETS, type Manifest } from '../../src/investigation/index.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { DETECTORS } from '../../src/typologies/index.js';

const WORLD = simulateWorld({ seed: 7, transfers: 4500 }).toLedger().ledger;
/** Eight strangers pay one account, one of them a sum that is not known. */
const GATHERED = createLedger(
  Array.from({ length: 8 }, (_, i) => ({
    payer: `payer-${i}`,
    beneficiary: 'gathers',
    timeMs: i * 3_600_000,
    currency: 'EUR',
    ...(i === 0 ? {} : { amount: `${100 + i}.00` }),
  })),
).ledger;
const REPORT = {
  files: [],
  notes: [],
  quarantine: { entries: [], total: 0, counts: new Map(), complete: true },
  holders: { joined: 0, sameNameApart: 0, severalNames: 0 },
};
const CHOICES = { mapping: 'illicit-flows', reader: 'auto', duplicates: 'keep' };

/** The manifest of a run, and the case without it. */
function run(ledger: Ledger, set?: string, name?: string, value?: number): { manifest: Manifest; text: string } {
  const parameters = set === undefined ? {} : { [set]: { [name!]: value! } };
  const investigation = investigate(ledger, { stabilityRuns: 2, parameters });
  return {
    manifest: createManifest(investigation, REPORT, CHOICES),
    text: [...caseJsonText(investigation.document)].join(''),
  };
}

describe('every number that decides', () => {
  const bases = new Map([WORLD, GATHERED].map((ledger) => [ledger, run(ledger)]));
  const base = bases.get(WORLD)!;
  const changes = (ledger: Ledger, set: string, name: string, value: number): void => {
    const before = bases.get(ledger)!;
    const { manifest, text } = run(ledger, set, name, value);
    const expected = structuredClone(before.manifest.options.parameters) as Record<string, Record<string, number>>;
    expect(expected[set]).toHaveProperty(name);
    expected[set]![name] = value;
    expect(manifest.options).toEqual({ ...before.manifest.options, parameters: expected });
    expect(text).not.toBe(before.text);
  };

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
    ['features', 'livingDays', 400],
    ['features', 'someShare', 0.9],
    ['score', 'candidateScore', 4],
    ['score', 'strongScore', 3],
    ['score', 'namedScore', 3.5],
    ['score', 'listedPayers', 40],
    ['convergence', 'leadPayers', 50],
    ['convergence', 'gatherers', 4],
    ['convergence', 'payrollDays', 400],
    ['roles', 'collectorPayers', 50],
    ['roles', 'coordinatorFeeders', 20],
    ['border', 'similarity', 0.1],
    ['alternatives', 'publicPayers', 3],
    ['alternatives', 'takings', 1],
    ['naming', 'reviewDeposits', 1],
    ['fan-in', 'minPayers', 12],
    ['funnel-account', 'minSenders', 12],
    ['collector-layer', 'minFeeders', 9],
  ])('%s.%s changes the manifest in that place alone, and the result', (set, name, value) => {
    changes(WORLD, set, name, value);
  });

  it.each([
    ['columns', 'filledShare', 0.9],
    ['naming', 'gatheringFamilies', 9],
    ['naming', 'mostOfThree', 0.2],
  ])('%s.%s does so where columns have gaps and somebody outside leads is named', (set, name, value) => {
    changes(GATHERED, set, name, value);
  });

  it('that keeps somebody unnamed cannot be set to protect less', () => {
    for (const [name, { value, range, meaning }] of Object.entries(JUDGEMENT_SETS.naming.parameters)) {
      if (name.startsWith('review')) continue;
      expect(range, name).toContain(value);
      expect(meaning).toMatch(/only protects more|Fixed/u);
    }
    const weaker = [
      ['gatheringFamilies', 5],
      ['mostOfOne', 0.6],
      ['passedDays', 2],
      ['keptOccasions', 4],
      ['leastShown', 2],
    ] as const;
    for (const [name, value] of weaker) {
      const parameters = { naming: { [name]: value } };
      expect(() => investigate(GATHERED, { parameters }), name).toThrow(
        expect.objectContaining({ code: 'option-range' }),
      );
    }
  });
});
