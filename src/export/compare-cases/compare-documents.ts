import { type EntryKey, isFields } from './align-lists.js';
import { compareValues, type ValueDifference, type ValuePath, valueAt } from './compare-values.js';
import { toColumnPath, withTransferRows } from './transfer-rows.js';

/** Fields that tell entries apart, by list; a list inside a list after a slash. The surest first. */
const KEYS = new Map<string, readonly EntryKey[]>([
  ['leads', [fieldsKey('lead', 'operators'), fieldsKey('operators'), fieldsKey('lead')]],
  ['leads/operators', [fieldsKey('accounts')]],
  ['leads/transfers/rows', [fieldsKey('file', 'line')]],
  ['leads/parts', [fieldsKey('name', 'source', 'side'), fieldsKey('name', 'source')]],
  [
    'findings',
    [
      fieldsKey('finding', 'typology', 'evidence'),
      fieldsKey('typology', 'evidence', 'status'),
      fieldsKey('typology', 'evidence'),
      fieldsKey('finding', 'typology'),
    ],
  ],
  ['findings/measured', [fieldsKey('name', 'currency'), fieldsKey('name')]],
  ['findings/alternatives', [fieldsKey('id')]],
  ['findings/evidence', [fieldsKey('file')]],
  ['detectors', [fieldsKey('id')]],
  ['notEvaluable', [fieldsKey('typology')]],
  ['protectionConcerns', [fieldsKey('typology')]],
  ['data/months', [fieldsKey('month', 'currency')]],
  ['data/corridors', [fieldsKey('from', 'to')]],
]);

/**
 * Compares a case with another look at the same data, to the last field: two values as case.json holds them. Leads are paired by
 * their operators, findings by what they are made of, transfers by file and line. Paths are those of case.json.
 *
 * @param was a case read from disk, which need not keep to the schema
 * @returns every difference, in the order of the document; empty if both say the same. Cost: linear in the text of both.
 */
export function compareDocuments(was: unknown, now: unknown): ValueDifference[] {
  const keys = (path: ValuePath): readonly EntryKey[] =>
    KEYS.get(path.filter((name) => typeof name === 'string').join('/')) ?? [];
  return compareValues(withTransferRows(was), withTransferRows(now), keys)
    .map((found) => ({ ...found, path: toColumnPath(found.path), pathNow: toColumnPath(found.pathNow) }))
    .filter((found) => !isSaidElsewhere(found, was, now));
}

/** A cell of transfers that is the same number: what it refers to differs, and is reported where it stands. */
function isSaidElsewhere({ path, pathNow, kind }: ValueDifference, was: unknown, now: unknown): boolean {
  if (path[0] !== 'leads' || path[2] !== 'transfers' || path.length !== 5 || kind !== 'changed') return false;
  return valueAt(was, path) === valueAt(now, pathNow);
}

function fieldsKey(...names: readonly string[]): EntryKey {
  return (entry) =>
    isFields(entry) ? JSON.stringify(names.map((name) => idsOf(name, entry[name]) ?? null)) : undefined;
}

/** Operators are told by their accounts alone. */
function idsOf(name: string, value: unknown): unknown {
  if (name !== 'operators' || !Array.isArray(value)) return value;
  return value.map((operator: unknown) => (isFields(operator) ? operator['accounts'] : operator));
}
