import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sqlText } from '../../src/export/index.js';
import { PRECISIONS } from '../../src/foundation/index.js';
import { CHANNELS, type Ledger } from '../../src/ledger/index.js';
import { openLake, type OpenLake, readLake, withDatabase } from '../../src/node/index.js';
import { type KeyPair, type TransferRow } from '../../src/slices/index.js';
import { HOSTILE_TEXTS } from '../support/hostile-texts.js';
import { LedgerOfRows, readLakeByRows } from '../support/oracles/lake-by-rows.js';
import { freshFolder } from '../support/run-command.js';
import { lakeOf } from '../support/sql-lakes.js';

const SOURCES = ['a.csv', `b 'x".csv`, 'ü/c.json'].map((name) => ({ name, sha256: name }));

/** Everything that a ledger holds; accounts by their texts, as their first sight may be another. */
function contentOf(ledger: Ledger): unknown {
  const { id, textIndex, ...columns } = ledger.columns;
  const { accounts, currencies, places, sources, precision, sequenced, wideAmounts, wideReceived } = ledger;
  return {
    ...{ columns, currencies, places, sources, precision, sequenced, wideAmounts, wideReceived, textIndex },
    ids: Array.from(columns.payer, (_, row) => (id === undefined ? undefined : ledger.id(row as never))),
    accounts: Array.from({ length: accounts.size }, (_, account) => accounts.key(account as never)),
    unit: accounts.unit,
  };
}

function ledgerOf(rows: readonly TransferRow[]): Ledger {
  const ledger = new LedgerOfRows(SOURCES, [false, true, false, false]);
  for (const row of rows) ledger.add(row);
  return ledger.finish();
}

async function lakeWith(rows: readonly TransferRow[]): Promise<{ ledger: Ledger; lake: OpenLake }> {
  const ledger = ledgerOf(rows);
  return { ledger, lake: await openLake([await lakeOf(ledger)]) };
}

const hostile = HOSTILE_TEXTS.map(([, text]) => text).filter((text) => !/[\0\p{Surrogate}]/u.test(text));
const long = ['123456789012', '1234567890123', 'DE89370400440532013000', '\u{1d4b3}12345678', '\u{1d4b3}123456789'];
const longer = [23, 24, 25, 36, 60, 71, 72, 73, 84, 500].map((length) => 'x'.repeat(length - 2).padEnd(length, 'ü'));
const addresses = ['0x' + 'aB'.repeat(20), '0x' + 'ab'.repeat(20)];
const texts = fc.oneof(fc.constantFrom('p', 'q', 'r', ' p', 'P'), fc.constantFrom(...long, ...longer, ...hostile));
const words = fc.oneof(fc.constantFrom('B', 'C', 'b'), texts, fc.constant('y'.repeat(65)));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const key: fc.Arbitrary<KeyPair> = fc.tuple(
  fc.oneof(fc.constantFrom('', 'B'), words),
  fc.oneof(texts, fc.constantFrom(...addresses)),
);
const amount = fc.oneof(
  fc.constantFrom('1', '0.10', '250.00', '-5', '0', '-0.00', '1e3', '.5', '+7', '999999999999999', '9007199254740993'),
  fc.constantFrom('123456789012345678901.25', '-123456789012345678901', '0.00000000000000000000000000000000001'),
  fc.integer({ min: 0, max: 10 ** 9 }).map((cents) => (cents / 100).toFixed(2)),
);
/** Accounts that stand for others; each has a transfer of its own. */
const UNITS: readonly KeyPair[] = [
  ['B', 'p'],
  ['', 'y'.repeat(30)],
  ['B', 'q'],
];
const row: fc.Arbitrary<TransferRow> = fc
  .record({
    source: fc.constantFrom(...SOURCES.map(({ name }) => name)),
    row: fc.nat(50),
    sequence: optional(fc.constantFrom(0, -3, 7, 2 ** 40)),
    timeMs: fc.constantFrom(0, -1, 5, 1_704_093_342_000, 2 ** 51),
    precision: fc.nat(PRECISIONS.length - 1),
    payer: key,
    beneficiary: key,
    payerUnit: optional(fc.constantFrom(...UNITS)),
    beneficiaryUnit: optional(fc.constantFrom(...UNITS)),
    paid: optional(fc.tuple(amount, fc.constantFrom('EUR', 'USD', 'ÄÖ€'))),
    received: optional(fc.tuple(amount, fc.constantFrom('EUR', 'JPY'))),
    channel: fc.nat(CHANNELS.length - 1),
    places: fc.tuple(...[0, 1, 2, 3].map(() => optional(words))),
    id: optional(texts),
  })
  .map(({ paid, received, ...rest }) => ({
    ...rest,
    amount: paid?.[0],
    currency: paid?.[1],
    receivedAmount: received?.[0],
    receivedCurrency: received?.[1],
  }));

