/** Stands for a field that is not given. A text of these two characters is written with its backslash doubled. */
const NONE = '\\N';

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\\', '\\\\'],
]);
const UNESCAPES: ReadonlyMap<string, string> = new Map([...ESCAPES].map(([raw, escaped]) => [escaped, raw]));

/** Fields as one line without its end: tabs between them; tab, line feed, carriage return and backslash escaped. */
export function encodeLine(fields: readonly (string | undefined)[]): string {
  return fields.map((field) => (field === undefined ? NONE : escapeField(field))).join('\t');
}

/** The fields of a line; undefined if a backslash stands before anything that is never escaped. */
export function decodeLine(line: string): readonly (string | undefined)[] | undefined {
  const fields: (string | undefined)[] = [];
  for (const field of line.split('\t')) {
    if (field === NONE) fields.push(undefined);
    else if (!field.includes('\\')) fields.push(field);
    else {
      const text = unescapeField(field);
      if (text === undefined) return undefined;
      fields.push(text);
    }
  }
  return fields;
}

function escapeField(field: string): string {
  return /[\t\n\r\\]/u.test(field) ? field.replace(/[\t\n\r\\]/gu, (raw) => ESCAPES.get(raw)!) : field;
}

function unescapeField(field: string): string | undefined {
  const isSound = [...field.matchAll(/\\[\s\S]?/gu)].every(([escaped]) => UNESCAPES.has(escaped));
  return isSound ? field.replace(/\\[\s\S]/gu, (escaped) => UNESCAPES.get(escaped)!) : undefined;
}
