/** Levels of objects and arrays inside one element. */
const MAX_DEPTH = 32;

/** An object as texts by key, nested keys joined by dots; or what is wrong with it. */
export type FlatObject =
  | { readonly cells: ReadonlyMap<string, string>; readonly fault?: undefined }
  | { readonly cells?: undefined; readonly fault: string };

class Fault extends Error {}

/**
 * Reads the JSON text of one object. Numbers keep the text they are written with, so that no digit is lost; `null` is empty, an array is
 * its own text. A key may come once. Keys are only ever keys of a Map.
 */
export function parseFlatObject(text: string): FlatObject {
  try {
    const reader = new FlatReader(text);
    reader.blanks();
    if (!reader.takes('{')) return { fault: 'no object' };
    reader.object('', 1);
    reader.blanks();
    return reader.isAtEnd ? { cells: reader.cells } : { fault: 'more behind the object' };
  } catch (error) {
    if (error instanceof Fault) return { fault: error.message };
    throw error;
  }
}

const BLANKS = /[ \t\n\r]*/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

class FlatReader {
  readonly cells = new Map<string, string>();
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  blanks(): void {
    this.#match(BLANKS);
  }

  takes(mark: string): boolean {
    if (this.#text[this.#at] !== mark) return false;
    this.#at++;
    return true;
  }

  /** The rest of an object behind its `{`. */
  object(prefix: string, depth: number): void {
    if (depth > MAX_DEPTH) throw new Fault(`more than ${MAX_DEPTH} levels`);
    this.blanks();
    if (this.takes('}')) return;
    do {
      this.blanks();
      const key = prefix + unquoted(this.#match(STRING) ?? this.#fail('a key'));
      this.blanks();
      if (!this.takes(':')) this.#fail('":"');
      this.blanks();
      if (this.takes('{')) this.object(`${key}.`, depth + 1);
      else this.#set(key, this.#value(depth));
      this.blanks();
    } while (this.takes(','));
    if (!this.takes('}')) this.#fail('"," or "}"');
  }

  #value(depth: number): string {
    if (this.#text[this.#at] === '"') return unquoted(this.#match(STRING) ?? this.#fail('a string'));
    if (this.#text[this.#at] === '[') {
      const start = this.#at;
      this.#skip(depth);
      return this.#text.slice(start, this.#at);
    }
    const scalar = this.#match(SCALAR) ?? this.#fail('a value');
    return scalar === 'null' ? '' : scalar;
  }

  /** Goes behind a value without keeping it. */
  #skip(depth: number): void {
    if (depth > MAX_DEPTH) throw new Fault(`more than ${MAX_DEPTH} levels`);
    const open = this.#text[this.#at];
    if (open !== '[' && open !== '{') {
      if (this.#match(open === '"' ? STRING : SCALAR) === undefined) this.#fail('a value');
      return;
    }
    const close = open === '[' ? ']' : '}';
    this.#at++;
    this.blanks();
    if (this.takes(close)) return;
    do {
      this.blanks();
      if (open === '{') {
        if (this.#match(STRING) === undefined) this.#fail('a key');
        this.blanks();
        if (!this.takes(':')) this.#fail('":"');
        this.blanks();
      }
      this.#skip(depth + 1);
      this.blanks();
    } while (this.takes(','));
    if (!this.takes(close)) this.#fail(`"," or "${close}"`);
  }

  #set(key: string, text: string): void {
    if (this.cells.has(key)) throw new Fault(`the key ${key.slice(0, 80)} twice`);
    this.cells.set(key, text);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #fail(wanted: string): never {
    throw new Fault(`something else than ${wanted} at character ${this.#at + 1}`);
  }
}

function unquoted(token: string): string {
  return token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
}
