import { checkMapping } from '../check-mapping.js';
import { type ChosenLayout } from '../choose-layout.js';
import { type Layout, type Mapping } from '../mapping.js';
import { type SampleRecord } from '../sample-records.js';
import { describeUnused } from '../unused-columns.js';
import { UNKNOWN_VALUE } from '../values/value-ref.js';
import { type SampleReading, tryReading } from './try-reading.js';

/** Whether a proposal leaves nothing to be said. */
export function isComplete(mapping: Mapping): boolean {
  return !JSON.stringify(mapping).includes(`"${UNKNOWN_VALUE}"`);
}

/** An account for a statement that the caller has to name, so that its sample can be read. */
export function standIn(layouts: readonly Layout[]): string | undefined {
  return layouts.some(({ mapping }) => mapping.ownAccount === 'given') ? 'the own account' : undefined;
}

/** Names the columns that are not read, if they have names. */
export function noteUnused(columns: readonly string[], mapping: Mapping, isHeader: boolean, doubts: string[]): void {
  const unused = isHeader ? describeUnused(columns, mapping) : undefined;
  if (unused !== undefined) doubts.push(unused);
}

/** Reads the sample with what was chosen, and says what of it was not read. */
export function readBack(
  layouts: readonly Layout[],
  choose: () => ChosenLayout,
  recordsOf: (chosen: ChosenLayout) => readonly SampleRecord[],
  doubts: string[],
): SampleReading | undefined {
  const checked = (): ChosenLayout => {
    for (const { mapping } of layouts) checkMapping(mapping);
    return choose();
  };
  const sample = tryReading(checked, recordsOf);
  if ('code' in sample) {
    if (!doubts.includes(sample.message))
      doubts.push(`the sample cannot be read like this (${sample.code}): ${sample.message}`);
    return undefined;
  }
  const { rows, accepted, leftOut, refused, remarks } = sample;
  if (accepted + leftOut < rows) {
    const codes = refused.map(({ code, count }) => `${code} ${count}`).join(', ');
    doubts.push(`${rows - leftOut - accepted} of ${rows} rows of the sample are not read: ${codes}`);
  }
  const breaks = remarks.find(({ code }) => code === 'balance-break')?.count ?? 0;
  if (breaks > accepted / 4)
    doubts.push(`${breaks} balances of the sample do not follow from the rows: is the direction right?`);
  if (sample.sameNameApart > 0)
    doubts.push(
      `${sample.sameNameApart} accounts of the sample have a holder of another one's name: they stay apart, since a name alone tells nobody apart (see holderId)`,
    );
  return sample;
}

/** Whether a preset that fits by its columns also reads at least half of the rows; a file without rows is not held against it. */
export function readsMost(sample: SampleReading | undefined): boolean {
  return sample !== undefined && (sample.accepted + sample.leftOut) * 2 >= sample.rows;
}
