/** Gives each distinct text a small integer, in order of first sight. A Map, so that `__proto__` is just a text. */
export class TextInterner {
  readonly #ids = new Map<string, number>();
  readonly #texts: string[] = [];

  get size(): number {
    return this.#texts.length;
  }

  /** Number of the text, new or known. */
  intern(text: string): number {
    const known = this.#ids.get(text);
    if (known !== undefined) return known;
    const id = this.#texts.length;
    this.#ids.set(text, id);
    this.#texts.push(text);
    return id;
  }

  /** Number of the text, or undefined if it never came. */
  find(text: string): number | undefined {
    return this.#ids.get(text);
  }

  /** Text of a number handed out by {@link TextInterner.intern}. */
  text(id: number): string {
    return this.#texts[id] as string;
  }

  texts(): readonly string[] {
    return this.#texts;
  }
}
