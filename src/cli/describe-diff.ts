import {
  type CarriedReview,
  type CaseDiff,
  type FileChange,
  formatAccount,
  formatWeight,
  type LeadDiff,
  type LeadLine,
  type Review,
} from '../export/index.js';
import { terminalTable } from './terminal-table.js';

/** Options and files that are shown of each kind; JSON has all. */
const MOST_LINES = 20;

/** What a person reads of two cases. */
export function describeDiff({ because, leads, findings }: CaseDiff): string[] {
  const causes = describeCauses(because);
  const lines = causes.length === 0 ? ['Made alike: same files, options and version.'] : ['Made otherwise:', ...causes];
  const { appeared, gone, changed, unchanged } = leads;
  lines.push(
    '',
    `Leads: ${appeared.length} appeared, ${gone.length} went, ${changed.length} changed, ${unchanged.length} unchanged.`,
    ...appeared.map((lead) => `  appeared  ${describeLead(lead)}`),
    ...gone.map((lead) => `  went      ${describeLead(lead)}`),
    ...changed.flatMap(describeChange),
    ...unchanged
      .filter(({ was, now }) => was.lead !== now.lead || was.review !== null || now.review !== null)
      .map((diff) => `  unchanged ${describePair(diff)}`),
  );
  lines.push('', findings.length === 0 ? 'Findings: no difference.' : 'Findings, by pattern:');
  if (findings.length > 0) {
    lines.push(
      terminalTable(
        ['pattern', 'appeared', 'went', 'newly explained', 'newly fired'],
        findings.map((one) => [
          one.typology,
          ...[one.appeared, one.gone, one.newlyExplained, one.newlyFired].map(String),
        ]),
      ),
    );
  }
  return lines;
}

/** Reviews that were given again, and those that a person may give. */
export function describeCarried(carried: readonly CarriedReview[], given: readonly Review[] = []): string[] {
  if (carried.length === 0)
    return ['No review of the older case is for a lead of the newer one that nobody has reviewed.'];
  const again = new Set(given.map(({ lead }) => lead));
  const howMany = given.length === 0 ? 'none' : 'none of these';
  const left = carried.filter(({ lead }) => !again.has(lead));
  return [
    ...(given.length === 0 ? [] : ['Reviews given again, in review.jsonl of the newer case:']),
    ...given.map((review) => `  ${review.lead}: ${describeReview(review)}`),
    ...(left.length === 0
      ? []
      : [`Reviews of the older case that could be given again (${howMany} has been; use review):`]),
    ...left.map(
      ({ lead, review, overlap, sameLead }) =>
        `  ${lead}: ${describeReview(review)}; ${sameLead ? 'the same lead' : `the lead has changed, overlap ${overlap.toFixed(2)}`}`,
    ),
  ];
}

function describeCauses({ version, inputs, guardLists, options }: CaseDiff['because']): string[] {
  const lines = [
    ...(version === null ? [] : [`  version: ${version.was} before, ${version.now} now`]),
    ...inputs.map((file) => `  input ${describeFile(file)}`),
    ...guardLists.map((file) => `  guard list ${describeFile(file)}`),
    ...options.map(({ name, was, now }) => `  ${name}: ${JSON.stringify(was)} before, ${JSON.stringify(now)} now`),
  ];
  const more = lines.length - MOST_LINES;
  return more > 0 ? [...lines.slice(0, MOST_LINES), `  and ${more} more (see --json)`] : lines;
}

/** `bank.csv: changed (4501 records before, 4700 now)` */
function describeFile({
  name,
  change,
  was,
  now,
}: FileChange<{ readonly name: string; readonly read?: number }>): string {
  const [before, after] = [was?.read, now?.read];
  if (before !== undefined && after !== undefined) return `${name}: ${change} (${before} records before, ${after} now)`;
  const records = before ?? after;
  return `${name}: ${change}${records === undefined ? '' : ` (${records} records)`}`;
}

function describeLead({ lead, level, score, operators, review }: LeadLine): string {
  return `${lead}: ${level}, ${formatWeight(score)}, ${operators} operators${review === null ? '' : `; ${describeReview(review)}`}`;
}

function describePair({ was, now, overlap }: LeadDiff): string {
  const ids = was.lead === now.lead ? now.lead : `${was.lead}, now ${now.lead}`;
  const reviews = [was.review === null ? '' : `; before: ${describeReview(was.review)}`];
  if (now.review !== null) reviews.push(`; now: ${describeReview(now.review)}`);
  return `${ids} (overlap ${overlap.toFixed(2)})${reviews.join('')}`;
}

function describeChange(diff: LeadDiff): string[] {
  const { was, now, appeared, gone, fields } = diff;
  const lines = [`  changed   ${describePair(diff)}`];
  if (was.level !== now.level) lines.push(`    level: ${was.level} before, ${now.level} now`);
  if (was.score !== now.score)
    lines.push(`    score: ${formatWeight(was.score)} before, ${formatWeight(now.score)} now`);
  if (appeared.length > 0) lines.push(`    operators that appeared: ${appeared.map(formatAccount).join(', ')}`);
  if (gone.length > 0)
    lines.push(`    operators that went: number ${gone.join(', ')} of ${was.lead} in the older case`);
  if (fields.length > 0) lines.push(`    also other: ${fields.join(', ')}`);
  return lines;
}

/** What reviewers typed stays on one line. */
function describeReview({ state, by, reason }: Review): string {
  return `${state} by ${JSON.stringify(by)}: ${JSON.stringify(reason)}`;
}
