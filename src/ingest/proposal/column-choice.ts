import { type HeaderConcept } from '../vocabulary/headers/concepts.js';
import { type ColumnRef } from '../values/value-ref.js';
import { type ColumnProfile } from './column-profile.js';

/** Stands in a proposal where nothing was recognised; a mapping that holds it is refused. */
export { UNKNOWN_VALUE } from '../values/value-ref.js';

/** Names of candidates shown in a doubt. */
const MOST_SHOWN = 8;

/** The columns of a table while a mapping is made: each is used for one thing, and what is in doubt is noted. */
export class ColumnChoice {
  readonly doubts: string[];
  readonly #columns: readonly string[];
  readonly #profiles: readonly ColumnProfile[];
  readonly #taken = new Set<number>();

  constructor(columns: readonly string[], profiles: readonly ColumnProfile[], doubts: string[]) {
    this.#columns = columns;
    this.#profiles = profiles;
    this.doubts = doubts;
  }

  /** Every column that may be read, used or not. */
  get all(): readonly ColumnProfile[] {
    return this.#profiles;
  }

  /** Columns that hold something and are not used yet. */
  get free(): readonly ColumnProfile[] {
    return this.#profiles.filter(({ cell, filled }) => filled.length > 0 && !this.#taken.has(cell));
  }

  /** Free columns whose names speak of all of some concepts and of none of others. */
  about(wanted: readonly HeaderConcept[], not: readonly HeaderConcept[] = []): readonly ColumnProfile[] {
    return this.free.filter(
      ({ concepts }) => wanted.every((c) => concepts.has(c)) && !not.some((c) => concepts.has(c)),
    );
  }

  /** Uses a column; it is free no longer. */
  take(profile: ColumnProfile | undefined): ColumnRef | undefined {
    if (profile === undefined) return undefined;
    this.#taken.add(profile.cell);
    return this.refTo(profile);
  }

  /** A column by its name, with the occurrence where the name is not its own, or its place where it has none. */
  refTo({ cell, name }: ColumnProfile): ColumnRef {
    if (name === '') return cell + 1;
    const same = this.#columns.flatMap((other, i) => (other.toLowerCase() === name.toLowerCase() ? [i] : []));
    return same.length === 1 ? name : { name, occurrence: same.indexOf(cell) + 1 };
  }

  /** Says that a part of the mapping is open, and which columns may be it. */
  leaveOpen(what: string, candidates: readonly ColumnProfile[]): void {
    const names = candidates.slice(0, MOST_SHOWN).map(({ name, cell }) => name.slice(0, 80) || `#${cell + 1}`);
    const which = names.length === 0 ? 'no column may be it' : `it may be ${names.join(' | ')}`;
    this.doubts.push(`no column was recognised as ${what}: ${which}`);
  }
}
