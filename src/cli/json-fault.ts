/** Where a text stops being JSON, and what stands in the way. */
export interface JsonFault {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  readonly expected: string;
}

const SPACE = /[ \t\r\n]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Finds the first place where a text cannot go on as JSON; undefined if it is JSON. Engines do not all tell. O(length). */
export function findJsonFault(text: string): JsonFault | undefined {
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return false;
    at += match[0].length;
    return true;
  };
  const fault = (expected: string): JsonFault => {
    const lines = text.slice(0, at).split('\n');
    return { line: lines.length, column: lines.at(-1)!.length + 1, expected };
  };
  // What is open, as the brackets that close it.
  const open: string[] = [];
  for (let wantsValue = true; ;) {
    skip(SPACE);
    if (wantsValue) {
      const char = text[at] ?? '';
      if (char === '{' || char === '[') {
        at++;
        open.push(char === '{' ? '}' : ']');
        skip(SPACE);
        if (text[at] !== open.at(-1)) {
          if (char === '{' && !skipName()) return fault('a name in quotation marks and a colon');
          continue;
        }
        at++;
        open.pop();
      } else if (!skip(STRING) && !skip(SCALAR)) return fault('a value');
      wantsValue = false;
    } else if (open.length === 0) {
      return at === text.length ? undefined : fault('the end');
    } else if (text[at] === ',') {
      at++;
      if (open.at(-1) === '}' && !skipName()) return fault('a name in quotation marks and a colon');
      wantsValue = true;
    } else if (text[at] === open.at(-1)) {
      at++;
      open.pop();
    } else return fault(`, or ${open.at(-1)!}`);
  }

  function skipName(): boolean {
    skip(SPACE);
    if (!skip(STRING)) return false;
    skip(SPACE);
    if (text[at] !== ':') return false;
    at++;
    return true;
  }
}
