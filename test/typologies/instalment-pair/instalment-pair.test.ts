import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { findingsOfTypology } from '../../support/named-findings.js';

const START = 1_700_000_000_000;

/** `families` families pay `first`, three days later `second`, each a day after the one before. */
function pairs(families: number, first: string, second: string, to = 'account', prefix = 'family'): TransferInput[] {
  return Array.from({ length: families }, (_, i) => [
    pay(`${prefix}-${i}>${to}`, START + i * DAY_MS, first),
    pay(`${prefix}-${i}>${to}`, START + (i + 3) * DAY_MS, second),
  ]).flat();
}
/** The money goes on from whichever of these accounts got it. */
const onward = ['account', 'shop', 'left', 'right'].map((one) => pay(`${one}>boss`, START + 99 * DAY_MS, '90000'));
const found = (transfers: readonly TransferInput[], parameters = {}): ReturnType<typeof findingsOfTypology> => {
  const paid = new Set(transfers.map(({ beneficiary }) => beneficiary));
  const passed = onward.filter(({ payer }) => paid.has(payer));
  return findingsOfTypology('instalment-pair', [...transfers, ...passed], { parameters });
};

describe('I09, instalment pairs', () => {
  it('may be chance with fewer than seven families, and is reported in full from seven on', () => {
    expect(found(pairs(6, '3000', '5000'))).toMatchObject([{ strength: 0.6, mayBeChance: true }]);
    const [full] = found(pairs(7, '3000', '5000'));
    expect(full).toMatchObject({ strength: 1, subjects: ['account'] });
    expect(full?.mayBeChance).toBeUndefined();
    expect(full?.measured.get('chance')).toBeCloseTo(1 / 128, 12);
  });

  it('holds for ratios from 1 to 4, both inclusive, but equal halves do not make up the number', () => {
    const ratio = (second: string): number => found(pairs(3, '1000.00', second)).length;
    expect([ratio('1000.01'), ratio('4000.00'), ratio('4000.01'), ratio('1000.00'), ratio('999.99')]).toEqual([
      1, 1, 0, 0, 0,
    ]);
  });

  it('is not what customers do who come twice: as many pay less the second time', () => {
    const more = pairs(12, '1000', '1500', 'shop', 'more');
    const less = pairs(10, '1500', '1000', 'shop', 'less');
    expect(found([...more, ...less])).toEqual([]);
    expect(found([...more, ...less], { whereChanceDoesAsWell: 1 })).toMatchObject([{ mayBeChance: true }]);
    expect(found(pairs(30, '1500', '1000'))).toEqual([]);
  });

  it('asks for exactly two payments of a family: who pays on is a customer', () => {
    const third = pay('family-0>account', START + 20 * DAY_MS, '3000');
    expect(found([...pairs(3, '3000', '5000'), third])).toEqual([]);
    // A family is also who paid each other before: their four payments are no pair.
    const kin = pay('family-0>family-1', START - DAY_MS, '10');
    expect(found([...pairs(3, '3000', '5000'), kin])).toEqual([]);
  });

  it('looks at a gap of 2 to 45 days, both inclusive', () => {
    const gap = (ms: number): number =>
      found(
        [0, 1, 2].flatMap((i) => [
          pay(`family-${i}>account`, START + i * DAY_MS, '3000'),
          pay(`family-${i}>account`, START + i * DAY_MS + ms, '5000'),
        ]),
      ).length;
    expect([gap(2 * DAY_MS - 1), gap(2 * DAY_MS), gap(45 * DAY_MS), gap(45 * DAY_MS + 1)]).toEqual([0, 1, 1, 0]);
  });

  it('asks that families begin on different days', () => {
    const together = [0, 1, 2].flatMap((i) => [
      pay(`family-${i}>account`, START + i, '3000'),
      pay(`family-${i}>account`, START + 3 * DAY_MS, '5000'),
    ]);
    expect(found(together)).toEqual([]);
  });

  it('takes accounts that feed one for one side: a part here, the rest there', () => {
    const split = [0, 1, 2].flatMap((i) => [
      pay(`family-${i}>left`, START + i * DAY_MS, '3000'),
      pay(`family-${i}>right`, START + (i + 3) * DAY_MS, '5000'),
    ]);
    expect(findingsOfTypology('instalment-pair', split)).toEqual([]);
    expect(found(split)).toMatchObject([{ subjects: ['left', 'right'], payers: ['family-0', 'family-1', 'family-2'] }]);
  });

  describe('of two accounts that the same families pay, and that share no receiver', () => {
    /** Families pay one account, and ten days later the other. */
    const staged = (
      families: number,
      [first, rest] = ['left', 'right'],
      more: Partial<TransferInput> = {},
    ): TransferInput[] =>
      Array.from({ length: families }, (_, i) => [
        pay(`family-${first}-${i}>${first}`, START + i * DAY_MS, first === 'left' ? '1400' : '5200', more),
        pay(`family-${first}-${i}>${rest}`, START + (i + 10) * DAY_MS, rest === 'left' ? '1400' : '5200', more),
      ]).flat();
    const passed = [pay('right>elsewhere', START + 99 * DAY_MS, '90000')];
    const subjects = (transfers: readonly TransferInput[]): string[] =>
      findingsOfTypology('instalment-pair', [...transfers, ...passed]).map((one) => one.subjects.join());

    it('takes them for one side from five families on', () => {
      expect([4, 5].map((families) => subjects(staged(families)))).toEqual([[], ['left,right']]);
    });

    it('lets the order decide: customers come to two trades in either order', () => {
      expect(subjects([...staged(9), ...staged(9, ['right', 'left'])])).toEqual([]);
      expect(subjects(staged(9, ['right', 'left']))).toEqual([]);
    });

    it('leaves out who is paid by card, and trades most of whose customers do not come from the other one', () => {
      expect(subjects(staged(9, ['left', 'right'], { channel: 'card' }))).toEqual([]);
      const others = Array.from({ length: 10 }, (_, i) => pay(`other-${i}>left`, START + i * DAY_MS, '1400'));
      expect(subjects([...staged(9), ...others.slice(0, 9)])).toEqual(['left,right']);
      expect(subjects([...staged(9), ...others])).toEqual([]);
    });

    it('does not say it twice where they also feed one', () => {
      const fed = ['left', 'right'].map((one) => pay(`${one}>boss`, START + 99 * DAY_MS, '90000'));
      expect(findingsOfTypology('instalment-pair', [...staged(9), ...fed])).toHaveLength(1);
    });
  });

  it('asks that half of the money goes on in the data: what stays may be the takings of a merchant', () => {
    const passed = (amount: string): number =>
      findingsOfTypology('instalment-pair', [
        ...pairs(3, '3000.00', '5000.00'),
        pay('account>other', START + 50 * DAY_MS, amount),
      ]).length;
    expect(findingsOfTypology('instalment-pair', pairs(3, '3000.00', '5000.00'))).toEqual([]);
    expect([passed('12000.00'), passed('11999.99')]).toEqual([1, 0]);
  });

  it('does not count what is paid by card, nor hubs', () => {
    const byCard = pairs(3, '3000', '5000').map((one) => ({ ...one, channel: 'card' as const }));
    expect(found(byCard)).toEqual([]);
    expect(findingsOfTypology('instalment-pair', pairs(3, '3000', '5000'), { hubs: ['account'] })).toEqual([]);
  });
});
