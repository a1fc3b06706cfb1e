// Worlds without any network: every lead is false.
import { judgeWorld } from './judge-world.mjs';
import { table } from './markdown.mjs';
import { addUp } from './tally.mjs';

export const title = 'Worlds without networks';

export async function measure({ commandLine, seeds, regimes = commandLine.regimes, transfers, traces, report }) {
  if (!commandLine.simulateOptions.has('--networks')) return 'skipped: simulate has no --networks here.';
  const rows = [];
  const all = [];
  for (const regime of regimes.length > 0 ? regimes : [undefined]) {
    const evaluations = [];
    for (const seed of seeds) {
      const evaluation = await judgeWorld(commandLine, { seed, transfers, regime, networks: 0 }, { traces });
      report(`null: ${regime ?? 'all'} ${seed}: ${evaluation.leads} leads`);
      evaluations.push(evaluation);
    }
    rows.push([regime ?? 'the only one', ...cells(evaluations)]);
    all.push(...evaluations);
  }
  if (rows.length > 1) rows.push(['**all**', ...cells(all)]);
  return table(
    [
      'regime',
      'worlds',
      'leads',
      'strong',
      'second look',
      'accounts listed',
      'look-alikes listed',
      'worlds with a lead',
    ],
    rows,
  );
}

function cells(evaluations) {
  const { worlds, leads, strong, secondLook, listedAccounts, flagged, planted } = addUp(evaluations);
  const withLead = evaluations.filter((one) => one.leads > 0).length;
  return [worlds, leads, strong, secondLook, listedAccounts, `${flagged} of ${planted}`, withLead];
}