/** A row that holds nothing that it need not. */
function plain(i: number): TransferRow {
  return {
    ...{ source: 'a.csv', row: i, sequence: undefined, timeMs: 1000 * i, precision: 4, channel: i % 3 },
    payer: ['B', `p${i % 700}`],
    beneficiary: ['B', `q${i % 900}`],
    ...{ payerUnit: undefined, beneficiaryUnit: undefined, receivedAmount: undefined, receivedCurrency: undefined },
    ...{ amount: `${i}.50`, currency: 'EUR', places: [undefined, undefined, undefined, undefined], id: undefined },
  };
}

describe('a lake that is read by column', { timeout: 120_000 }, () => {
  it('is the ledger that its rows make one by one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 25 }), async (rows) => {
        const { lake } = await lakeWith([...rows, ...UNITS.map((payer, i) => ({ ...plain(i), payer }))]);
        const [read, expected] = [(await readLake(lake)).ledger, await readLakeByRows(lake)];
        expect(contentOf(read)).toEqual(contentOf(expected));
      }),
      { numRuns: 60 },
    );
  });

  it('is that where later rows are not like the first', async () => {
    const late = 22_000;
    const rows = Array.from({ length: 25_000 }, (_, i): TransferRow => {
      const usual = plain(i);
      if (i < late) return usual;
      return {
        ...usual,
        source: SOURCES[i % 3]!.name,
        sequence: i,
        payer: i === late ? ['Unit', 'of many'] : [`New ${i % 50}`, `${'long '.repeat(i % 40)}${i % 100}`],
        payerUnit: i % 5 === 0 ? ['Unit', 'of many'] : undefined,
        receivedAmount: i % 7 === 0 ? `${i}.123` : undefined,
        receivedCurrency: i % 7 === 0 ? 'USD' : undefined,
        places: [`place ${i}`, undefined, 'y'.repeat(65 + (i % 2)), i % 2 === 0 ? 'DE' : undefined],
        id: i % 3 === 0 ? `id ${i} with more than twelve` : undefined,
      };
    });
    const { lake, ledger } = await lakeWith(rows);
    const read = (await readLake(lake)).ledger;
    expect(contentOf(read)).toEqual(contentOf(await readLakeByRows(lake)));
    expect(new Set(read.accounts.unit).size).toBe(new Set(ledger.accounts.unit).size);
  });

  it('is that with more words than get a number, and with none', async () => {
    const many = Array.from({ length: 9000 }, (_, i) => ({
      ...plain(i),
      payer: [`bank ${i % 5000}`, 'p'] as const,
      places: ['x', 'y', 'z', 'x'].map((text) => `${text}${i}`),
    }));
    const { lake } = await lakeWith(many);
    expect(contentOf((await readLake(lake)).ledger)).toEqual(contentOf(await readLakeByRows(lake)));
    const { lake: none } = await lakeWith([]);
    expect(contentOf((await readLake(none)).ledger)).toEqual(contentOf(await readLakeByRows(none)));
  });

  it('keeps a mark of byte order in front of a text', async () => {
    const mark = '\ufeff';
    const rows = [0, 1].map((i) => ({
      ...plain(i),
      payer: [`${mark}B`, `${mark}p`] as const,
      beneficiary: ['B', 'p'] as const,
      places: [`${mark}x`, 'x', undefined, undefined],
      id: `${mark}i`,
    }));
    const { lake, ledger } = await lakeWith(rows);
    expect(contentOf((await readLake(lake)).ledger)).toEqual(contentOf(ledger));
  });
});

