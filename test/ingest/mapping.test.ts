import { describe, expect, it } from 'vitest';
import { isSensitiveColumn, type Mapping, type ReadLedgerOptions } from '../../src/ingest/index.js';
import { faultsOf, readOne, rowsOf } from '../support/ingest/reading.js';

const BASE: Mapping = {
  payer: { account: 'own' },
  beneficiary: { account: 'other' },
  amount: { column: 'amount', currency: 'currency' },
  time: { column: 'day', formats: ['YYYY-MM-DD'] },
};

async function rows(mapping: Mapping, text: string): Promise<string[]> {
  const reading = await readOne(text, { mapping });
  return [
    ...rowsOf(reading).map((row) =>
      row
        .split(' | ')
        .filter((_, i) => i !== 2)
        .join(' '),
    ),
    ...faultsOf(reading),
  ];
}

describe('directions', () => {
  const text = 'own,other,amount,currency,day\na,b,-5,EUR,2024-01-01\na,c,7,EUR,2024-01-02\n';

  it('are as given, with negative amounts as the mapping says', async () => {
    expect(await rows(BASE, text)).toEqual(['a c 7e-0 EUR unknown', '2 amount-negative amount']);
    expect(await rows({ ...BASE, numbers: { negative: 'absolute' } }, text)).toEqual([
      'a b 5e-0 EUR unknown',
      'a c 7e-0 EUR unknown',
    ]);
    expect(await rows({ ...BASE, numbers: { negative: 'reverse' } }, text)).toEqual([
      'b a 5e-0 EUR unknown',
      'a c 7e-0 EUR unknown',
    ]);
  });

  it('follow the sign of a statement', async () => {
    expect(await rows({ ...BASE, direction: 'signed' }, text)).toEqual([
      'a b 5e-0 EUR unknown',
      'c a 7e-0 EUR unknown',
    ]);
  });

  it('turn currencies round with the money', async () => {
    const mapping: Mapping = { ...BASE, direction: 'signed', received: { column: 'got', currency: 'in' } };
    const both =
      'own,other,amount,currency,got,in,day\na,b,-5,EUR,6,USD,2024-01-01\na,b,5,EUR,6,USD,2024-01-02\na,b,-5,EUR,,,2024-01-03\n';
    expect(await rows(mapping, both)).toEqual([
      'a b 5e-0 EUR > 6e-0 USD unknown',
      'b a 6e-0 USD > 5e-0 EUR unknown',
      'a b 5e-0 EUR unknown',
    ]);
  });

  it('follow debit and credit columns', async () => {
    const mapping: Mapping = {
      ...BASE,
      amount: { column: 'debit', currency: { constant: 'EUR' } },
      direction: 'debit-credit',
      credit: 'credit',
    };
    const lines = ['a,b,5,', 'a,b,,6', 'a,b,0.00,7', 'a,b,1,1', 'a,b,,', 'a,b,0,0', 'a,b,-8,', 'a,b,,x'];
    const table = `own,other,debit,credit,day\n${lines.map((line, i) => `${line},2024-01-0${i + 1}\n`).join('')}`;
    expect(await rows(mapping, table)).toEqual([
      'a b 5e-0 EUR unknown',
      'b a 6e-0 EUR unknown',
      'b a 7e-0 EUR unknown',
      '5 amount-both-sides credit',
      '6 amount-missing credit',
      '7 amount-zero debit',
      '8 amount-negative debit',
      '9 amount-unreadable credit',
    ]);
    expect((await rows({ ...mapping, numbers: { negative: 'reverse' } }, table)).at(3)).toBe('b a 8e-0 EUR unknown');
  });
});

