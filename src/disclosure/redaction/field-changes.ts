import { InvariantError } from '../../foundation/index.js';
import { type RedactionLevel } from '../document/case-format.js';
import type { CaseDocument } from '../document/case-schema.js';
import { toPublicCount } from './coarse-counts.js';
import { FIELD_POLICY, KEYED_FIELDS, lineOf, OTHER_FIELDS, type Treatment, treatmentOf } from './field-policy.js';
import { PSEUDONYM } from './pseudonyms.js';
import { HIDDEN } from './screen-texts.js';

/** What happened to one field of a case. At public, to a line of the policy, with counts rounded down as all counts there are. */
export interface FieldChange {
  readonly field: string;
  readonly treatment: Treatment;
  /** Values of the field in the case, in what was made of it, and those of the case that are not in that any more (0: only moved). */
  readonly before: number;
  readonly after: number;
  readonly changed: number;
}

/** The values of each field in the order of the document, as JSON. */
export type FieldValues = ReadonlyMap<string, readonly string[]>;

/**
 * Compares a case with what was made of it, field by field, and holds the result to the policy. The list is complete: a field is
 * in it if any value of it went, came, changed or moved to another place. O(values).
 *
 * @throws InvariantError `redaction-policy` if a value stands in the result that the policy does not allow there
 */
export function fieldChanges(before: CaseDocument, after: CaseDocument, level: RedactionLevel): FieldChange[] {
  const [old, made] = [valuesOf(before), valuesOf(after)];
  const changes = [...new Set([...old.keys(), ...made.keys()])].flatMap((field): FieldChange[] => {
    const treatment = treatmentOf(field, level);
    const [was, is] = [old.get(field) ?? [], made.get(field) ?? []];
    const [gone, come] = [missingFrom(was, is), missingFrom(is, was)];
    requireTreated(field, treatment, { is, come, gone: gone.length });
    if (was.length === is.length && was.every((value, i) => value === is[i])) return [];
    const name = lineOf(field) === OTHER_FIELDS ? OTHER_FIELDS : field;
    return [{ field: name, treatment, before: was.length, after: is.length, changed: gone.length }];
  });
  return level === 'public' ? byLine(changes) : changes;
}

/**
 * Changes by line of the policy, all lines that keep nothing as it was, in its order: which fields a case has at all would tell, for
 * one, that somebody in it needs protection.
 */
function byLine(changes: readonly FieldChange[]): FieldChange[] {
  return [...FIELD_POLICY.keys(), OTHER_FIELDS].flatMap((line) => {
    const treatment = treatmentOf(line, 'public');
    if (treatment === 'kept') return [];
    const own = changes.filter(({ field }) => lineOf(field) === line);
    const sum = (one: 'before' | 'after' | 'changed'): number =>
      toPublicCount(own.reduce((total, change) => total + change[one], 0));
    return [{ field: line, treatment, before: sum('before'), after: sum('after'), changed: sum('changed') }];
  });
}

const EMPTY: ReadonlySet<string> = new Set(['null', '""', '0', '-1']);

/** `is`: all values in the result; `come`: those that the case does not have, or not as often. */
function requireTreated(
  field: string,
  treatment: Treatment,
  { is, come, gone }: { readonly is: readonly string[]; readonly come: readonly string[]; readonly gone: number },
): void {
  if (isTreated(treatment, is, come) && (treatment !== 'kept' || gone === 0)) return;
  throw new InvariantError('redaction-policy', `Expected ${field} to be ${treatment}, which it is not`);
}

function isTreated(treatment: Treatment, is: readonly string[], come: readonly string[]): boolean {
  switch (treatment) {
    case 'kept':
    case 'thinned':
      return come.length === 0;
    case 'screened':
      return come.every((value) => value === JSON.stringify(HIDDEN));
    case 'pseudonym':
      return is.every((value) => EMPTY.has(value) || PSEUDONYM.test(JSON.parse(value) as string));
    case 'removed':
      return is.every((value) => EMPTY.has(value));
    default:
      return true;
  }
}

/** Values by field; places in arrays do not count, keys of {@link KEYED_FIELDS} are part of the value. */
export function valuesOf(document: CaseDocument): FieldValues {
  const values = new Map<string, string[]>();
  const note = (field: string, value: string): void => {
    const known = values.get(field);
    if (known === undefined) values.set(field, [value]);
    else known.push(value);
  };
  const walk = (value: unknown, field: string): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, field);
    else if (typeof value === 'object' && value !== null) {
      for (const [name, one] of Object.entries(value)) {
        if (KEYED_FIELDS.has(field)) note(field, JSON.stringify([name, one]));
        else walk(one, field === '' ? name : `${field}.${name}`);
      }
    } else if (value !== undefined) note(field, JSON.stringify(value));
  };
  walk(document, '');
  return values;
}

/** Values of one that the other does not have, or not as often. */
function missingFrom(one: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const value of other) left.set(value, (left.get(value) ?? 0) + 1);
  return one.filter((value) => {
    const count = left.get(value) ?? 0;
    if (count > 0) left.set(value, count - 1);
    return count === 0;
  });
}
