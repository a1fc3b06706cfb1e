import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Mapping } from '../../../src/ingest/index.js';
import { joinTexts } from '../../../src/ingest/values/derived-cells.js';
import { faultsOf, readOne, rowsOf } from '../../support/ingest/reading.js';

const MAPPING: Mapping = {
  payer: { account: ['First', 'Last', 'Phone'], institution: { constant: 'Agent' } },
  beneficiary: { account: { column: 'Details', pattern: 'IBAN: (\\S+)' }, country: { constant: 'MX' } },
  amount: { column: 'Amount', currency: { constant: 'usd' } },
  channel: { column: { constant: 'remittance' }, values: { remittance: 'value-transfer' } },
  time: { column: { column: 'Details', pattern: '\\d{4}-\\d{2}-\\d{2}' }, formats: ['YYYY-MM-DD'] },
};
const HEADER = 'First,Last,Phone,Amount,Details\n';

describe('values that are no columns', () => {
  it('are joined, constant, or part of a cell', async () => {
    const reading = await readOne(
      `${HEADER}Ana,Lopez,555,5,sent 2024-01-02 IBAN: MX1 ok\nAna,,Lopez|555,5,2024-01-03 IBAN: MX1\n,,,5,2024-01-03 IBAN: MX1\nAna,B,1,5,2024-01-04 none\n`,
      { mapping: MAPPING },
    );
    const rows = rowsOf(reading);
    expect(rows[0]).toMatch(/^Agent\/Ana\|Lopez\|555 \| MX1 \| \d+ day \| 5e-0 USD \| value-transfer$/);
    expect(rows[1]).toMatch(/^Agent\/Ana\|\|Lopez\\\|555 \| /);
    expect(faultsOf(reading)).toEqual(['4 account-missing First + Last + Phone', '5 account-missing Details']);
  });

  it('hide what makes an account, and cells of which a part is mapped, in what is quarantined', async () => {
    const { quarantine } = await readOne(`${HEADER}Ana,Lopez,555,x,2024-01-02 IBAN: MX1\n`, { mapping: MAPPING });
    expect(quarantine.entries[0]!.raw).toBe('[hidden] | [hidden] | [hidden] | a | [hidden]');
  });

  it('are refused where they are no values', async () => {
    const read = (account: unknown): Promise<unknown> =>
      readOne(HEADER, { mapping: { ...MAPPING, payer: { account } } as Mapping });
    await expect(read(['First'])).rejects.toMatchObject({ code: 'mapping-invalid' });
    await expect(read({ constant: ' ' })).rejects.toMatchObject({ code: 'mapping-invalid' });
    await expect(read({ column: 'First', pattern: '(?=x)' })).rejects.toMatchObject({ code: 'pattern-refused' });
    await expect(read(['First', 'Lost'])).rejects.toMatchObject({ code: 'column-missing' });
  });

  it('that are joined are the same only for the same cells', () => {
    const texts = fc.array(fc.stringMatching(/^[a|\\]{0,4}$/), { minLength: 3, maxLength: 3 });
    fc.assert(
      fc.property(texts, texts, (left, right) => {
        expect(joinTexts(left) === joinTexts(right)).toBe(left.every((text, i) => text === right[i]));
      }),
    );
  });
});