describe('columns', () => {
  it('are found by position in a file with and without header', async () => {
    const mapping: Mapping = {
      payer: { account: 1 },
      beneficiary: { account: 2 },
      amount: { column: 3, currency: { constant: 'EUR' } },
      time: { column: 4, formats: ['DD/MM/YYYY'] },
    };
    const body = 'a,b,1,13/01/2024\nc,d,2,14/01/2024\n';
    expect(await rows(mapping, body)).toHaveLength(2);
    const reading = await readOne(`p,q,r,s\n${body}`, { mapping });
    expect([...reading.files[0]!.skippedByCode]).toEqual([['header-line', 1]]);
    const forced = { ...mapping, dialect: { header: true } };
    expect(await rows(forced, body)).toHaveLength(1);
  });

  it('must be there and be meant unmistakably', async () => {
    const read = (text: string, mapping: Mapping = BASE): Promise<unknown> => readOne(text, { mapping });
    await expect(read('own,other,amount,day\n')).rejects.toMatchObject({ code: 'column-missing', message: /currency/ });
    const twice = 'own,own,other,amount,currency,day\na,b,c,1,EUR,2024-01-01\n';
    await expect(read(twice)).rejects.toMatchObject({ code: 'column-ambiguous' });
    const second = { ...BASE, payer: { account: { name: 'OWN', occurrence: 2 } } };
    expect(await rows(second, twice)).toEqual(['b c 1e-0 EUR unknown']);
    const ninth = { ...BASE, payer: { account: 9 } };
    await expect(read(twice, ninth)).rejects.toMatchObject({ code: 'column-missing' });
  });

  it('about what a person is are never read', async () => {
    const text = 'own,other,amount,currency,day,Payer Nationality\na,b,1,EUR,2024-01-01,x\n';
    const reading = await readOne(text, { mapping: BASE });
    expect(reading.files[0]?.notes.join()).toContain('sensitive-column-ignored: Payer Nationality');
    const mapping = { ...BASE, label: 'Payer Nationality' };
    await expect(readOne(text, { mapping })).rejects.toMatchObject({ code: 'sensitive-column' });
  });

  it('are called sensitive under many names, and not under others', () => {
    for (const name of [
      'RELIGION',
      'payer_ethnicity',
      'immigration-status',
      'senderCitizenship',
      'Visa Status',
      'tribe',
      'Caste',
      'race',
      'Staatsangehörigkeit',
      'nacionalidad',
      'Nationalité',
      'гражданство',
      'الجنسية',
      'uyruk',
      '民族',
    ]) {
      expect(isSensitiveColumn(name), name).toBe(true);
    }
    for (const name of [
      'trace',
      'broadcaster',
      'country_from',
      'international',
      'brace',
      'amount',
      'advisable',
      'national_bank',
      '',
    ]) {
      expect(isSensitiveColumn(name), name).toBe(false);
    }
  });
});

describe('other cells', () => {
  it('join what the mapping joins', async () => {
    const mapping: Mapping = {
      ...BASE,
      payer: { account: 'own', holder: 'who', holderId: 'who', institution: 'bank' },
      missing: ['NULL', 'n/a'],
      accountBlanks: 'remove',
    };
    const text =
      'own,who,bank,other,amount,currency,day\n' +
      'EE27 3300,Ann,null,b,1,EUR,2024-01-01\nEE273300,Ann,,b,1,EUR,2024-01-02\nEE1,Ann,,b,1,EUR,2024-01-03\n' +
      'null,Ann,,b,1,EUR,2024-01-04\nx,Null,,b,1,N/A,2024-01-05\n';
    const { ledger, quarantine } = await readOne(text, { mapping });
    expect(ledger.accounts.size).toBe(3);
    expect([...ledger.accounts.unit]).toEqual([0, 0, 2]);
    expect([...quarantine.counts.keys()]).toEqual(['account-missing', 'currency-missing']);
  });

  it('keep the order that the data gives', async () => {
    const text =
      'own,other,amount,currency,day,nr\nb,c,1,EUR,2024-01-01,9\na,b,1,EUR,2024-01-01,10\na,b,1,EUR,2024-01-01,x\n';
    expect(await rows({ ...BASE, sequence: 'nr' }, text)).toEqual([
      'b c 1e-0 EUR unknown',
      'a b 1e-0 EUR unknown',
      '4 sequence-unreadable nr',
    ]);
    expect((await rows({ ...BASE, sequence: 'file-order' }, text))[0]).toBe('b c 1e-0 EUR unknown');
    expect((await rows(BASE, text))[0]).toBe('a b 1e-0 EUR unknown');
  });

  it('name channels, and remark on words that the mapping does not know', async () => {
    const mapping: Mapping = { ...BASE, channel: { column: 'how', values: { 'Value Transfer': 'value-transfer' } } };
    const text =
      'own,other,amount,currency,day,how\na,b,1,EUR,2024-01-01,value transfer\na,b,1,EUR,2024-01-02,pigeon\na,b,1,EUR,2024-01-03,\n';
    expect((await rows(mapping, text)).map((row) => row.split(' ').at(-1))).toEqual([
      'value-transfer',
      'other',
      'unknown',
    ]);
    const { notes } = await readOne(text, { mapping });
    expect(notes).toMatchObject([{ code: 'channel-unknown', count: 1, examples: [{ received: 'pigeon' }] }]);
  });

  it('move dropped duplicates to quarantine', async () => {
    const line = 'a,b,1,EUR,2024-01-01\n';
    const text = `own,other,amount,currency,day\n${line}${line}c,c,1,EUR,2024-01-01\n`;
    const dropped = await readOne(text, { mapping: BASE, duplicates: 'drop' });
    expect(dropped.files[0]).toMatchObject({ read: 4, accepted: 2, quarantined: 1, skipped: 1 });
    expect(faultsOf(dropped)).toEqual(['3 duplicate']);
    const kept = await readOne(text, { mapping: BASE });
    expect(kept.ledger.rowCount).toBe(3);
    expect(kept.notes.map(({ code, count }) => `${code} ${count}`)).toEqual(['duplicate 1', 'self-transfer 1']);
  });

  it('stop being kept beyond the limit, and are still counted', async () => {
    const text = `own,other,amount,currency,day\n${'a,b,x,EUR,2024-01-01\n'.repeat(5)}`;
    const { quarantine } = await readOne(text, { mapping: BASE, maxQuarantined: 2 });
    expect(quarantine).toMatchObject({ total: 5, complete: false });
    expect(quarantine.entries).toHaveLength(2);
  });

  it('take at most 65,534 currencies', async () => {
    const lines = Array.from({ length: 65_540 }, (_, i) => `a,b,1,C${i},2024-01-01\n`);
    const { quarantine } = await readOne(`own,other,amount,currency,day\n${lines.join('')}`, {
      mapping: { ...BASE, tokens: true },
    });
    expect([...quarantine.counts]).toEqual([['too-many-currencies', 6]]);
  });
});

