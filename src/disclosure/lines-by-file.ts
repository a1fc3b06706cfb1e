import { type Row } from '../foundation/index.js';
import { type Ledger } from '../ledger/index.js';

/** Lines of one input file. */
export interface FileLines {
  readonly file: string;
  readonly lines: readonly number[];
}

/** Where rows came from: the lines of each file in the order of the rows, files in the order of the input. */
export function linesByFile(ledger: Ledger, rows: Iterable<Row>): FileLines[] {
  const { sourceFile, sourceLine } = ledger.columns;
  const lines = new Map<number, number[]>();
  for (const row of rows) {
    const known = lines.get(sourceFile[row]!);
    if (known === undefined) lines.set(sourceFile[row]!, [sourceLine[row]!]);
    else known.push(sourceLine[row]!);
  }
  const files = [...lines].sort((a, b) => a[0] - b[0]);
  return files.map(([file, numbers]) => ({ file: ledger.sources[file]?.name ?? '', lines: numbers }));
}
