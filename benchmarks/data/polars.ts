import { createRequire } from 'node:module';

/** What is used of nodejs-polars, which is no dependency: a hundred megabytes for one line of a table. */
interface Polars {
  readCSV(path: string, options: object): Frame;
  col(name: string): Column;
  concat(frames: readonly Frame[]): Frame;
  Datetime(unit: string): unknown;
  readonly String: unknown;
  readonly Float64: unknown;
  readonly Int8: unknown;
}

interface Frame {
  readonly height: number;
  withColumns(column: Column): Frame;
  select(...columns: readonly Column[]): Frame;
  unique(): Frame;
  withRowIndex(name: string): Frame;
  join(other: Frame, how: object): Frame;
  drop(...names: readonly string[]): Frame;
  rename(names: Readonly<Record<string, string>>): Frame;
}

interface Column {
  alias(name: string): Column;
  readonly str: { strptime(type: unknown, format: string): Column };
}

const NAME = 'nodejs-polars';

/** Whether the package is installed (`npm install --no-save nodejs-polars`); it is not loaded. */
export function hasPolars(): boolean {
  try {
    createRequire(import.meta.url).resolve(NAME);
    return true;
  } catch {
    return false;
  }
}

/** @param threads that it uses from its first work in this process on */
export async function loadPolars(threads: number): Promise<Polars> {
  process.env['POLARS_MAX_THREADS'] = String(threads);
  return ((await import(NAME)) as { default: Polars }).default;
}

/** Reads an AMLworld file into typed columns and dense account ids. @returns rows */
export function readByPolars(polars: Polars, path: string): number {
  const { String: text, Float64: number, Int8: label } = polars;
  const raw = polars
    .readCSV(path, {
      hasHeader: true,
      schema: {
        ...{ time: text, fromBank: text, fromAccount: text, toBank: text, toAccount: text, received: number },
        ...{ receivedCurrency: text, paid: number, currency: text, format: text, label },
      },
    })
    .withColumns(polars.col('time').str.strptime(polars.Datetime('ms'), '%Y/%m/%d %H:%M'));
  const ends = (bank: string, account: string): Frame =>
    raw.select(polars.col(bank).alias('bank'), polars.col(account).alias('account'));
  const accounts = polars
    .concat([ends('fromBank', 'fromAccount'), ends('toBank', 'toAccount')])
    .unique()
    .withRowIndex('id');
  const numbered = (frame: Frame, side: 'from' | 'to', name: string): Frame => {
    const leftOn = [`${side}Bank`, `${side}Account`];
    const joined = frame.join(accounts, { leftOn, rightOn: ['bank', 'account'], how: 'inner' });
    return joined.rename({ id: name }).drop(...leftOn);
  };
  return numbered(numbered(raw, 'from', 'payer'), 'to', 'beneficiary').height;
}