describe('a lake with a fault', { timeout: 120_000 }, () => {
  const rows = Array.from({ length: 5000 }, (_, i) => plain(i));
  /** What is said of a lake whose columns are replaced by expressions. */
  const said = async (...replaced: readonly string[]): Promise<readonly unknown[]> => {
    const { lake } = await lakeWith(rows);
    const path = join(freshFolder(), 'transfers.parquet');
    await withDatabase('test', { memoryBytes: 256 * 2 ** 20 }, (database) =>
      database.run(
        `COPY (SELECT * REPLACE (${replaced.join(', ')}) FROM read_parquet(${sqlText(lake.paths[0]!)})) TO ${sqlText(path)} (FORMAT parquet)`,
      ),
    );
    const broken = { ...lake, paths: [path] };
    const sayings: unknown[] = [];
    for (const read of [readLake, readLakeByRows]) {
      sayings.push(
        await read(broken).then(
          ...[() => 'nothing', ({ code, message }: Error & { code?: string }) => ({ code, message })],
        ),
      );
    }
    return sayings;
  };

  it.each([
    [`CASE WHEN "row" <> 3000 THEN source END AS source`, 'lake-unreadable'],
    [`CASE WHEN "row" <> 3000 THEN source ELSE 'other.csv' END AS source`, 'slice-row'],
    [`CASE WHEN "row" <> 3000 THEN "row" END AS "row"`, 'lake-unreadable'],
    [`CASE WHEN "row" <> 3000 THEN "timeMs" ELSE ${2n ** 60n} END AS "timeMs"`, 'lake-unreadable'],
    [`CASE WHEN "row" <> 3000 THEN precision ELSE 'year' END AS precision`, 'lake-unreadable'],
    [`CASE WHEN "row" <> 3000 THEN channel END AS channel`, 'lake-unreadable'],
    [`CASE WHEN "row" <> 3000 THEN "payerAccount" ELSE '' END AS "payerAccount"`, 'lake-unreadable'],
    [`CASE WHEN "row" <> 3000 THEN "beneficiaryAccount" END AS "beneficiaryAccount"`, 'lake-unreadable'],
    [`CASE WHEN "row" <> 3000 THEN amount ELSE '1,5' END AS amount`, 'slice-row'],
    [`CASE WHEN "row" <> 3000 THEN amount ELSE '' END AS amount`, 'slice-row'],
    [`CASE WHEN "row" < 3000 THEN 'new' ELSE "payerAccount" END AS "payerAccount"`, 'lake-unreadable'],
    [`CAST("row" AS VARCHAR) AS "row"`, 'lake-unreadable'],
    [`CAST(NULL AS VARCHAR) AS channel`, 'lake-unreadable'],
  ])('says the same: %s', async (replaced, code) => {
    const [saying, expected] = await said(replaced);
    expect(saying).toEqual(expected);
    expect(saying).toMatchObject({ code });
  });

  it('says the first of several', async () => {
    const [saying, expected] = await said(
      `CASE WHEN "row" = 3001 THEN NULL ELSE source END AS source`,
      `CASE WHEN "row" = 3000 THEN 'x' ELSE amount END AS amount`,
      `CASE WHEN "row" = 3000 THEN '' ELSE "beneficiaryAccount" END AS "beneficiaryAccount"`,
    );
    expect(saying).toEqual(expected);
    expect(saying).toMatchObject({ message: expect.stringContaining('beneficiaryAccount') as string });
  });

  it('is refused where amounts are no texts', async () => {
    const [saying] = await said(`CAST(amount AS DOUBLE) AS amount`);
    expect(saying).toMatchObject({ code: 'lake-unreadable' });
  });
});
