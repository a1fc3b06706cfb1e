import { type SignColumn } from '../account-signs.js';
import { type SignBasis, signColumns } from './sign-basis.js';

/**
 * Signs of those whom an account pays, by value unless said otherwise.
 *
 * - `regOutVal`, `regOut` to regular receivers / out; log1p of how many
 * - `bizOutVal`, `consVal` to businesses / out; to accounts with very many payers / out
 * - `nbOutWage` to accounts that earn a living / out
 * - `nbOutPurity` mean purity of receivers
 * - `recvPerson` receivers with few payers / receivers
 * - `supplN` log1p of receivers paid on three occasions or more that are no livings
 */
export function receiverSigns({ features, facts, accounts }: SignBasis): SignColumn[] {
  const { relations, parameters } = features;
  const { personPayers, repeatedOccasions } = parameters;
  const { outStarts, beneficiary, total, regular, occasions } = relations;
  const s = signColumns(accounts, [
    'regOutVal',
    'regOut',
    'bizOutVal',
    'consVal',
    'nbOutWage',
    'nbOutPurity',
    'recvPerson',
    'supplN',
  ] as const);
  for (let a = 0; a < accounts; a++) {
    const receivers = facts.receivers[a]!;
    if (receivers === 0) continue;
    let [out, regularValue, regulars, business, consumer, earners, purity, persons, suppliers] = [
      0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];
    for (let r = outStarts[a]!; r < outStarts[a + 1]!; r++) {
      const v = beneficiary[r]!;
      const value = total[r]!;
      out += value;
      if (regular[r] === 1) {
        regularValue += value;
        regulars++;
      }
      if (facts.business[v] === 1) business += value;
      if (facts.payers[v]! >= facts.manyPayers) consumer += value;
      if (facts.earnsLiving[v] === 1) earners += value;
      purity += value * facts.purity[v]!;
      if (facts.payers[v]! <= personPayers && facts.payers[v]! < facts.manyPayers) persons++;
      if (occasions[r]! >= repeatedOccasions && facts.living[r] === 0) suppliers++;
    }
    s.regOutVal[a] = regularValue / out;
    s.regOut[a] = Math.log1p(regulars);
    s.bizOutVal[a] = business / out;
    s.consVal[a] = consumer / out;
    s.nbOutWage[a] = earners / out;
    s.nbOutPurity[a] = purity / out;
    s.recvPerson[a] = persons / receivers;
    s.supplN[a] = Math.log1p(suppliers);
  }
  return s.list();
}
