// One difficulty at a time, all else drawn: where does it break?
import { judgeWorld } from './judge-world.mjs';
import { table } from './markdown.mjs';
import { addUp, part, WORLD_COLUMNS, worldCells } from './tally.mjs';

export const title = 'Stress';

/** Axes as options of simulate, and the values tried. */
const AXES = {
  days: [30, 60, 120, 400],
  density: [4, 12, 60],
  'margin-kept': [0, 0.1, 0.2],
  'hold-hours': [0.25, 24, 168, 672],
  layers: [1, 2, 3],
  collectors: [1, 4, 15],
  'lived-in': [0, 0.5, 1],
  'exchanged-accounts': [0, 0.5, 1],
  'banks-seen': [0.25, 0.5],
  'rows-missing': [0.1, 0.3],
  disguise: [0, 0.5, 1],
  resolution: ['minute', 'day'],
};
/** Where no regime is asked for: the one whose files are like most that analysts get. */
const USUAL_REGIME = 'national-banks';

export async function measure({ commandLine, seeds, regimes, transfers, stress, report }) {
  const regime = regimes?.[0] ?? commandLine.regimes.find((name) => name === USUAL_REGIME);
  const wanted = Object.entries(AXES).filter(([axis]) => stress?.includes(axis) ?? true);
  const unknown = stress?.find((axis) => !(axis in AXES));
  if (unknown !== undefined)
    throw new Error(`Expected axes of ${Object.keys(AXES).join(', ')} but received ${unknown}`);
  const axes = wanted.filter(([axis]) => commandLine.simulateOptions.has(`--${axis}`));
  const missing = wanted.filter(([axis]) => !commandLine.simulateOptions.has(`--${axis}`)).map(([axis]) => axis);
  if (axes.length === 0) return 'skipped: simulate has none of these options here.';
  const cells = [];
  for (const [axis, values] of axes) {
    for (const value of values) {
      const evaluations = [];
      for (const seed of seeds) {
        const evaluation = await judgeWorld(commandLine, { seed, transfers, regime, [axis]: value }, { traces: false });
        report(`stress: ${axis} ${value}, ${seed}: ${worldCells([evaluation]).slice(1, 4).join(', ')}`);
        evaluations.push(evaluation);
      }
      cells.push({ name: `${axis} ${value}`, evaluations });
    }
  }
  const ranked = cells.filter(({ evaluations }) => addUp(evaluations).networks > 0).sort(worstFirst);
  const [worst] = ranked;
  return [
    ...(regime === undefined ? [] : [`Regime ${regime}; what is not named is drawn by the seed.`, '']),
    table(
      ['option', ...WORLD_COLUMNS],
      cells.map(({ name, evaluations }) => [name, ...worldCells(evaluations)]),
    ),
    '',
    worst === undefined ? 'No cell has a network.' : `Worst cell: **${worst.name}**, ${describe(worst)}.`,
    ...(missing.length === 0 ? [] : [`Not options of simulate here: ${missing.join(', ')}.`]),
  ].join('\n');
}

/** Fewest networks found, then fewest of the listed accounts right. */
function worstFirst(a, b) {
  const [left, right] = [addUp(a.evaluations), addUp(b.evaluations)];
  const rightShare = (one) => (one.listedAccounts === 0 ? 1 : one.rightAccounts / one.listedAccounts);
  return (
    left.networksFound / left.networks - right.networksFound / right.networks || rightShare(left) - rightShare(right)
  );
}

function describe({ evaluations }) {
  const all = addUp(evaluations);
  return `${part(all.networksFound, all.networks)} networks, ${part(all.rightAccounts, all.listedAccounts)} listed accounts right`;
}
