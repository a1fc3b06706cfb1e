import { InvariantError } from '../../foundation/index.js';
import { type RedactionLevel } from '../document/case-format.js';
import type { CaseDocument } from '../document/case-schema.js';
import { toPublicCount } from './coarse-counts.js';
import { KEYED_FIELDS, type Treatment, treatmentOf } from './field-policy.js';
import { PSEUDONYM } from './pseudonyms.js';
import { HIDDEN } from './screen-texts.js';

/** What happened to one field of a case. Rounded down at public as all counts there are. */
export interface FieldChange {
  readonly field: string;
  readonly treatment: Treatment;
  /** Values of the field in the case, in what was made of it, and those of the case that are not in that any more. */
  readonly before: number;
  readonly after: number;
  readonly changed: number;
}

/** How often each value of each field stands in a document. Values as JSON. */
export type FieldValues = ReadonlyMap<string, ReadonlyMap<string, number>>;

/**
 * Compares a case with what was made of it, field by field, and holds the result to the policy. The list is complete: a field is
 * in it if any value of it went, came or changed. O(values).
 *
 * @throws InvariantError `redaction-policy` if a value stands in the result that the policy does not allow there
 */
export function fieldChanges(before: CaseDocument, after: CaseDocument, level: RedactionLevel): FieldChange[] {
  const [old, made] = [valuesOf(before), valuesOf(after)];
  const tell = level === 'public' ? toPublicCount : (count: number): number => count;
  return [...new Set([...old.keys(), ...made.keys()])].flatMap((field) => {
    const treatment = treatmentOf(field, level);
    const [was, is] = [old.get(field) ?? new Map<string, number>(), made.get(field) ?? new Map<string, number>()];
    const [gone, come] = [missingFrom(was, is), missingFrom(is, was)];
    requireTreated(field, treatment, [...come.keys()], gone.size);
    if (gone.size === 0 && come.size === 0) return [];
    return [{ field, treatment, before: tell(total(was)), after: tell(total(is)), changed: tell(total(gone)) }];
  });
}

const EMPTY: ReadonlySet<string> = new Set(['null', '""', '0', '-1']);

/** `come`: values that the case does not have, or not as often. */
function requireTreated(field: string, treatment: Treatment, come: readonly string[], gone: number): void {
  const isAllowed = (value: string): boolean => {
    switch (treatment) {
      case 'kept':
      case 'thinned':
        return false;
      case 'screened':
        return value === JSON.stringify(HIDDEN);
      case 'pseudonym':
        return PSEUDONYM.test(JSON.parse(value) as string);
      case 'removed':
        return EMPTY.has(value);
      default:
        return true;
    }
  };
  if (come.every(isAllowed) && (treatment !== 'kept' || gone === 0)) return;
  throw new InvariantError('redaction-policy', `Expected ${field} to be ${treatment}, which it is not`);
}

/** Values by field; places in arrays do not count, keys of {@link KEYED_FIELDS} are part of the value. */
export function valuesOf(document: CaseDocument): FieldValues {
  const values = new Map<string, Map<string, number>>();
  const note = (field: string, value: string): void => {
    const known = values.get(field) ?? new Map<string, number>();
    if (known.size === 0) values.set(field, known);
    known.set(value, (known.get(value) ?? 0) + 1);
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

/** Values of one that are not in the other as often, with how often they are missing there. */
function missingFrom(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): Map<string, number> {
  return new Map(
    [...one].flatMap(([value, count]) => {
      const missing = count - (other.get(value) ?? 0);
      return missing > 0 ? [[value, missing] as const] : [];
    }),
  );
}

function total(values: ReadonlyMap<string, number>): number {
  return [...values.values()].reduce((sum, count) => sum + count, 0);
}
