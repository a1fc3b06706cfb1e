import { InputError } from '../foundation/index.js';
import {
  ROW_COLUMNS,
  runSlice,
  type SliceAnswer,
  SliceDraft,
  sliceRowFromValues,
  type SliceWorld,
} from '../slices/index.js';
import { type ChosenDetector } from '../typologies/index.js';
import { type Look } from './search-steps.js';

/** Where the number of the part stands: behind what is known of a row. */
const PART = ROW_COLUMNS.length + 3;

/** What every part must know. */
export interface PartPlan {
  readonly world: SliceWorld;
  readonly detectors: readonly ChosenDetector[];
}

/**
 * Looks at parts one after the other. Rows are those of `part-statements`, those of a part
 * adjacent, with what the whole knows of their ends and the number of their part behind: as plain values what the contract `partition/1` has as text.
 *
 * @throws InputError `part-row` for a row that is none, or a part that comes twice
 */
export async function* answerParts(
  batches: AsyncIterable<readonly (readonly unknown[])[]>,
  groups: Look['groups'],
  { world, detectors }: PartPlan,
): AsyncGenerator<SliceAnswer, void, undefined> {
  const done = new Set<unknown>();
  const groupOfPart = (number: unknown): string => (typeof groups === 'string' ? groups : groups[Number(number)]!);
  let part: unknown;
  let draft: SliceDraft | undefined;
  for await (const batch of batches) {
    for (const values of batch) {
      const own = values[PART];
      if (draft === undefined || own !== part) {
        if (draft !== undefined) yield runSlice(draft.finish(), groupOfPart(part), detectors);
        if (done.has(own)) throw new InputError('part-row', 'Expected rows of each part to be adjacent');
        done.add(own);
        part = own;
        draft = new SliceDraft(world);
      }
      const row = sliceRowFromValues(values);
      if (typeof row === 'string') throw new InputError('part-row', `Expected ${row} in each row of a part`);
      draft.add(row);
    }
  }
  if (draft !== undefined) yield runSlice(draft.finish(), groupOfPart(part), detectors);
}
