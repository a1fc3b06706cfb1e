import { type Evaluation } from './evaluate-case.js';

/** An evaluation as a two-column text table with a final line end, for terminals and logs. */
export function evaluationTable(evaluation: Evaluation): string {
  const percent = (ratio: number): string => `${(ratio * 100).toFixed(1)} %`;
  const rows: [string, string][] = [
    ['networks found', `${evaluation.networksFound} of ${evaluation.networks} (${percent(evaluation.networkRecall)})`],
    ['networks missed', evaluation.networksMissed.join(' ') || 'none'],
    ['accounts listed', String(evaluation.listedAccounts)],
    ['operator precision', percent(evaluation.operatorPrecision)],
    ['operator recall', percent(evaluation.operatorRecall)],
    ['false alarms per 1,000 accounts', evaluation.falseAlarmsPer1000Accounts.toFixed(2)],
    ...evaluation.lookAlikes.map(({ kind, planted, flagged }): [string, string] => [
      `look-alikes flagged: ${kind}`,
      `${flagged} of ${planted}`,
    ]),
    ['payers exposed', `${evaluation.payersExposed} of ${evaluation.payers}`],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `${name.padEnd(width)}  ${value}\n`).join('');
}
