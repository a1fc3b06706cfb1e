// Trains the evidence weights from simulated worlds.
// Usage: node --import tsx scripts/weights/run.ts [--check] [--only-small] [--seeds 7001-7016] [--null-seeds 7101-7104]
//   [--regimes a,b] [--transfers 100000] [--date 2026-01-31] [--out FILE]
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { certifyWeights, readWeights } from '../../src/judgement/index.js';
import { REGIMES } from './measure-world.js';
import { FULL_PLAN, range, SMALL_PLAN, type TrainingPlan } from './training-plan.js';
import { trainWeights } from './train-weights.js';
import { weightsText } from './weights-text.js';

const ROOT = resolve(import.meta.dirname, '../..');
const TABLE = resolve(ROOT, 'src/judgement/weights/weights.json');
const SMALL = resolve(import.meta.dirname, 'small-check.json');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const { values } = parseArgs({
  options: {
    check: { type: 'boolean', default: false },
    'only-small': { type: 'boolean', default: false },
    seeds: { type: 'string' },
    'null-seeds': { type: 'string' },
    regimes: { type: 'string' },
    transfers: { type: 'string' },
    date: { type: 'string' },
    out: { type: 'string' },
  },
});

const small = values['only-small'];
const made = values.check && !small ? readWeights(JSON.parse(readFileSync(TABLE, 'utf8'))).provenance : undefined;
const planned = small ? SMALL_PLAN : FULL_PLAN;
const plan: TrainingPlan = {
  domains: values.regimes?.split(',') ?? made?.domains ?? REGIMES,
  seeds: seedsOf(values.seeds) ?? made?.seeds ?? planned.seeds,
  nullSeeds: seedsOf(values['null-seeds']) ?? made?.nullSeeds ?? planned.nullSeeds,
  transfers: Number(values.transfers ?? made?.transfers ?? planned.transfers),
};
const date = small ? '' : (values.date ?? made?.date);
if (date === undefined) throw new Error('Expected --date YYYY-MM-DD, the day that the table shall carry');

const table = await trainWeights(plan, { cache: resolve(ROOT, '.bench/weights'), date, say });
certifyWeights(table);
const text = weightsText(table);
const hash = createHash('sha256').update(text).digest('hex');
if (!small) finish(values.out === undefined ? TABLE : resolve(values.out), text);
else finish(SMALL, `${JSON.stringify({ table: hash }, undefined, 2)}\n`);

function finish(path: string, made: string): void {
  const name = relative(ROOT, path);
  if (!values.check) {
    writeFileSync(path, made);
    say(`${name} written, sha256 of the table ${hash}`);
  } else if (readFileSync(path, 'utf8') === made) say(`${name} is what training gives`);
  else {
    say(`${name} is not what training gives`);
    process.exitCode = 1;
  }
}

/** `7001-7016`, or single seeds and ranges joined by commas. */
function seedsOf(text: string | undefined): number[] | undefined {
  return text?.split(',').flatMap((part) => {
    const [from = NaN, to = from] = part.split('-').map(Number);
    return range(from, to);
  });
}
