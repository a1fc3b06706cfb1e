import { type LedgerBuilder } from '../ledger/index.js';
import { BlankFile } from './blank-file.js';
import { type ChosenLayout } from './choose-layout.js';
import { mappedCells } from './compile-plan.js';
import { type TableItem } from './formats/table.js';
import { type ReadLog } from './read-log.js';
import { type RecordLimits, tooManyCells } from './record-sink.js';
import { RowInterpreter } from './row-interpreter.js';
import { shownText } from './shown-record.js';

/** Everything it takes to read one table. */
export interface TableReading {
  readonly items: AsyncIterable<readonly TableItem[]>;
  readonly chosen: ChosenLayout;
  readonly limits: RecordLimits;
  readonly draft: LedgerBuilder;
  readonly log: ReadLog;
  /** Number of the table in draft and log. */
  readonly file: number;
}

/** Reads all records of a table, whatever its format: what a cell means is said where it is said for text. */
export async function readTable({ items, chosen: { plan }, limits, draft, log, file }: TableReading): Promise<void> {
  const sink = plan === undefined ? new BlankFile(log, file) : new RowInterpreter(plan, draft, log, file);
  const mapped = new Set(plan === undefined ? [] : mappedCells(plan));
  for await (const batch of items) {
    for (const item of batch) {
      if (item.kind === 'left-out') log.skip(file, item.code);
      else if (item.kind === 'remark') log.note(file, item.line, item.fault);
      else if (item.kind === 'refused') sink.refuse(item.line, item.raw, item.fault);
      else {
        const { line, raw } = item;
        const cells = filled(item.cells, plan?.cellCount ?? 0);
        const spoilt = item.spoilt?.find(({ cell }) => mapped.has(cell));
        if (cells.length > limits.maxColumns) sink.refuse(line, raw, tooManyCells(limits, cells.length));
        else if (spoilt === undefined) sink.accept(cells, line, raw);
        else {
          const { cell, code, expected } = spoilt;
          // A spoilt cell is a mapped one: there is a plan.
          const received = shownText(cells[cell] ?? '', cell, plan!);
          sink.refuse(line, raw, { code, column: plan!.columnNames[cell] ?? '', expected, received });
        }
      }
    }
  }
}

/** Rows of a sheet end with their last cell that holds something. */
function filled(cells: readonly string[], count: number): readonly string[] {
  return cells.length >= count ? cells : [...cells, ...new Array<string>(count - cells.length).fill('')];
}
