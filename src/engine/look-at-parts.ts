import { InputError } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';
import { inWhole, PartDraft, runSlice, type SliceFindings, type SliceWorld } from '../slices/index.js';
import { type ChosenDetector } from '../typologies/index.js';
import { type Look } from './search-steps.js';

/** What every part must know, and the ledger that its rows stand in. */
export interface PartPlan {
  readonly ledger: Ledger;
  readonly world: SliceWorld;
  readonly detectors: readonly ChosenDetector[];
}

/**
 * Looks at parts one after the other, and tells what was found in the numbers of the ledger. Rows are those of
 * `part-statements`, those of a part adjacent: in columns the row of the ledger, the line it came from, bits, how many
 * pay each of its two ends, and the number of the part.
 *
 * @throws InputError `part-row` for a row that is none of the ledger's, or a part that comes twice
 */
export async function* lookAtParts(
  batches: AsyncIterable<readonly (readonly unknown[])[]>,
  groups: Look['groups'],
  { ledger, world, detectors }: PartPlan,
): AsyncGenerator<SliceFindings, void, undefined> {
  const { sourceLine } = ledger.columns;
  const done = new Set<number>();
  let part = NaN;
  let draft: PartDraft | undefined;
  const look = (rows: PartDraft): SliceFindings => {
    const slice = rows.finish();
    return inWhole(runSlice(slice.context, typeof groups === 'string' ? groups : groups[part]!, detectors), slice);
  };
  for await (const [at, line, bits, payerPayers, beneficiaryPayers, parts] of batches as AsyncIterable<PartColumns>) {
    for (let i = 0; i < at.length; i++) {
      const row = at[i]!;
      if (sourceLine[row] !== line[i]) throw new InputError('part-row', 'Expected rows of the ledger in each part');
      if (draft === undefined || parts[i] !== part) {
        if (draft !== undefined) yield look(draft);
        part = parts[i]!;
        if (done.has(part)) throw new InputError('part-row', 'Expected rows of each part to be adjacent');
        done.add(part);
        draft = new PartDraft(ledger, world);
      }
      draft.add(row, bits[i]!, payerPayers[i]!, beneficiaryPayers[i]!);
    }
  }
  if (draft !== undefined) yield look(draft);
}

/** Numbers all of them, as the statements say. */
type PartColumns = readonly [
  at: readonly number[],
  line: readonly number[],
  bits: readonly number[],
  payerPayers: readonly number[],
  beneficiaryPayers: readonly number[],
  part: readonly number[],
];
