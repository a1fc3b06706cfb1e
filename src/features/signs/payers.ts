import { type SignColumn } from '../account-signs.js';
import { medianOfSorted, sortSegments } from '../../structures/index.js';
import { mutualRelations } from '../measure-exceptional.js';
import { type SignBasis, signColumns } from './sign-basis.js';

const MONTH_MS = 30.4375 * 86_400_000;

/**
 * Signs of those who pay an account.
 *
 * - `gathIn`, `gathInShare`, `gathInVal` strict gatherers among the payers: log1p of how many, by all payers, their value by
 *   value in
 * - `exShared` exceptional payers who also pay another gatherer exceptionally / exceptional payers
 * - `recipIn`, `stIn` payers who are also paid back / payers; log1p of standing payers
 * - `payerKout` median number of receivers of the payers; `soloShare` payers who pay nobody else / payers
 * - `occSpread` mean over payers of last - first payment / period; `medR` median log of the exceptional ratio
 * - `regInVal`, `hhiIn` value from regular payers / value in; sum of squared shares of the payers
 * - `feeToIncome` median of an exceptional total / what its payer receives in a month of the file
 * - `feeMedian`, `feeMax` median and largest exceptional total in units; the caller ranks them
 */
export function payerSigns({ features, facts, accounts, periodMs }: SignBasis): SignColumn[] {
  const { relations, exceptional, marked } = features;
  const { inStarts, inRelations, payer, total } = relations;
  const s = signColumns(accounts, [
    'gathIn',
    'gathInShare',
    'gathInVal',
    'exShared',
    'recipIn',
    'stIn',
    'payerKout',
    'soloShare',
    'occSpread',
    'medR',
    'regInVal',
    'hhiIn',
    'feeToIncome',
    'feeMedian',
    'feeMax',
  ] as const);
  const mutual = mutualRelations(relations, accounts);
  const gatherersPaid = exceptionalGatherers(features, facts.gatherer);
  const months = periodMs / MONTH_MS;
  // Numbers whose median is asked for, account by account, in columns for the whole file: one array an account is too many.
  const widths = new Float64Array(relations.count);
  const ratios = new Float64Array(relations.count);
  const fees = new Float64Array(relations.count);
  const loads = new Float64Array(relations.count);
  const feeStarts = new Int32Array(accounts + 1);
  const loadStarts = new Int32Array(accounts + 1);
  let feeCount = 0;
  let loadCount = 0;
  for (let a = 0; a < accounts; a++) {
    feeStarts[a] = feeCount;
    loadStarts[a] = loadCount;
    const from = inStarts[a]!;
    const payers = inStarts[a + 1]! - from;
    if (payers === 0) continue;
    const value = marked.totalIn[a]!;
    let [gatherers, gathererValue, shared, back, standing, solo, spread, regular, squares] = [
      0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];
    for (let k = from; k < from + payers; k++) {
      const r = inRelations[k]!;
      const u = payer[r]!;
      widths[k] = facts.receivers[u]!;
      ratios[k] = Math.log(exceptional.ratio[r]!);
      gatherers += facts.strictGatherer[u]!;
      if (facts.strictGatherer[u] === 1) gathererValue += total[r]!;
      back += mutual[r]!;
      standing += relations.standing[r]!;
      if (facts.receivers[u] === 1) solo++;
      spread += (relations.lastMs[r]! - relations.firstMs[r]!) / periodMs;
      if (relations.regular[r] === 1) regular += total[r]!;
      squares += (total[r]! / value) ** 2;
      if (exceptional.exceptional[r] === 0) continue;
      if (gatherersPaid[u]! > facts.gatherer[a]!) shared++;
      fees[feeCount++] = total[r]!;
      if (marked.totalIn[u]! > 0) loads[loadCount++] = total[r]! / (marked.totalIn[u]! / months);
    }
    s.gathIn[a] = Math.log1p(gatherers);
    s.gathInShare[a] = gatherers / payers;
    s.gathInVal[a] = gathererValue / value;
    s.recipIn[a] = back / payers;
    s.stIn[a] = Math.log1p(standing);
    s.soloShare[a] = solo / payers;
    s.occSpread[a] = spread / payers;
    s.regInVal[a] = regular / value;
    s.hhiIn[a] = squares;
    if (feeCount > feeStarts[a]!) s.exShared[a] = shared / (feeCount - feeStarts[a]!);
  }
  feeStarts[accounts] = feeCount;
  loadStarts[accounts] = loadCount;
  sortSegments(widths, inStarts);
  sortSegments(ratios, inStarts);
  sortSegments(fees, feeStarts);
  sortSegments(loads, loadStarts);
  for (let a = 0; a < accounts; a++) {
    s.payerKout[a] = medianOfSorted(widths, inStarts[a], inStarts[a + 1]);
    s.medR[a] = medianOfSorted(ratios, inStarts[a], inStarts[a + 1]);
    s.feeMedian[a] = medianOfSorted(fees, feeStarts[a], feeStarts[a + 1]);
    if (feeStarts[a + 1]! > feeStarts[a]!) s.feeMax[a] = fees[feeStarts[a + 1]! - 1]!;
    s.feeToIncome[a] = medianOfSorted(loads, loadStarts[a], loadStarts[a + 1]);
  }
  return s.list();
}

/** How many gatherers each account pays exceptionally. */
function exceptionalGatherers({ relations, exceptional }: SignBasis['features'], gatherer: Uint8Array): Int32Array {
  const paid = new Int32Array(relations.outStarts.length - 1);
  for (let r = 0; r < relations.count; r++) {
    if (exceptional.exceptional[r] === 1 && gatherer[relations.beneficiary[r]!] === 1) paid[relations.payer[r]!]!++;
  }
  return paid;
}
