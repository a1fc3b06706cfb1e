import { medianOfSorted, RankTable, sortSegments } from '../../structures/index.js';
import { midRank } from '../account-facts.js';
import { type SignColumn } from '../account-signs.js';
import { type AccountTransfers } from './account-transfers.js';
import { type SignBasis } from './sign-basis.js';
import { type DirectedTransfers } from './use.kernel.js';

/**
 * `medInPct`, `medOutPct`: mid-rank, among all transfers of the file, of an account's median transfer in and out, regular payers
 * and wages paid aside.
 */
export function medianSigns({ features, accounts }: SignBasis, { into, out }: AccountTransfers): SignColumn[] {
  const file = new RankTable(positive(features.units.paid));
  const column = (name: string, { starts, values: all, ordinary }: DirectedTransfers): SignColumn => {
    const values = all.map((value, k) => (ordinary[k] === 1 ? 0 : value));
    const kept = positive(values);
    const keptStarts = new Int32Array(accounts + 1);
    let count = 0;
    for (let a = 0; a < accounts; a++) {
      for (let k = starts[a]!; k < starts[a + 1]!; k++) if (values[k]! > 0) count++;
      keptStarts[a + 1] = count;
    }
    sortSegments(kept, keptStarts);
    const ranks = new Float64Array(accounts).fill(NaN);
    for (let a = 0; a < accounts; a++) {
      const median = medianOfSorted(kept, keptStarts[a], keptStarts[a + 1]);
      if (!Number.isNaN(median)) ranks[a] = midRank(file, median);
    }
    return { name, values: ranks };
  };
  return [column('medInPct', into), column('medOutPct', out)];
}

function positive(values: Float64Array): Float64Array {
  const kept = new Float64Array(values.length);
  let count = 0;
  for (let k = 0; k < values.length; k++) if (values[k]! > 0) kept[count++] = values[k]!;
  return kept.subarray(0, count);
}
