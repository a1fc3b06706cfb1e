import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/foundation/index.js';
import { createManifest, type InvestigateOptions, planInvestigation } from '../../src/investigation/index.js';
import { type LedgerReading } from '../../src/ingest/index.js';
import { caseFiles } from '../../src/node/case-files.js';
import { detectTask, unpackRun } from '../../src/node/detect-task.js';
import { investigateInParallel } from '../../src/node/index.js';
import { investigateWith } from '../../src/node/investigate-in-parallel.js';
import { withCrew } from '../../src/node/work-crew.js';
import { type RegimeName, simulateWorld } from '../../src/simulation/index.js';
import { type Corridor, type Detector, DETECTORS } from '../../src/typologies/index.js';
import { readChunks } from '../support/reading.js';

const CHOICES = { mapping: 'illicit-flows', duplicates: 'keep', reader: 'auto' } as const;
const WORLDS: readonly [RegimeName, number][] = [
  ['all-columns', 7],
  ['mobile-money', 5],
];

async function readWorld(regime: RegimeName, seed: number): Promise<LedgerReading> {
  const bytes = [...simulateWorld({ seed, regime, transfers: 6000 }).csvChunks()].map((text) =>
    new TextEncoder().encode(text),
  );
  const read = await readChunks(bytes, CHOICES);
  if (typeof read === 'string') throw new Error(read);
  return read;
}

/** Every file of the case, its manifest included. */
async function filesOf(read: LedgerReading, options: InvestigateOptions, workers: number): Promise<string[]> {
  const investigation = await investigateWith(read.ledger, options, { workers, minRows: 0 });
  const manifest = createManifest(investigation, read, CHOICES);
  const parts = { quarantine: read.quarantine, manifest };
  return caseFiles(investigation, parts).map(({ name, chunks }) => `${name}\n${[...chunks].join('')}`);
}

/** A detector of the user: it finds nothing, and does `act` first. */
function ownDetector(act: () => void): Detector {
  return {
    ...DETECTORS[0]!,
    id: 'my-own',
    parameters: {},
    detect: () => {
      act();
      return { status: 'evaluated', findings: { items: [], complete: true, stoppedBy: undefined }, remarks: ['own'] };
    },
  };
}

describe.each(WORLDS)('an investigation of %s with several threads', (regime, seed) => {
  it('writes the same bytes as with one', { timeout: 120_000 }, async () => {
    const read = await readWorld(regime, seed);
    const options = { stabilityRuns: 3, nullCheck: 1, sensitivity: 2 };
    const alone = await filesOf(read, options, 1);
    expect(alone.find((text) => text.startsWith('findings-outside-leads.csv'))!.split('\n').length).toBeGreaterThan(5);
    for (const workers of [2, 4]) expect(await filesOf(read, options, workers)).toEqual(alone);
  });

  it('has every run of another thread as this one would have it', { timeout: 120_000 }, async () => {
    const { ledger } = await readWorld(regime, seed);
    const { detectors: plan } = planInvestigation(ledger, { parameters: { 'fan-in': { maxFindings: 2 } } });
    const crossed = await withCrew(1, (crew) => crew.run('detect', detectTask(plan)));
    expect(crossed.map(({ id }) => id).sort()).toEqual(DETECTORS.map(({ id }) => id).sort());
    for (const chosen of plan.chosen) {
      const one = crossed.find(({ id }) => id === chosen.detector.id)!;
      expect(unpackRun(one, chosen)).toStrictEqual(plan.run(chosen));
    }
  });
});

describe('an investigation with several threads', () => {
  it('runs detectors of the user here, and only what was chosen', { timeout: 60_000 }, async () => {
    const read = await readWorld('all-columns', 7);
    let calls = 0;
    const own = ownDetector(() => {
      calls++;
    });
    const options = { stabilityRuns: 1, extraDetectors: [own], only: ['my-own', 'fan-in', 'common-beneficiary'] };
    const alone = await filesOf(read, options, 1);
    expect(await filesOf(read, options, 3)).toEqual(alone);
    expect(calls).toBe(2);
    expect(await filesOf(read, { ...options, only: ['my-own'] }, 2)).toEqual(
      await filesOf(read, { ...options, only: ['my-own'] }, 1),
    );
  });

  it('works with what cannot be sent to a thread', { timeout: 60_000 }, async () => {
    const read = await readWorld('all-columns', 7);
    const source = { work: 'own', note: () => 'a function' } as unknown as Corridor['source'];
    const corridor: Corridor = {
      ...{ id: 'my-way', version: 1, asOf: 2024, note: 'mine', source },
      positions: [['TR'], ['GR'], ['DE']],
    };
    const options = { stabilityRuns: 1, corridors: [corridor] };
    expect(await filesOf(read, options, 2)).toEqual(await filesOf(read, options, 1));
  });

  it('throws what one thread throws', { timeout: 60_000 }, async () => {
    const { ledger } = await readWorld('all-columns', 7);
    const failure = new Error('my detector failed');
    const own = ownDetector(() => {
      throw failure;
    });
    const twice: Corridor = {
      ...{
        id: 'twice',
        version: 1,
        asOf: 2024,
        note: 'no way',
        source: { work: 'own' } as unknown as Corridor['source'],
      },
      positions: [['TR'], ['TR'], ['DE']],
    };
    for (const workers of [1, 2]) {
      const run = async (options: InvestigateOptions): Promise<unknown> =>
        investigateWith(ledger, { stabilityRuns: 1, ...options }, { workers, minRows: 0 });
      await expect(run({ extraDetectors: [own] })).rejects.toBe(failure);
      await expect(run({ corridors: [twice], extraDetectors: [own] })).rejects.toMatchObject({ code: 'corridor' });
      await expect(run({ corridors: [twice] })).rejects.toBeInstanceOf(UsageError);
      await expect(run({ only: ['nobody'] })).rejects.toMatchObject({ code: 'unknown-detector' });
    }
    const none = investigateInParallel(ledger, {}, { workers: 0 });
    await expect(none).rejects.toMatchObject({ code: 'option-range' });
  });

  it('tells how many detectors are done, and ends with the reason of a signal', { timeout: 60_000 }, async () => {
    const { ledger } = await readWorld('all-columns', 7);
    const reason = new Error('enough');
    const run = async (options: InvestigateOptions): Promise<unknown> =>
      investigateWith(ledger, { stabilityRuns: 1, ...options }, { workers: 2, minRows: 0 });
    const told: number[] = [];
    const stages = new Set<string>();
    await run({
      onProgress: ({ stage, done, total }) => {
        stages.add(stage);
        if (total === DETECTORS.length) told.push(done);
      },
    });
    expect([...stages]).toEqual([
      'indexing transfers',
      'judging flows',
      'looking for patterns',
      'forming leads',
      'writing up',
    ]);
    expect(told[0]).toBe(0);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(DETECTORS.length);
    await expect(run({ signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const own = ownDetector(() => {
      controller.abort(reason);
    });
    await expect(run({ signal: controller.signal, extraDetectors: [own] })).rejects.toBe(reason);
  });
});
