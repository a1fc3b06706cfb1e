import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { type Benchmark, type Figures, formatTable, measure, measureForParent, measureInChild } from './harness.js';

/**
 * `npm run bench -- NAME [words] [--only part-of-id] [--json FILE] [--markdown FILE]` runs benchmarks/NAME.ts. `--case id`
 * is how the runner calls itself for a case in a process of its own.
 */
const words = process.argv.slice(2);
const takeOption = (name: string): string | undefined => {
  const at = words.indexOf(name);
  return at < 0 ? undefined : words.splice(at, 2)[1];
};
const single = takeOption('--case');
const only = takeOption('--only');
const jsonFile = takeOption('--json');
const markdownFile = takeOption('--markdown');
const name = words.shift();
if (name === undefined || !/^[a-z0-9-]+$/.test(name)) throw new Error('Expected the name of a benchmark');

const { benchmark } = (await import(`./${name}.ts`)) as { benchmark: Benchmark };
const cases = await benchmark.cases(words);

if (single === undefined) {
  const figures: Figures[] = [];
  for (const given of cases.filter(({ id }) => only === undefined || id.includes(only))) {
    figures.push((benchmark.isolated ?? true) ? measureInChild(given) : await measure(given));
    const last = figures[figures.length - 1];
    console.error(`${given.id}: ${last?.medianMs.toFixed(1) ?? ''} ms`);
  }
  const machine = `${cpus().length} virtual cores, ${Math.ceil(totalmem() / 2 ** 30)} GiB, Node ${process.versions.node}`;
  const table = `${formatTable(benchmark.title, figures)}\nMachine: ${machine}.\n`;
  console.log(table);
  if (jsonFile !== undefined) writeFileSync(jsonFile, `${JSON.stringify({ machine, figures }, undefined, 2)}\n`);
  if (markdownFile !== undefined) writeFileSync(markdownFile, table);
} else {
  const given = cases.find(({ id }) => id === single);
  if (given === undefined) throw new Error(`Expected a case of ${name} but received ${single}`);
  await measureForParent(given);
}
