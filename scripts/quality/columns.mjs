// The same worlds with columns blanked, and judged again: no missing column may make a lead impossible.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inFolder, judge, makeWorld } from './judge-world.mjs';
import { table } from './markdown.mjs';
import { WORLD_COLUMNS, worldCells } from './tally.mjs';

export const title = 'Columns blanked';

const PLACES = ['place_from', 'place_to'];
const COUNTRIES = ['country_from', 'country_to'];
const HOLDERS = ['payer_holder', 'beneficiary_holder'];
const BLANKED = [
  ['nothing', []],
  ['places', PLACES],
  ['countries', COUNTRIES],
  ['places, countries', [...PLACES, ...COUNTRIES]],
  ['channel', ['channel']],
  ['id', ['id']],
  ['holders', HOLDERS],
  ['all of them', [...PLACES, ...COUNTRIES, ...HOLDERS, 'channel', 'id']],
];

export async function measure({ commandLine, seeds, regimes, transfers, report }) {
  const [regime] = regimes ?? commandLine.regimes;
  const found = new Map(BLANKED.map(([name]) => [name, []]));
  const absent = new Set();
  for (const seed of seeds) {
    await inFolder((folder) => {
      const world = join(folder, 'world');
      makeWorld(commandLine, world, { seed, transfers, regime });
      const text = readFileSync(join(world, 'transactions.csv'), 'utf8');
      for (const [name, columns] of BLANKED) {
        const { blanked, changes } = blank(text, columns);
        if (columns.length > 0 && changes === 0) {
          absent.add(name);
          continue;
        }
        const transactions = join(folder, 'blanked.csv');
        writeFileSync(transactions, blanked);
        const truth = join(world, 'truth.json');
        const out = join(folder, `case ${name}`);
        const evaluation = judge(commandLine, { transactions, truth, out, traces: false });
        report(`columns: ${seed} without ${name}: ${worldCells([evaluation]).slice(1, 4).join(', ')}`);
        found.get(name).push(evaluation);
      }
    });
  }
  const rows = [...found].filter(([, evaluations]) => evaluations.length > 0);
  const left = [...absent].filter((name) => found.get(name).length === 0);
  return [
    ...(regime === undefined ? [] : [`Regime ${regime}.`, '']),
    table(
      ['blanked', ...WORLD_COLUMNS],
      rows.map(([name, evaluations]) => [name, ...worldCells(evaluations)]),
    ),
    ...(left.length === 0 ? [] : ['', `Not in these worlds, so not blanked: ${left.join('; ')}.`]),
  ].join('\n');
}

/** The text of a CSV without quotes, with some columns empty, and how many cells that changed. */
function blank(text, columns) {
  if (text.includes('"')) throw new Error('Expected a simulated file, which has no quotes');
  const [header, ...lines] = text.trimEnd().split('\n');
  const names = header.split(',');
  const at = columns.map((column) => names.indexOf(column)).filter((index) => index >= 0);
  let changes = 0;
  const blanked = lines.map((line) => {
    const cells = line.split(',');
    for (const index of at) {
      if (cells[index] !== '') changes++;
      cells[index] = '';
    }
    return cells.join(',');
  });
  return { blanked: `${[header, ...blanked].join('\n')}\n`, changes };
}
