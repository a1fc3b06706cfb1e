import { type ColumnProfile } from './column-profile.js';

/** Whether a cell holds something; what counts as nothing differs between amounts and accounts. */
type Holds = (text: string | undefined) => boolean;

/** Whether each column is filled where the other is not, and never with another text beside it. */
export function fillInTurns(one: ColumnProfile, other: ColumnProfile, holds: Holds): boolean {
  const isAlone = (a: ColumnProfile, b: ColumnProfile): boolean =>
    a.texts.some((text, i) => holds(text) && !holds(b.texts[i]));
  const agree = one.texts.every((text, i) => !holds(text) || !holds(other.texts[i]) || text === other.texts[i]);
  return agree && isAlone(one, other) && isAlone(other, one);
}

/** Two columns seen as one, under the name of the first: its cells, and those of the other where it holds nothing. */
export function mergedColumn(column: ColumnProfile, orColumn: ColumnProfile, holds: Holds): ColumnProfile {
  const texts = column.texts.map((text, i) => (holds(text) ? text : (orColumn.texts[i] ?? '')));
  const filled = texts.filter((text) => text !== '');
  return { ...column, texts, filled, distinct: new Set(filled) };
}
