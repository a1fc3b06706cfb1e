import { describe, expect, it } from 'vitest';
import { chooseLayout } from '../../src/ingest/choose-layout.js';
import { type Mapping } from '../../src/ingest/index.js';
import { PapaRecords } from '../../src/ingest/papa-records.js';
import { PlainReader } from '../../src/ingest/plain-reader.js';
import { ReadLog } from '../../src/ingest/read-log.js';
import { RowInterpreter } from '../../src/ingest/row-interpreter.js';
import { LedgerBuilder } from '../../src/ledger/index.js';
import { faultsOf, readOne, rowsOf, utf8 } from '../support/ingest/reading.js';

const MAPPING: Mapping = {
  payer: { account: 'from' },
  beneficiary: { account: 'to' },
  amount: { column: 'amount', currency: { constant: 'EUR' } },
  time: { column: 'time', formats: ['YYYY-MM-DD'] },
  dialect: { delimiter: ',', header: true, encoding: 'utf-8' },
};
const HEADER = 'from,to,amount,time\n';
const GOOD = 'a,b,1,2024-01-01\n';

/** Attacks, as lines that are repeated. Each line leaves a quote open that none of the following closes for good. */
const ATTACKS: readonly (readonly [name: string, lines: string])[] = [
  ['an open quote on every line', '"x,b,1,2024-01-01\n'],
  ['a cell closed and another opened on every line', '"x","y,1,2024-01-01\n'],
  ['an open quote between good lines', `"x,b,1,2024-01-01\n${GOOD}${GOOD}`],
  ['an open quote in every thousandth line', `"x,b\n${'a,b\n'.repeat(999)}`],
  ['stray quotes in an open one', `"x${'"y'.repeat(20)}\n`],
];

/** Characters or bytes that each reader looks at for a text: those of every text that Papa Parse is given, and within quotes. */
function workOf(text: string): { readonly papa: number; readonly bytes: number } {
  let papa = 0;
  const records = new PapaRecords(
    ',',
    { accept: () => undefined, refuse: () => undefined },
    { onTokenise: (chars) => (papa += chars) },
  );
  records.push(text);
  records.end();

  const head = utf8(text);
  const { dialect, plan } = chooseLayout(
    { name: 'f', head: head.subarray(0, 65_536), isWhole: false },
    [{ name: 'mapping', mapping: MAPPING }],
    '',
  );
  const log = new ReadLog();
  const draft = new LedgerBuilder();
  draft.addSource({ name: 'f', sha256: '' });
  const reader = new PlainReader(new RowInterpreter(plan!, draft, log, log.openFile('f')), dialect);
  reader.push(head);
  reader.end();
  log.counts(0);
  return { papa, bytes: reader.quotedBytes };
}

describe('quotes that nothing closes', () => {
  it.each(ATTACKS)('%s: cost work that grows as the file does', (_, lines) => {
    const repeats = Math.ceil(60_000 / lines.length);
    const small = HEADER + lines.repeat(repeats);
    const large = HEADER + lines.repeat(4 * repeats);
    const one = workOf(small);
    const four = workOf(large);
    for (const reader of ['papa', 'bytes'] as const) {
      expect(four[reader]).toBeLessThan(4.5 * one[reader] + 60_000);
      // A line ahead of each of 16 lines, and once more where records go well.
      expect(four[reader]).toBeLessThan(40 * large.length);
    }
  });

  it.each(ATTACKS)('%s: are the same lines refused by both readers, every line accounted for', async (_, lines) => {
    const text = HEADER + GOOD + lines.repeat(Math.ceil(20_000 / lines.length)) + GOOD.repeat(2000);
    const papa = await readOne(text, { mapping: MAPPING, reader: 'papa' });
    const bytes = await readOne(text, { mapping: MAPPING, reader: 'bytes' });
    expect(faultsOf(bytes)).toEqual(faultsOf(papa));
    expect(rowsOf(bytes)).toEqual(rowsOf(papa));
    expect(papa.ledger.rowCount).toBeGreaterThanOrEqual(2000);
    const [file] = papa.files;
    expect(file!.read).toBe(file!.accepted + file!.quarantined + file!.skipped);
  });

  it('leave a cell of many lines readable, but for one close behind a refused line', async () => {
    const cell = (lines: number): string => `"m${'\n'.repeat(lines)}",b,1,2024-01-01\n`;
    for (const reader of ['papa', 'bytes'] as const) {
      const options = { mapping: MAPPING, reader };
      expect((await readOne(HEADER + cell(900), options)).ledger.rowCount).toBe(1);
      // The open quote takes what follows along up to the next quote, so it is refused only where none is within reach.
      const open = `"x,b,1,2024-01-01\n${GOOD.repeat(1001)}`;
      const near = await readOne(HEADER + open + cell(900), options);
      expect(faultsOf(near).filter((fault) => fault.includes('unclosed'))).toEqual(['2 unclosed-quote']);
      expect(near.ledger.rowCount).toBe(1002);
      const behind = `${'"x,b,1,2024-01-01\n'.repeat(1200)}${GOOD.repeat(5)}`;
      expect((await readOne(`${HEADER}${behind}${cell(20)}`, options)).ledger.rowCount).toBe(6);
      const far = await readOne(`${HEADER}${behind}${cell(22)}${GOOD}`, options);
      // Its first line and its last are refused, the blank ones between are none.
      expect([far.quarantine.total, far.ledger.rowCount]).toEqual([1202, 6]);
    }
  });
});
