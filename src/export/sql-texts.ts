/** A text as it stands in SQL. Nothing but the quote mark means anything inside: a backslash is one. */
export function sqlText(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

/**
 * The path of one file where patterns are taken too: what would be a sign of one stands in brackets. DuckDB finds no file whose
 * path has such a sign and a backslash as well, and says so.
 */
export function sqlPath(path: string): string {
  return path.replaceAll(/[*?[]/gu, (sign) => `[${sign}]`);
}
