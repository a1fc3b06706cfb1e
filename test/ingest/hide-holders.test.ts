import { describe, expect, it } from 'vitest';
import { type Mapping } from '../../src/ingest/index.js';
import { readChunks } from '../support/reading.js';

const MAPPING: Mapping = {
  payer: { account: 'from', holder: 'payer_name' },
  beneficiary: { account: 'to', holder: 'name' },
  time: 'file-order',
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  missing: ['n/a'],
};
const HEADER = 'from,payer_name,to,name,amount';

/** Raw texts of the quarantine by line, from either reader. */
async function rawOf(lines: readonly string[], reader: 'bytes' | 'papa', mapping = MAPPING): Promise<string[]> {
  const bytes = new TextEncoder().encode([HEADER, ...lines, ''].join('\n'));
  const reading = await readChunks([bytes], { mapping, reader });
  if (typeof reading === 'string') throw new Error(reading);
  return reading.quarantine.entries.map(({ raw }) => raw);
}

describe('names of holders in quarantine', () => {
  it.each(['bytes', 'papa'] as const)('are hidden with what tells them apart, by the reader %s', async (reader) => {
    const mapping: Mapping = { ...MAPPING, beneficiary: { account: 'to', holder: 'name', holderId: 'amount' } };
    expect(await rawOf(['A1,Al,C1,Amina Haddad,1990-05-01'], reader, mapping)).toEqual([
      'A1,[holder],C1,[holder],[holder]',
    ]);
  });

  it.each(['bytes', 'papa'] as const)('are hidden, and nothing else, by the reader %s', async (reader) => {
    const lines = [
      'A1,Amina Haddad,C1,Šimun Žižek,none',
      ',Al,C1,,5',
      'Al9,Al,C1,n/a,0',
      'A2,"Haddad, Amina (*)",C1,Amina,0',
      'A3,"the ""Duke"" of X",C1,,0',
      'A4,Amina Haddad,C1,5',
      'A5,Same,C1,Same,0',
      'A6 JANE DOE,Jane Doe,C1,,0',
      '"Eva ""E"" Roe",Eva "E" Roe,C1,,0',
    ];
    expect(await rawOf(lines, reader)).toEqual([
      'A1,[holder],C1,[holder],none',
      ',[holder],C1,,5',
      'Al9,[holder],C1,n/a,0',
      'A2,"[holder]",C1,[holder],0',
      '[may name a holder: see the file]',
      '[may name a holder: see the file]',
      'A5,[holder],C1,[holder],0',
      'A6 [holder],[holder],C1,,0',
      '[may name a holder: see the file]',
    ]);
  });

  it('leaves files without a mapped holder as they are', async () => {
    const { payer, beneficiary, ...rest } = MAPPING;
    const plain = { ...rest, payer: { account: payer!.account! }, beneficiary: { account: beneficiary!.account! } };
    expect(await rawOf(['A1,x,C1,y,0', 'A1,x'], 'papa', plain)).toEqual(['A1,x,C1,y,0', 'A1,x']);
  });
});
