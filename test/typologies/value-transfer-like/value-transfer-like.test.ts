import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../../src/foundation/index.js';
import { type TransferInput } from '../../../src/ledger/index.js';
import { pay } from '../../support/detector-examples/pay.js';
import { valueTransferLikeExample } from '../../support/detector-examples/value-transfer-like.js';
import { detectionOf, findingsOfTypology, withoutColumns } from '../../support/named-findings.js';

const office = valueTransferLikeExample.positive;
const found = (
  transfers: readonly TransferInput[],
  parameters = {},
  hubs: readonly string[] = [],
): ReturnType<typeof findingsOfTypology> => findingsOfTypology('value-transfer-like', transfers, { parameters, hubs });

describe('I14, like a value transfer service', () => {
  it('is about the account between, and says that kinds of holders are not known', () => {
    const [finding] = found(office);
    expect(finding).toMatchObject({ subjects: ['office'], strength: 0.6 });
    expect(finding!.payers).toHaveLength(20);
    expect(finding!.receivers).toEqual(['company0', 'company1', 'company2', 'local']);
    expect(finding!.measured.get('shareOfLargestAbroad')).toBe(0.8);
    expect(finding!.measured.get('giniOfFamilies')).toBe(0);
    expect(detectionOf('value-transfer-like', office)).toMatchObject({ remarks: [expect.stringContaining('holder')] });
  });

  it('asks for twenty families, not twenty payments', () => {
    const linked = pay('family0>family1', office[0]!.timeMs - DAY_MS, '5', { countryFrom: 'AA', countryTo: 'AA' });
    expect(found([linked, ...office])).toEqual([]);
    expect(found(office, {}, ['family0'])).toEqual([]);
  });

  it('asks for sums of like size and for few payments out', () => {
    const oneLarge = office.map((one, i) => (i === 0 ? { ...one, amount: '30000.00' } : one));
    expect(found(oneLarge)).toEqual([]);
    const inParts = office.flatMap((one) =>
      one.payer === 'office' && one.beneficiary === 'local'
        ? [
            { ...one, amount: '1800.00' },
            { ...one, amount: '1800.00' },
          ]
        : [one],
    );
    expect(found(inParts)).toEqual([]);
  });

  it('asks for another country, has no view on which, and names the columns that it misses', () => {
    const at = (country: string): TransferInput[] =>
      office.map((one) => (one.countryTo === 'BB' ? { ...one, countryTo: country } : one));
    expect(found(at('AA'))).toEqual([]);
    expect(found(at('CC'))).toHaveLength(1);
    expect(detectionOf('value-transfer-like', withoutColumns(office, 'countryTo'))).toEqual({
      status: 'notEvaluable',
      missing: ['countryFrom and countryTo'],
    });
  });

  it('reports payments that keep to a day of the week', () => {
    const weekly = Array.from({ length: 12 }, (_, week) =>
      pay('office>company0', office[0]!.timeMs + 7 * week * DAY_MS, '5000.00', { countryFrom: 'AA', countryTo: 'BB' }),
    );
    const families = office.filter(({ beneficiary }) => beneficiary === 'office');
    const [finding] = found([...families, ...weekly], { minCreditsPerDebit: 1 });
    expect(finding!.measured.get('weeklyPeaksOfPayments')).toBe(1);
    expect(found(office)[0]!.measured.has('weeklyPeaksOfPayments')).toBe(false);
  });

  it('says where it stopped', () => {
    expect(detectionOf('value-transfer-like', office, { parameters: { maxSteps: 1 } })).toMatchObject({
      findings: { complete: false, stoppedBy: 'maxSteps 1' },
    });
  });
});
