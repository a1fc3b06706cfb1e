import { lowerBound, RankTable, sortSegments } from '../structures/index.js';
import { type ExceptionalRelations } from './exceptional.js';
import { type FeatureParameters } from './feature-parameters.js';
import { type Relations } from './relations.js';

/** Values that differ by less than this are equal: sums of the same amounts in another order, or scaled, round differently. */
const EQUAL = 1 - 1e-9;

/**
 * How exceptional each relation is for the one who pays. With S the share of the whole file's occasions (of its relations)
 * that are at least as large, X the total and n the occasions of relation u->v, c = `pseudoPayments`:
 *
 *     by occasion = (u's occasions to others of at least X/n + c S(X/n)) / (u's occasions to others + c)
 *     by relation = (u's other relations of at least X       + c S(X))   / (u's other relations + c)
 *     ratio       = the smaller of the two
 *
 * exceptional = ratio <= exceptionalShare (a tenth, to the rounding), not standing, and v never paid u. The relation itself is left out, so that instalments do
 * not hide one another; who pays once is judged by the file. It says that a payment is large for this payer, never why.
 *
 * O(n log n) in occasions and relations.
 */
export function measureExceptional(
  relations: Relations,
  accountCount: number,
  { exceptionalShare, pseudoPayments }: Pick<FeatureParameters, 'exceptionalShare' | 'pseudoPayments'>,
): ExceptionalRelations {
  const { count, total, occasions, occasionStarts, occasionValues, outStarts, payer, standing } = relations;
  const occasionOwner = outStarts.map((relation) => occasionStarts[relation]!);
  const values = occasionValues.slice();
  sortSegments(values, occasionOwner);
  const totals = total.slice();
  sortSegments(totals, outStarts);
  const paysBack = mutualRelations(relations, accountCount);
  const means = new Float64Array(count);
  const sums = new Float64Array(count);
  for (let r = 0; r < count; r++) {
    means[r] = (total[r]! / occasions[r]!) * EQUAL;
    sums[r] = total[r]! * EQUAL;
  }
  const smallerValues = new RankTable(occasionValues).countEachBelow(means);
  const smallerTotals = new RankTable(total).countEachBelow(sums);
  const fileValues = occasionValues.length;
  const ratio = new Float64Array(count);
  const exceptional = new Uint8Array(count);
  let tagged = 0;
  for (let r = 0; r < count; r++) {
    const u = payer[r]!;
    const mean = means[r]!;
    const sum = sums[r]!;
    let own = 0;
    for (let i = occasionStarts[r]!; i < occasionStarts[r + 1]!; i++) if (occasionValues[i]! >= mean) own++;
    const end = occasionOwner[u + 1]!;
    const larger = end - lowerBound(values, mean, occasionOwner[u], end) - own;
    const others = end - occasionOwner[u]! - occasions[r]!;
    const valueShare = (fileValues - smallerValues[r]!) / fileValues;
    const byOccasion = (larger + pseudoPayments * valueShare) / (others + pseudoPayments);
    const relationsEnd = outStarts[u + 1]!;
    const largerRelations = relationsEnd - lowerBound(totals, sum, outStarts[u], relationsEnd) - 1;
    const otherRelations = relationsEnd - outStarts[u]! - 1;
    const totalShare = (count - smallerTotals[r]!) / count;
    const byRelation = (largerRelations + pseudoPayments * totalShare) / (otherRelations + pseudoPayments);
    ratio[r] = Math.min(byOccasion, byRelation);
    if (ratio[r]! * EQUAL <= exceptionalShare && standing[r] === 0 && paysBack[r] === 0) {
      exceptional[r] = 1;
      tagged++;
    }
  }
  return { ratio, exceptional, share: count === 0 ? 0 : tagged / count };
}

/** 1 for each relation u->v where v pays u as well. O(relations). */
export function mutualRelations(relations: Relations, accountCount: number): Uint8Array {
  const { payer, beneficiary, outStarts, inStarts, inRelations } = relations;
  const mutual = new Uint8Array(relations.count);
  const paidBy = new Int32Array(accountCount).fill(-1);
  for (let u = 0; u < accountCount; u++) {
    for (let k = inStarts[u]!; k < inStarts[u + 1]!; k++) paidBy[payer[inRelations[k]!]!] = u;
    for (let r = outStarts[u]!; r < outStarts[u + 1]!; r++) if (paidBy[beneficiary[r]!] === u) mutual[r] = 1;
  }
  return mutual;
}
