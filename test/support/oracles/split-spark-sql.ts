/**
 * Statements of a file as spark-sql 3.5 takes them apart, character by character: it knows quotes, comments and backslashes, and no
 * backticks. Statements of nothing but blanks are left out.
 */
export function splitSparkSql(text: string): string[] {
  const statements: string[] = [];
  let statement = '';
  let inside: '' | "'" | '"' | '--' | '/*' = '';
  for (let i = 0; i < text.length; i++) {
    const two = text.slice(i, i + 2);
    const sign = text.charAt(i);
    if (inside === '' && (two === '--' || two === '/*')) inside = two;
    else if (inside === '' && (sign === "'" || sign === '"')) inside = sign;
    else if (inside === '--' && sign === '\n') inside = '';
    else if (inside === '/*' && two === '*/') inside = '';
    else if (inside === sign) inside = '';
    if (inside === '' && sign === ';') {
      statements.push(statement);
      statement = '';
    } else statement += sign;
    if (sign === '\\') statement += text.charAt(++i);
  }
  return [...statements, statement].filter((some) => some.trim() !== '');
}
