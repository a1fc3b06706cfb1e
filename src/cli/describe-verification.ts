import { type Difference } from '../export/index.js';
import { counted } from './counted.js';
import { type Verification } from './verify-case.js';

/** Differences that are shown; all are counted. */
export const MOST_DIFFERENCES = 20;

/** What a person reads of a verification. */
export function describeVerification({ differences, checked, otherFiles, versions }: Verification): string {
  const lines = [
    `Looked at: ${counted(checked.events, 'event')} of the audit log, ${counted(checked.files, 'file')} by SHA-256, ${counted(checked.inputs, 'input')}; ` +
      `made again: ${counted(checked.leads, 'lead')}, ${counted(checked.findings, 'finding')}, ${counted(checked.tables, 'table')}.`,
  ];
  if (checked.reviews > 0) lines.push(`Reviews beside the case: ${checked.reviews}.`);
  if (otherFiles > 0) lines.push(`${otherFiles} files in the folder are no part of the case and were not looked at.`);
  if (versions !== null) {
    lines.push(
      `The case was written by version ${versions.case}, this is ${versions.now}: differences may come from that.`,
    );
  }
  if (differences.length === 0) {
    lines.push('Everything agrees: the case follows from these files. Whether a lead is right is for a person to say.');
  } else {
    const more = differences.length > MOST_DIFFERENCES ? `, of which the first ${MOST_DIFFERENCES}` : '';
    lines.push('', `${counted(differences.length, 'difference')}${more}:`);
    lines.push(...differences.slice(0, MOST_DIFFERENCES).map(describeDifference));
  }
  return `${lines.join('\n')}\n`;
}

/** `case.json, finding F00003, evidence[0].lines[2] (bank.csv:12): the case has 13, now 12` */
function describeDifference({ file, place, field, source, was, now }: Difference): string {
  const where = [file, place, field].filter((text) => text !== '').join(', ');
  return `  ${where}${source === null ? '' : ` (${source})`}: the case has ${was ?? 'nothing'}, now ${now ?? 'nothing'}`;
}
