import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureNeighbourSigns } from '../../src/features/index.js';
import { VERSION } from '../../src/foundation/index.js';
import {
  GREATEST_WEIGHT,
  chancesOf,
  type PassWeights,
  scoreColumns,
  type SignWeights,
  type WeightTable,
} from '../../src/judgement/index.js';
import { type RegimeName } from '../../src/simulation/index.js';
import { applyCalibration, calibrate, type StrangersScores } from './calibrate.js';
import { finishPass } from './finish-pass.js';
import { REGIMES } from './measure-world.js';
import { measureWorlds } from './measure-worlds.js';
import { type MeasuredWorld, readMeasuredWorld, toSingle } from './measured-world.js';
import { averagePrecision } from './ranking-figures.js';
import { sourceHash } from './source-hash.js';
import { type TrainedPass, trainPass } from './train-pass.js';
import { plannedWorlds, type PlannedWorld, type TrainingPlan } from './training-plan.js';
import { gatherRows, type TrainingRows } from './training-rows.js';
import { type WorldJob } from './world-worker.js';

/** What decides, beside the simulation, which worlds are made, who holds a position in them and what is kept of them. */
const MEASURING = [
  ...['measure-world.ts', 'account-kinds.ts', 'measured-world.ts'].map((name) => `scripts/weights/${name}`),
  ...['payer-protection.ts', 'listing-position.ts', 'fed-by.ts'].map((name) => `src/judgement/leads-by-score/${name}`),
];

export interface TrainingOptions {
  /** Folder for what was measured, so that training again is quick. */
  readonly cache: string;
  /** Day to be written into the table. */
  readonly date: string;
  readonly say: (line: string) => void;
}

/**
 * Trains both passes on the worlds of a plan. The second pass learns from p of experts that never saw the domain, as it
 * will be used on files that nobody trained on. Prints how well each domain is ranked by experts of the others: one
 * choice less than honest is left in it, namely that directions and cut points are shared by all domains.
 */
export async function trainWeights(plan: TrainingPlan, { cache, date, say }: TrainingOptions): Promise<WeightTable> {
  const hashes = { signs: sourceHash('src/features'), worlds: sourceHash('src/simulation', ...MEASURING) };
  const worlds = plannedWorlds(plan);
  mkdirSync(cache, { recursive: true });
  const jobs = worlds.map((world): WorldJob => {
    const recipe = { ...world, regime: regimeOf(plan.domains[world.domain]!), transfers: plan.transfers };
    const name = [recipe.regime, world.seed, ...(world.isNull ? ['null'] : []), plan.transfers];
    return { recipe, path: join(cache, `${[...name, hashes.signs, hashes.worlds].join('-')}.world`) };
  });
  await measureWorlds(jobs);
  say(`${worlds.length} worlds measured`);
  const readAll = function* (): Generator<PlannedWorld & MeasuredWorld> {
    for (const [position, world] of worlds.entries()) yield { ...world, ...readMeasuredWorld(jobs[position]!.path) };
  };

  const own = gatherRows(readAll());
  const first = trainPass(own, 1);
  report(first, own, say);
  const strangers = plan.domains.map((_, domain) => finishWithout(first, domain));
  const withNeighbours = function* (): Generator<PlannedWorld & MeasuredWorld> {
    for (const world of readAll()) {
      const scores = scoreColumns(strangers[world.domain]!, world.columns, world.kinds.length);
      const p = chancesOf(scores, world.placed);
      const neighbours = measureNeighbourSigns(world.ties, p).map(toSingle);
      yield { ...world, columns: [...world.columns, ...neighbours] };
    }
  };
  const both = gatherRows(withNeighbours());
  const second = trainPass(both, 1001);
  report(second, both, say);

  const leftOut = plan.domains.map((domain, position) => ({
    domain,
    first: precisionIn(own, position, strangers[position]!),
    second: precisionIn(both, position, finishWithout(second, position)),
  }));
  for (const { domain, ...figures } of leftOut)
    say(`left out ${domain}: average precision ${figures.first} ${figures.second}`);
  const calibration = calibrate(
    plan.domains.map((_, position) => scoresIn(both, position, finishWithout(second, position))),
  );
  say(
    `on kinds of worlds that no expert saw: log odds = ${calibration.offset} + ${calibration.slope} x score, operators 1 in ${(1 / calibration.prior).toFixed(1)}`,
  );
  const passes = {
    first: finishPass(first.experts, first.signs),
    second: applyCalibration(finishPass(second.experts, second.signs), calibration, GREATEST_WEIGHT),
  };
  for (const [name, { bias, signs }] of Object.entries(passes)) {
    say(`${name} pass: bias ${bias}, ${signs.length} signs; largest ranges ${largestRanges(signs)}`);
  }
  return { version: 1, ...passes, provenance: { ...hashes, library: VERSION, ...plan, leftOut, calibration, date } };
}

function regimeOf(domain: string): RegimeName {
  const regime = REGIMES.find((name) => name === domain);
  if (regime === undefined) throw new Error(`Expected a regime (${REGIMES.join(', ')}) but received ${domain}`);
  return regime;
}

/** The table of all experts but one. With a single domain there is only that one. */
function finishWithout({ experts, signs }: TrainedPass, domain: number): PassWeights {
  return finishPass(experts.length === 1 ? experts : experts.filter((_, position) => position !== domain), signs);
}

function precisionIn(rows: TrainingRows, domain: number, pass: PassWeights): number {
  const { scores, labels, weights } = scoresIn(rows, domain, pass);
  return Number(averagePrecision({ values: scores, labels, weights }).toFixed(3));
}

function scoresIn(
  { columns, labels, weights, starts, reached }: TrainingRows,
  domain: number,
  pass: PassWeights,
): StrangersScores {
  const [from, end] = [starts[domain]!, starts[domain + 1]!];
  const own = columns.map(({ name, values }) => ({ name, values: values.subarray(from, end) }));
  const scores = scoreColumns(pass, own, end - from);
  return {
    scores,
    labels: labels.subarray(from, end),
    weights: weights.subarray(from, end),
    reached: reached[domain]!,
  };
}

/** Signs that can move a score most, in nats: a table that looks very different from the one before needs a look. */
function largestRanges(signs: readonly SignWeights[]): string {
  return signs
    .map(({ name, weights, missing }) => ({
      name,
      range: Math.max(...weights, missing) - Math.min(...weights, missing),
    }))
    .sort((a, b) => b.range - a.range)
    .slice(0, 16)
    .map(({ name, range }) => `${name} ${range.toFixed(1)}`)
    .join(', ');
}

function report({ signs, dropped }: TrainedPass, { labels, starts }: TrainingRows, say: (line: string) => void): void {
  const operators = labels.reduce((sum, label) => sum + label, 0);
  say(`${labels.length} accounts of ${starts.length - 1} domains, ${operators} operators; ${signs.length} signs`);
  for (const sign of dropped) say(`  no weight, domains disagree: ${sign}`);
}
