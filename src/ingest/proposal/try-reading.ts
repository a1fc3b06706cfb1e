import { compareText, formatInstant, formatMinor, IllicitFlowsError, PRECISIONS } from '../../foundation/index.js';
import { LedgerBuilder } from '../../ledger/index.js';
import { TextInterner } from '../../structures/index.js';
import { type ChosenLayout } from '../choose-layout.js';
import { type TableItem } from '../formats/table.js';
import { mappedCells } from '../compile-plan.js';
import { type Flow, type Party } from '../record-parts.js';
import { ReadLog } from '../read-log.js';
import { RecordReading } from '../record-reading.js';
import { RowInterpreter } from '../row-interpreter.js';
import { type RowPlan } from '../row-plan.js';
import { type SampleRecord } from '../sample-records.js';

/** A transfer of the sample, told so that nobody is named. */
export interface SampleTransfer {
  /** First and last two characters of the account; a text without digits, which may be a name, is not shown. */
  readonly payer: string;
  readonly beneficiary: string;
  /** With its currency; empty where the mapping has no amounts. */
  readonly amount: string;
  /** As fine as the file says. */
  readonly time: string;
}

/** What came of reading the sample as proposed. */
export interface SampleReading {
  /** Rows below the header, blank lines aside. */
  readonly rows: number;
  /** Rows that became transfers. */
  readonly accepted: number;
  /** Rows that the mapping leaves out, such as cancelled ones. */
  readonly leftOut: number;
  /** Rows that were not read, by code, the most frequent first. */
  readonly refused: readonly { readonly code: string; readonly count: number }[];
  /** Remarks on rows that were read, by code. */
  readonly remarks: readonly { readonly code: string; readonly count: number }[];
  /** Accounts whose holder has the name of another account's holder, and that are kept apart. */
  readonly sameNameApart: number;
  /** The first three. */
  readonly transfers: readonly SampleTransfer[];
}

const MOST_TRANSFERS = 3;
const NO_ROWS = new Set(['header-line', 'title-line', 'sep-line', 'blank-line', 'marker-line', 'footer-line']);

/**
 * Reads the records of a sample, from the first of the file on, by what a reading of the file would use.
 *
 * @param choose finds the layout, and may throw as a reading would
 * @param recordsOf the records as the layout tells them apart
 * @returns the code of the error where the whole file would be refused
 */
export function tryReading(
  choose: () => ChosenLayout,
  recordsOf: (chosen: ChosenLayout) => readonly SampleRecord[],
): SampleReading | { readonly code: string; readonly message: string } {
  try {
    const chosen = choose();
    return chosen.plan === undefined ? NOTHING : readSample(recordsOf(chosen), chosen.plan);
  } catch (error) {
    if (!(error instanceof IllicitFlowsError)) throw error;
    return { code: error.code, message: error.message };
  }
}

const NOTHING: SampleReading = {
  rows: 0,
  accepted: 0,
  leftOut: 0,
  refused: [],
  remarks: [],
  sameNameApart: 0,
  transfers: [],
};

function readSample(records: readonly SampleRecord[], plan: RowPlan): SampleReading {
  const log = new ReadLog();
  const draft = new LedgerBuilder();
  const file = draft.addSource({ name: 'sample', sha256: '' });
  log.openFile('sample');
  const rows = new RowInterpreter(plan, draft, log, file);
  const reading = new RecordReading(plan, new TextInterner());
  const mapped = new Set(mappedCells(plan));
  const transfers: SampleTransfer[] = [];
  records.forEach((record, i) => {
    const { raw } = record;
    const fault = faultOf(record, mapped);
    if (fault !== undefined && rows.preludeLeft === 0) {
      rows.refuse(i + 1, raw, { code: fault, column: '', expected: '', received: '' });
      return;
    }
    const cells = filledUp(record, plan);
    const before = draft.rowCount;
    rows.accept(cells, i + 1, raw);
    if (draft.rowCount > before && transfers.length < MOST_TRANSFERS) {
      const transfer = tell(reading, plan, cells, raw);
      if (transfer !== undefined) transfers.push(transfer);
    }
  });
  log.close();
  const { read, accepted, skippedByCode } = log.counts(file);
  const skipped = [...skippedByCode].reduce((sum, [code, count]) => sum + (NO_ROWS.has(code) ? count : 0), 0);
  return {
    rows: read - skipped,
    accepted,
    leftOut: skippedByCode.get('not-moved') ?? 0,
    refused: byCount(log.finish().counts),
    remarks: byCount(new Map(log.notes().map(({ code, count }) => [code, count]))),
    sameNameApart: draft.accounts.finish().holders.sameNameApart,
    transfers,
  };
}

/** Why a record cannot be read before its cells are looked at; undefined if it can. */
function faultOf(record: SampleRecord, mapped: ReadonlySet<number>): string | undefined {
  if (record.cells.length === 0 && record.raw.trim() !== '') return 'record-unreadable';
  const { spoilt } = record as Partial<Extract<TableItem, { kind: 'record' }>>;
  return spoilt?.find(({ cell }) => mapped.has(cell))?.code;
}

/** Rows of a sheet end with their last cell that holds something. */
function filledUp(record: SampleRecord, { cellCount }: RowPlan): readonly string[] {
  const { cells } = record;
  const isOfTable = (record as Partial<TableItem>).kind === 'record';
  return isOfTable && cells.length < cellCount
    ? [...cells, ...new Array<string>(cellCount - cells.length).fill('')]
    : cells;
}

function tell(
  reading: RecordReading,
  plan: RowPlan,
  cells: readonly string[],
  raw: string,
): SampleTransfer | undefined {
  if (!reading.start(cells, raw)) return undefined;
  const first = reading.party(plan.payer, plan.beneficiary);
  const second = reading.party(plan.beneficiary, plan.payer);
  const flow = reading.flow();
  const instant = reading.instant(0);
  if (first === null || second === null || flow === null || instant === null) return undefined;
  const [from, to] = flow.reversed ? [second, first] : [first, second];
  return {
    payer: shortened(from),
    beneficiary: shortened(to),
    amount: amountOf(flow),
    time: formatInstant(instant.timeMs, PRECISIONS[instant.precision]!),
  };
}

function amountOf({ paid }: Flow): string {
  if (paid === undefined) return '';
  const { mantissa, decimals, wide } = paid.amount;
  const { currency } = paid;
  return `${formatMinor(wide ?? BigInt(mantissa), decimals)} ${currency}`;
}

/** Of words with digits, such as a name with a telephone, the end; of short texts the first character; of a name nothing. */
function shortened({ account }: Party): string {
  if (!/\p{N}/u.test(account)) return '…';
  if (/[\s|]/u.test(account) && /\p{L}{3}/u.test(account)) return `…${account.slice(-2)}`;
  const characters = Array.from(account);
  if (characters.length < 8) return `${characters[0]!}…`;
  return `${characters.slice(0, 2).join('')}…${characters.slice(-2).join('')}`;
}

function byCount(counts: ReadonlyMap<string, number>): { readonly code: string; readonly count: number }[] {
  return [...counts]
    .map(([code, count]) => ({ code, count }))
    .sort((a, b) => b.count - a.count || compareText(a.code, b.code));
}
