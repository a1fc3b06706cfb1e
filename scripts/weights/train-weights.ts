import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { VERSION } from '../../src/foundation/index.js';
import { logistic, type PassWeights, scoreColumns, type WeightTable } from '../../src/judgement/index.js';
import { finishPass } from './finish-pass.js';
import { measureWorlds } from './measure-worlds.js';
import { readMeasuredWorld } from './measured-world.js';
import { averagePrecision } from './ranking-figures.js';
import { sourceHash } from './source-hash.js';
import { type TrainedPass, trainPass } from './train-pass.js';
import { plannedWorlds, type PlannedWorld, type TrainingPlan } from './training-plan.js';
import { gatherRows, type TrainingRows } from './training-rows.js';
import { type WorldJob } from './world-worker.js';

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
  const hashes = { signs: sourceHash('features'), worlds: sourceHash('simulation') };
  const worlds = plannedWorlds(plan);
  mkdirSync(cache, { recursive: true });
  const pathOf = (world: PlannedWorld, kind: string): string => {
    const recipe = [plan.domains[world.domain], world.seed, world.isNull ? 'null' : '', plan.transfers, kind];
    return join(cache, `${recipe.join('-')}-${hashes.signs}-${hashes.worlds}.signs`);
  };
  const jobOf = (world: PlannedWorld, kind: string, chances?: string): WorldJob => ({
    recipe: { regime: plan.domains[world.domain]!, seed: world.seed, isNull: world.isNull, transfers: plan.transfers },
    path: pathOf(world, kind),
    chances,
  });

  await measureWorlds(worlds.map((world) => jobOf(world, 'own')));
  say(`${worlds.length} worlds measured`);
  const own = gatherRows(readWorlds(worlds, (world) => [pathOf(world, 'own')]));
  const first = trainPass(own, 1);
  report(first, own, say);

  const strangers = plan.domains.map((_, domain) => finishWithout(first, domain));
  const kinds = strangers.map(
    (pass) => `p${createHash('sha256').update(JSON.stringify(pass)).digest('hex').slice(0, 12)}`,
  );
  await measureWorlds(
    worlds.map((world) => {
      const kind = kinds[world.domain]!;
      const path = pathOf(world, kind);
      if (!existsSync(path)) {
        const { kinds: all, columns } = readMeasuredWorld(pathOf(world, 'own'));
        const p = scoreColumns(strangers[world.domain]!, columns, all.length).map(logistic);
        writeFileSync(`${path}.p`, new Uint8Array(p.buffer));
      }
      return jobOf(world, kind, `${path}.p`);
    }),
  );
  say('neighbours measured');
  const both = gatherRows(readWorlds(worlds, (world) => [pathOf(world, 'own'), pathOf(world, kinds[world.domain]!)]));
  const second = trainPass(both, 1001);
  report(second, both, say);

  const leftOut = plan.domains.map((domain, position) => ({
    domain,
    first: precisionIn(own, position, strangers[position]!),
    second: precisionIn(both, position, finishWithout(second, position)),
  }));
  for (const { domain, ...figures } of leftOut)
    say(`left out ${domain}: average precision ${figures.first} ${figures.second}`);
  return {
    version: 1,
    first: finishPass(first.experts, first.signs),
    second: finishPass(second.experts, second.signs),
    provenance: { ...hashes, library: VERSION, ...plan, leftOut, date },
  };
}

function* readWorlds(
  worlds: readonly PlannedWorld[],
  pathsOf: (world: PlannedWorld) => readonly string[],
): Generator<PlannedWorld & ReturnType<typeof readMeasuredWorld>> {
  for (const world of worlds) {
    const parts = pathsOf(world).map(readMeasuredWorld);
    yield { ...world, kinds: parts[0]!.kinds, columns: parts.flatMap(({ columns }) => columns) };
  }
}

/** The table of all experts but one. With a single domain there is only that one. */
function finishWithout({ experts, signs }: TrainedPass, domain: number): PassWeights {
  return finishPass(experts.length === 1 ? experts : experts.filter((_, position) => position !== domain), signs);
}

function precisionIn({ columns, labels, weights, starts }: TrainingRows, domain: number, pass: PassWeights): number {
  const [from, end] = [starts[domain]!, starts[domain + 1]!];
  const own = columns.map(({ name, values }) => ({ name, values: values.subarray(from, end) }));
  const values = scoreColumns(pass, own, end - from);
  const rows = { values, labels: labels.subarray(from, end), weights: weights.subarray(from, end) };
  return Number(averagePrecision(rows).toFixed(3));
}

function report({ signs, dropped }: TrainedPass, { labels, starts }: TrainingRows, say: (line: string) => void): void {
  const operators = labels.reduce((sum, label) => sum + label, 0);
  say(`${labels.length} accounts of ${starts.length - 1} domains, ${operators} operators; ${signs.length} signs`);
  for (const sign of dropped) say(`  no weight for ${sign}`);
}