describe('checks', () => {
  const text = 'own,other,amount,currency,day\na,b,1,EUR,2024-01-01\n';
  const check = (mapping: unknown): Promise<unknown> =>
    readOne(text, { mapping } as ReadLedgerOptions).then(
      () => 'fine',
      (error: unknown) => (error as { code: string }).code,
    );

  it('refuse mappings that cannot be meant', async () => {
    expect(await check(BASE)).toBe('fine');
    const wrong: readonly unknown[] = [
      { ...BASE, ammount: 1 },
      { ...BASE, payer: { account: 0 } },
      { ...BASE, payer: { account: '' } },
      { ...BASE, payer: { account: { name: 'own', occurrence: 0 } } },
      { ...BASE, direction: 'debit-credit' },
      { ...BASE, credit: 'amount' },
      { ...BASE, amount: undefined, direction: 'signed' },
      { ...BASE, amount: undefined, received: BASE.amount },
      { ...BASE, time: { column: 'day', formats: [] } },
      { ...BASE, time: { column: 'day', formats: ['D/M'] } },
      { ...BASE, channel: { column: 'day', values: { x: 'pigeon' } } },
      { ...BASE, numbers: { decimalMark: '.', thousandsMark: '.' } },
      { ...BASE, numbers: { thousandsMark: '10' } },
      { ...BASE, dialect: { delimiter: '::' } },
      { ...BASE, dialect: { titleRows: -1 } },
    ];
    for (const mapping of wrong) expect(await check(mapping), JSON.stringify(mapping)).toBe('mapping-invalid');
    expect(await check(undefined)).toBe('mapping-missing');
    expect(await check('swift')).toBe('preset-unknown');
    expect(await check({ ...BASE, time: { column: 'day', formats: ['YYYY-MM-DD'], zone: 'CET' } })).toBe(
      'zone-unreadable',
    );
    await expect(readOne(text, { mapping: BASE, speed: 1 } as ReadLedgerOptions)).rejects.toMatchObject({
      code: 'unknown-option',
    });
  });

  it('state what was assumed', async () => {
    const { files } = await readOne(text, { mapping: { ...BASE, notes: ['from a test'] } });
    expect(files[0]?.notes).toEqual([
      'delimiter ",", found by agreement of the first lines',
      'from a test',
      'times without an offset are read as +00:00, the mapping names none',
      'decimal mark "." assumed, the mapping names none',
    ]);
  });

  it('ask for the order of day and month', async () => {
    const mapping: Mapping = { ...BASE, time: { column: 'day', formats: ['auto-date'] } };
    const line = (day: string): string => `own,other,amount,currency,day\na,b,1,EUR,${day}\n`;
    await expect(readOne(line('01/02/2024'), { mapping })).rejects.toMatchObject({ code: 'date-order-ambiguous' });
    expect((await readOne(line('31/01/2024'), { mapping })).ledger.rowCount).toBe(1);
  });
});
