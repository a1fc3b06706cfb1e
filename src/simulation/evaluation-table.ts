import { type Evaluation } from './evaluate-case.js';

/** An evaluation as a two-column text table with a final line end, for terminals and logs. */
export function evaluationTable(evaluation: Evaluation): string {
  const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`;
  const rows: [string, string][] = [
    ['networks found', `${evaluation.networksFound} of ${evaluation.networks} (${percent(evaluation.networkRecall)})`],
    ['networks missed', evaluation.networksMissed.join(' ') || 'none'],
    ['mean Jaccard of those found', evaluation.meanJaccard.toFixed(2)],
    [
      'leads',
      [String(evaluation.leads), ...evaluation.leadsByLevel.map((one) => `${one.level} ${one.leads}`)].join(', '),
    ],
    ['accounts of the largest lead', String(evaluation.largestLead)],
    ...evaluation.firstLeads.map(({ first, leads, rightLeads, accounts, rightAccounts }): [string, string] => [
      `right among the first ${first === 1 ? 'lead' : `${first} leads`}`,
      `${rightLeads} of ${leads} leads, ${rightAccounts} of ${accounts} accounts`,
    ]),
    ['accounts listed', String(evaluation.listedAccounts)],
    ['operator precision', percent(evaluation.operatorPrecision)],
    ['operator recall', percent(evaluation.operatorRecall)],
    ['false alarms per 1,000 accounts', evaluation.falseAlarmsPer1000Accounts.toFixed(2)],
    ...roleRows(evaluation),
    ...evaluation.lookAlikes.map(({ kind, planted, flagged }): [string, string] => [
      `look-alikes flagged: ${kind}`,
      `${flagged} of ${planted}`,
    ]),
    ...evaluation.payersNamed.map(({ where, payers }): [string, string] => [`payers named: ${where}`, String(payers)]),
    ['payers named anywhere', `${evaluation.payersNamedAnywhere} of ${evaluation.payers}`],
    ['payers exposed', `${evaluation.payersExposed} of ${evaluation.payers}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
}

/** One row per true role: `collector 5, pass-through 2`. */
function roleRows({ roles }: Evaluation): [string, string][] {
  return [...new Set(roles.map(({ truth }) => truth))].map((truth) => {
    const proposed = roles.filter((one) => one.truth === truth).map((one) => `${one.proposed} ${one.accounts}`);
    return [`taken for, of listed ${truth === 'mule' ? 'pass-through' : truth}`, proposed.join(', ')];
  });
}
