import { showInvisible } from '../export/index.js';
import { greatest } from '../structures/index.js';

/** Cells wider than this are cut on the terminal; the files hold them whole. */
const MAX_CELL = 48;

/** A plain-text table with aligned columns; numbers to the right. Control characters are written out. */
export function terminalTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [header, ...rows].map((row) => row.map(fitCell));
  const widths = header.map((_, column) => greatest(cells.map((row) => row[column]?.length ?? 0)));
  const numeric = header.map(
    (_, column) => rows.length > 0 && rows.every((row) => /^[\d.,%-]*$/u.test(row[column] ?? '')),
  );
  const lines = cells.map((row) =>
    row
      .map((cell, i) => (numeric[i] === true ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join('  ')
      .trimEnd(),
  );
  lines.splice(1, 0, widths.map((width) => '-'.repeat(width)).join('  '));
  return lines.join('\n');
}

function fitCell(text: string): string {
  const shown = showInvisible(text).replaceAll('\n', ' ');
  return shown.length > MAX_CELL ? `${shown.slice(0, MAX_CELL - 1)}…` : shown;
}
