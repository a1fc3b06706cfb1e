/** Where something stands in a text. */
export interface JsonPlace {
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s"{}[\],:]+/g;

interface Frame {
  readonly isArray: boolean;
  /** Key or position of what comes next; undefined before an object's first key. */
  key: string | number | undefined;
  wantsKey: boolean;
}

/**
 * Where a member of a text stands that is JSON: at its key, elements of arrays at their value; where there is none, at the
 * innermost that there is. Of keys that are said twice it is the last, as `JSON.parse` takes it. O(length).
 */
export function findJsonPlace(text: string, path: readonly PropertyKey[]): JsonPlace {
  const open: Frame[] = [];
  const found = new Map<number, number>();
  const note = (at: number): void => {
    if (open.length <= path.length && open.every(({ key }, i) => key === path[i])) found.set(open.length, at);
  };
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const top = open.at(-1);
    if (top?.wantsKey === true && token.startsWith('"')) {
      top.key = JSON.parse(token) as string;
      top.wantsKey = false;
      note(index);
    } else if (token === ',') {
      if (typeof top!.key === 'number') top!.key++;
      else top!.wantsKey = true;
    } else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') {
      if (top === undefined || top.isArray) note(index);
      if (token === '{') open.push({ isArray: false, key: undefined, wantsKey: true });
      if (token === '[') open.push({ isArray: true, key: 0, wantsKey: false });
    }
  }
  const deepest = Math.max(...found.keys(), 0);
  const lines = text.slice(0, found.get(deepest) ?? 0).split('\n');
  return { line: lines.length, column: lines.at(-1)!.length + 1 };
}
