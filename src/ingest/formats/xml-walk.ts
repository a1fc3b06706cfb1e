import { SaxesParser } from 'saxes';
import { InputError } from '../../foundation/index.js';

/** Levels of elements; statements and workbooks have about twenty. */
const MAX_DEPTH = 64;
/** Characters of one text, tag or comment. */
const MAX_PIECE_CHARS = 10_000_000;

/** What {@link XmlWalk} tells, in document order. Names come without their prefix. */
export interface XmlEvents {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>, line: number) => void;
  readonly text: (text: string) => void;
  readonly close: (name: string) => void;
}

/**
 * Walks XML text in pieces. A document type is refused and with it every entity of its own: what a file says stands in it. Depth and
 * the size of a piece are limited.
 */
export class XmlWalk {
  readonly #parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true });
  readonly #name: string;
  #depth = 0;
  #line = 1;
  #charsSinceEvent = 0;

  constructor(name: string, { open, text, close }: XmlEvents) {
    this.#name = name;
    const parser = this.#parser;
    const locals = new Map<string, string>();
    const local = (tag: string): string => {
      let known = locals.get(tag);
      if (known === undefined) {
        known = tag.slice(tag.indexOf(':') + 1);
        if (locals.size < 1000) locals.set(tag, known);
      }
      return known;
    };
    parser.on('error', (error) => {
      throw this.#unreadable(error.message.slice(0, 200));
    });
    parser.on('doctype', () => {
      throw new InputError(
        'xml-doctype',
        `Expected ${name} to have no document type: entities of its own are not read`,
      );
    });
    parser.on('opentagstart', () => (this.#line = parser.line));
    parser.on('opentag', (tag) => {
      this.#charsSinceEvent = 0;
      if (++this.#depth > MAX_DEPTH) throw this.#unreadable(`elements more than ${MAX_DEPTH} deep`);
      open(local(tag.name), tag.attributes, this.#line);
    });
    const onText = (piece: string): void => {
      this.#charsSinceEvent = 0;
      text(piece);
    };
    parser.on('text', onText);
    parser.on('cdata', onText);
    parser.on('closetag', (tag) => {
      this.#charsSinceEvent = 0;
      this.#depth--;
      close(local(tag.name));
    });
  }

  /** @throws InputError `xml-unreadable` if it is not well-formed or beyond the limits, `xml-doctype` */
  push(piece: string): void {
    this.#charsSinceEvent += piece.length;
    this.#parser.write(piece);
    if (this.#charsSinceEvent > MAX_PIECE_CHARS) {
      throw this.#unreadable(`a text or tag of more than ${MAX_PIECE_CHARS} characters`);
    }
  }

  /** @throws InputError `xml-unreadable` if an element is still open */
  end(): void {
    this.#parser.close();
  }

  /** Line on which the last element began. */
  get line(): number {
    return this.#line;
  }

  #unreadable(received: string): InputError {
    return new InputError('xml-unreadable', `Expected well-formed XML in ${this.#name} but received ${received}`);
  }
}
