import { describe, expect, it } from 'vitest';
import { createRandom, defaultTies, shuffle } from '../../src/foundation/index.js';
import { buildTemporalGraph, degreeHubs } from '../../src/graph/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { simulateWorld } from '../../src/simulation/index.js';
import { answersFromLines, makePlan } from '../../src/engine/index.js';
import { candidatesOf, type Cut, LedgerCutter, measureWorld, mergeAnswers, toTable } from '../../src/slices/index.js';
import { type DetectionContext, type DetectorRun, runDetectors } from '../../src/typologies/index.js';
import { fanInExample } from '../support/detector-examples/fan-in.js';
import { chosenDetectors, partByHash } from '../support/slices.js';
import { linesOfCut, partName } from '../support/cut-lines.js';
import { type KernelRun, pipeThroughKernel, planFile } from '../support/kernel-jobs.js';

/** Findings of all detectors as JSON of a table. */
function bytesOf(runs: readonly DetectorRun[], { graph }: DetectionContext): string {
  return JSON.stringify(
    runs.map(({ detector, detection }) => [
      detector.id,
      detection.status === 'evaluated' ? toTable(detection.findings.items, graph.ledger) : detection.missing,
    ]),
  );
}

function contextFrom(ledger: DetectionContext['graph']['ledger'], cap: number): DetectionContext {
  const graph = buildTemporalGraph(ledger);
  return { graph, ties: defaultTies(ledger.precision), hubs: new Set(degreeHubs(graph, cap)) };
}

/** A job as an engine runs it: kernels for stars and stretches of time, then for what those ask for. */
async function runJob(context: DetectionContext, ids?: readonly string[]): Promise<readonly DetectorRun[]> {
  const detectors = chosenDetectors(ids);
  const world = measureWorld(context, detectors);
  const cutter = new LedgerCutter(context, detectors, { parts: 3, partOf: partByHash(3, 9) });
  const plan = planFile(makePlan(world, detectors, { parts: 3 }));
  const random = createRandom(4);
  const answersOf = async (mode: string, cuts: readonly Cut[]): Promise<Parameters<typeof mergeAnswers>[2]> => {
    const lines = cuts.flatMap((cut) => shuffle(linesOfCut(cut), random));
    const run = await pipeThroughKernel(mode, plan, lines);
    expect([run.exitCode, run.err]).toEqual([0, '']);
    const answers = answersFromLines(shuffle([...run.lines], random), cuts.map(partName));
    if (typeof answers === 'string') throw new Error(answers);
    return answers;
  };
  const first = [...(await answersOf('stars', cutter.stars())), ...(await answersOf('slices', cutter.slices()))];
  const candidates = candidatesOf(first);
  const second = [
    ...(await answersOf('halo', cutter.halos(candidates))),
    ...(await answersOf('global', cutter.globals(candidates))),
  ];
  return mergeAnswers(context, detectors, [...first, ...second]);
}

describe('kernels by pipe', () => {
  it('give the findings of the whole, byte for byte', { timeout: 240_000 }, async () => {
    const context = contextFrom(simulateWorld({ seed: 21, transfers: 20_000 }).toLedger().ledger, 120);
    const whole = runDetectors(context);
    expect(
      whole.flatMap((run) => (run.detection.status === 'evaluated' ? run.detection.findings.items : [])).length,
    ).toBeGreaterThan(100);
    expect(bytesOf(await runJob(context), context)).toBe(bytesOf(whole, context));
  });

  it('give them with tabs, line feeds and backslashes in accounts', { timeout: 60_000 }, async () => {
    const hostile = (name: string): string => `${name}\t\n\r\\N \u202e`;
    const transfers = fanInExample.positive.map((one) => ({
      ...one,
      payer: hostile(one.payer as string),
      beneficiary: hostile(one.beneficiary as string),
    }));
    const context = contextFrom(createLedger(transfers).ledger, 100);
    const whole = runDetectors(context, { only: ['fan-in'] });
    expect(bytesOf(whole, context)).toContain('\\t\\n\\r');
    expect(bytesOf(await runJob(context, ['fan-in']), context)).toBe(bytesOf(whole, context));
  });
});

describe('a kernel', () => {
  const context = contextFrom(createLedger(fanInExample.positive).ledger, 100);
  const detectors = chosenDetectors(['fan-in']);
  const world = measureWorld(context, detectors);
  const cuts = new LedgerCutter(context, detectors, { parts: 2, partOf: partByHash(2, 1) }).stars();
  const [one, two] = cuts.map(linesOfCut) as [string[], string[]];
  const plan = makePlan(world, detectors, { parts: 2 });
  const run = (lines: readonly string[], own: unknown = plan, ...flags: string[]): Promise<KernelRun> =>
    pipeThroughKernel('stars', planFile(own), lines, ...flags);

  it(
    'ends with 4 where rows of a part are not adjacent, and says nothing of the part',
    { timeout: 60_000 },
    async () => {
      const { exitCode, lines, err } = await run([...one.slice(1), ...two, one[0]!]);
      expect(exitCode).toBe(4);
      expect(err).toContain('adjacent');
      expect(lines.filter((line) => line.startsWith('S'))).toHaveLength(2);
    },
  );

  it('ends with 3 where a part has too many rows, before anything is found in it', { timeout: 60_000 }, async () => {
    const { exitCode, lines, err } = await run(one, plan, '--max-part-rows', String(one.length - 1));
    expect([exitCode, lines]).toEqual([3, []]);
    expect(err).toContain('--max-part-rows');
    expect((await run(one, plan, '--max-part-rows', String(one.length))).exitCode).toBe(0);
  });

  it(
    'ends with 4 for broken rows and for plans of another version, and repeats no content',
    { timeout: 60_000 },
    async () => {
      const broken = await run([one[0]!.replace('\tEUR\t', '\tSECRET\t')]);
      expect([broken.exitCode, broken.lines]).toEqual([4, []]);
      expect(broken.err).not.toContain('SECRET');
      expect((await run(one, { ...plan, contract: 'partition/2' })).exitCode).toBe(4);
      expect((await run(one, { ...plan, library: '0.0.0' })).exitCode).toBe(4);
      expect((await run([one[0]!.replace('star:', 'halo:')])).exitCode).toBe(4);
    },
  );

  it('answers nothing to no rows', { timeout: 60_000 }, async () => {
    expect(await run([])).toEqual({ lines: [], err: '', exitCode: 0 });
  });
});

describe('answers', () => {
  it('are refused where a part has said nothing', () => {
    expect(answersFromLines([], ['star:0'])).toContain('star:0');
  });
});
