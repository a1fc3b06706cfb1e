// Worlds with networks, by regime.
import { judgeWorld } from './judge-world.mjs';
import { table } from './markdown.mjs';
import { part, tallyBy, WORLD_COLUMNS, worldCells } from './tally.mjs';

export const title = 'Simulated worlds, by regime';

export async function measure({ commandLine, seeds, regimes = commandLine.regimes, transfers, traces, report }) {
  const names = regimes.length > 0 ? regimes : [undefined];
  const rows = [];
  const all = [];
  for (const regime of names) {
    const evaluations = [];
    for (const seed of seeds) {
      const evaluation = await judgeWorld(commandLine, { seed, transfers, regime }, { traces });
      report(`worlds: ${regime ?? 'all'} ${seed}: ${worldCells([evaluation]).slice(1, 4).join(', ')}`);
      evaluations.push(evaluation);
    }
    rows.push([regime ?? 'the only one', ...worldCells(evaluations)]);
    all.push(...evaluations);
  }
  if (rows.length > 1) rows.push(['**all**', ...worldCells(all)]);
  return [
    'A network is found if one lead of its own holds at least half of its core operators; right accounts are members of any',
    `network. Payers are looked for in every file of the case${traces ? ', and in traces and paths around every listed account' : ''}.`,
    '',
    table(['regime', ...WORLD_COLUMNS], rows),
    '',
    modeTable(all),
    '',
    roleTable(all),
    '',
    lookAlikeLine(all),
    payerLine(all),
  ].join('\n');
}

function modeTable(evaluations) {
  const plans = evaluations.flatMap(({ plans, networksMissed }) =>
    plans.map(({ id, mode }) => ({ mode, isFound: !networksMissed.includes(id) })),
  );
  const tallies = tallyBy(
    plans,
    ({ mode }) => mode,
    ({ isFound }) => isFound,
  );
  return table(
    ['way of paying', 'networks found'],
    tallies.map(([mode, { hits, all }]) => [mode, part(hits, all)]),
  );
}

/** True roles down, proposed ones across. */
function roleTable(evaluations) {
  const counts = evaluations.flatMap(({ roles }) => roles);
  const sorted = (of) => [...new Set(counts.map(of))].sort();
  const proposed = sorted((one) => one.proposed);
  if (proposed.length === 0) return 'No member of a network is listed.';
  const cell = (row, column) =>
    counts
      .filter((one) => one.truth === row && one.proposed === column)
      .reduce((sum, { accounts }) => sum + accounts, 0);
  return table(
    ['listed members are, taken for', ...proposed],
    sorted((one) => one.truth).map((row) => [row, ...proposed.map((column) => cell(row, column))]),
  );
}

function lookAlikeLine(evaluations) {
  const kinds = new Map();
  for (const { kind, planted, flagged } of evaluations.flatMap(({ lookAlikes }) => lookAlikes)) {
    const before = kinds.get(kind) ?? { planted: 0, flagged: 0 };
    kinds.set(kind, { planted: before.planted + planted, flagged: before.flagged + flagged });
  }
  const hit = [...kinds].filter(([, { flagged }]) => flagged > 0).sort();
  const listed = hit.map(([kind, { planted, flagged }]) => `${kind} ${flagged} of ${planted}`).join(', ');
  return `Look-alikes listed, by kind: ${listed || 'none'}; none of ${kinds.size - hit.length} other kinds.`;
}

function payerLine(evaluations) {
  const places = new Map();
  for (const { where, payers } of evaluations.flatMap(({ payersNamed }) => payersNamed)) {
    if (payers > 0) places.set(where, (places.get(where) ?? 0) + payers);
  }
  return `Payers named, by output: ${[...places].map(([where, count]) => `${where} ${count}`).join(', ') || 'none'}.`;
}
