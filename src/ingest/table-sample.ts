import { type Table, type TableItem } from './formats/table.js';
import { type SampleRecord } from './sample-records.js';

/** The first records of a table, and the whole table again. */
export interface TableSample {
  readonly records: readonly SampleRecord[];
  /** Whether these are all. */
  readonly isWhole: boolean;
  readonly items: AsyncIterable<readonly TableItem[]>;
  /** Lets go of the table if `items` will not be read. */
  readonly close: () => Promise<void>;
}

/** A layout is chosen, and an order of days and months decided, by so many records. */
const SAMPLE_RECORDS = 1000;

/** Looks at the first records of a table without taking them away. */
export async function sampleTable({ items }: Table): Promise<TableSample> {
  const iterator = items[Symbol.asyncIterator]();
  const seen: (readonly TableItem[])[] = [];
  const records: SampleRecord[] = [];
  let isWhole = false;
  while (records.length < SAMPLE_RECORDS) {
    const next = await iterator.next();
    if (next.done === true) {
      isWhole = true;
      break;
    }
    seen.push(next.value);
    for (const item of next.value) if (item.kind === 'record') records.push(item);
  }
  async function* all(): AsyncGenerator<readonly TableItem[]> {
    try {
      yield* seen;
      if (isWhole) return;
      for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) yield next.value;
    } finally {
      await iterator.return?.();
    }
  }
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { records, isWhole, items: all(), close };
}
