/** An element with what stands inside it, by local names. */
export class XmlNode {
  readonly name: string;
  /** Line of the file on which it begins. */
  readonly line: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlNode[] = [];
  #text = '';

  constructor(name: string, line: number, attributes: Readonly<Record<string, string>>) {
    this.name = name;
    this.line = line;
    this.attributes = attributes;
  }

  addText(text: string): void {
    this.#text += text;
  }

  /** The first element at the end of a path; undefined if there is none. */
  find(...path: readonly string[]): XmlNode | undefined {
    const [name, ...rest] = path;
    if (name === undefined) return this;
    for (const child of this.children) {
      const found = child.name === name ? child.find(...rest) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Trimmed text at the end of the first of several paths (names with `/` between) that has one; else empty. */
  text(...paths: readonly string[]): string {
    for (const path of paths) {
      const text = this.find(...path.split('/'))?.ownText ?? '';
      if (text !== '') return text;
    }
    return '';
  }

  get ownText(): string {
    return this.#text.trim();
  }
}
