import { type Fault } from '../read-log.js';

/** Formats, found by content; `text` = cells set apart by a delimiter, as in CSV. */
export type FileFormat = 'text' | 'camt' | 'mt940' | 'json' | 'ndjson' | 'xlsx' | 'parquet';

/** Formats beside delimited text. */
export type TableFormat = Exclude<FileFormat, 'text'>;

/** A cell whose text is not what was meant, such as a number that lost digits: a fault if the cell is read. */
export interface SpoiltCell {
  readonly cell: number;
  readonly code: string;
  readonly expected: string;
}

/** What a format's reader says, one after another. */
export type TableItem =
  | {
      readonly kind: 'record';
      /** Where it stands: a line, a row or an element, 1-based, as the format counts. */
      readonly line: number;
      readonly cells: readonly string[];
      /** For the quarantine. */
      readonly raw: string;
      readonly spoilt?: readonly SpoiltCell[];
    }
  | { readonly kind: 'refused'; readonly line: number; readonly raw: string; readonly fault: Fault }
  /** A record that is no transfer, by code: counted as skipped. */
  | { readonly kind: 'left-out'; readonly code: string }
  /** Something about what was read, such as a balance that does not add up. */
  | { readonly kind: 'remark'; readonly line: number; readonly fault: Fault };

/** One table of a file: what any reader of a format hands to whoever gives cells their meaning. */
export interface Table {
  readonly format: TableFormat;
  /** Sheet of a workbook; empty where a file is one table. */
  readonly name: string;
  /** Place among the sheets of its workbook, from 1. Left out where a file is one table. */
  readonly position?: number;
  readonly encoding: string;
  /** Undefined = the names stand in the first records, as in a CSV file. */
  readonly columns: readonly string[] | undefined;
  /** In batches of any size. Can be walked once. */
  readonly items: AsyncIterable<readonly TableItem[]>;
  /** What was found, as sentences; complete once the items have been walked. */
  readonly notes: () => readonly string[];
}

/** Cells as text for the quarantine: one line, quoted where a semicolon or quote mark stands in one. */
export function rawOfCells(cells: readonly string[]): string {
  return cells.map((cell) => (/[;"\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(';');
}
