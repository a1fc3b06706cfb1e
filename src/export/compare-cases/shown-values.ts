import { recordMask } from '../record-mask.js';
import { isFields } from './align-lists.js';

/** Longest text shown of a value. */
const MOST_CHARACTERS = 80;
/** Stands in for what may be an account. */
const HIDDEN = '[hidden: it may be an account]';
/** Shorter accounts cannot be told from counts and lines. */
const SHORTEST_ACCOUNT = 5;
/** Kinds of plain text that cannot be mistaken for one another. */
const KINDS = [
  /^-?\d+(?:\.\d+)?$/u,
  /^\d{4}-\d\d(?:-\d\d(?:[T ][\d:.]+Z?)?)?$/u,
  /^[\da-f]{64}$/u,
  /^\d+\.\d+\.\d+(?:-[a-z\d.]+)?$/u,
  /^(?:(?:; )?[A-Z]{3} \d+(?:\.\d+)?)+$/u,
  /^F\d{5,}$/u,
  /^C\d{3,}$/u,
];
/** Fields that hold the name of somebody: plain text there is no measure. */
const NAMING_FIELDS = new Set(['institution', 'account', 'from', 'to', 'accounts', 'raw']);

/**
 * Says what may be shown of a case that may have been changed. A text of it is shown only if the new run gives the same text
 * somewhere, or if it is a number, a time, a hash or an id where the new run has one too. Anything else may be the account of
 * somebody whom nobody may name, and is told by its length.
 */
export class ShownValues {
  readonly #known = new Set<string>();

  /** Shows a text, or something else if it may name somebody. */
  readonly #mask: (text: string) => string;

  /**
   * @param fresh values of the new run, each with all that is in it; other texts stay hidden
   * @param hidden accounts that the new run keeps unnamed: no number that may be one of them is shown
   */
  constructor(fresh: Iterable<unknown>, hidden: ReadonlySet<string> = new Set()) {
    this.#mask = recordMask(new Set([...hidden].filter((text) => text.length >= SHORTEST_ACCOUNT)));
    for (const value of fresh) this.#learn(value);
  }

  #learn(value: unknown): void {
    if (typeof value === 'string') this.#known.add(value);
    else if (Array.isArray(value)) for (const entry of value) this.#learn(entry);
    else if (isFields(value)) {
      for (const entry of Object.entries(value)) this.#learn(entry);
    }
  }

  /** Whether the new run gives this text. */
  knows(text: string): boolean {
    return this.#known.has(text);
  }

  /** What stands in the case, as far as it may be shown; `now` stands at the same place. */
  was(value: unknown, now: unknown, field = ''): string | null {
    if (typeof value === 'number') return this.#hides(String(value)) ? HIDDEN : String(value);
    if (typeof value !== 'string' || this.#known.has(value)) return this.now(value);
    if (this.#hides(value)) return HIDDEN;
    const isPlain = !NAMING_FIELDS.has(field) && KINDS.some((kind) => kind.test(value) && kind.test(String(now)));
    return isPlain ? this.now(value) : `[another text of ${value.length} characters]`;
  }

  #hides(text: string): boolean {
    return this.#mask(text) !== text;
  }

  /** What the new run gives, cut where it is long. */
  now(value: unknown): string | null {
    if (value === undefined) return null;
    if (Array.isArray(value)) return `[${value.length} entries]`;
    if (isFields(value)) return '[an entry]';
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
  }

  /** The name of a field, as far as it may be shown. */
  field(name: string): string {
    return this.#known.has(name) ? name : '[a field that the new run does not have]';
  }
}
