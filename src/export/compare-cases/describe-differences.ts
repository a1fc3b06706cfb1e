import { compareDocuments } from './compare-documents.js';
import { compareValues, type ListKeys, type ValueDifference, type ValuePath, valueAt } from './compare-values.js';
import { type Difference } from './difference.js';
import { type ShownValues } from './shown-values.js';

/** Two values of JSON that should be the same. */
export interface ComparedValues {
  /** As read from the case, which need not keep to any schema. */
  readonly was: unknown;
  readonly now: unknown;
}

/** Where the ends of transfers are no operators. */
const OTHER_ENDS = new Map<unknown, string>([
  [-1, 'protected payer'],
  [-2, 'other account'],
]);

/** Differences of case.json in words: lead, operator, finding or transfer, field, and the line of the input. */
export function differencesOfDocuments(compared: ComparedValues, shown: ShownValues): Difference[] {
  return compareDocuments(compared.was, compared.now).map((found) => describe(found, compared, shown));
}

/** Differences of manifest.json; what it says of an input file is told as one of that file. */
export function differencesOfManifests(compared: ComparedValues, shown: ShownValues): Difference[] {
  const { was, now } = compared;
  const keys: ListKeys = ([list]) => (list === 'inputs' ? [(entry) => textOf(valueAt(entry, ['name']))] : []);
  return compareValues(was, now, keys).map((found) => {
    const { path, pathNow } = found;
    const isInput = path[0] === 'inputs' && typeof path[1] === 'number';
    const name = textOf(valueAt(now, ['inputs', Number(pathNow[1]), 'name'])) ?? `number ${Number(path[1]) + 1}`;
    return {
      file: isInput ? 'input' : 'manifest.json',
      place: isInput ? name : '',
      field: pathText(isInput ? path.slice(2) : path, shown),
      source: null,
      ...shownValues(found, shown),
    };
  });
}

/** Differences of the events of audit.jsonl, without their times, each with its line. */
export function differencesOfEvents(compared: ComparedValues, shown: ShownValues): Difference[] {
  const { was, now } = compared;
  const keys: ListKeys = (path) =>
    path.length === 0 ? [(event) => JSON.stringify([valueAt(event, ['event']), valueAt(event, ['name'])])] : [];
  return compareValues(was, now, keys).map((found) => {
    const event = found.kind === 'gone' ? undefined : textOf(valueAt(now, [...found.pathNow.slice(0, 1), 'event']));
    return {
      file: 'audit.jsonl',
      place: `line ${Number(found.path[0]) + 1}${event === undefined ? '' : ` (${event})`}`,
      field: pathText(found.path.slice(1), shown),
      source: null,
      ...shownValues(found, shown),
    };
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function describe(found: ValueDifference, compared: ComparedValues, shown: ShownValues): Difference {
  const { path } = found;
  const [list, entry, inner, column, row] = path;
  const within = (place: string, used: number): Difference => ({
    file: 'case.json',
    place,
    field: pathText(path.slice(used), shown),
    source: sourceOf(found, compared, shown),
    ...shownValues(found, shown),
  });
  if ((list !== 'leads' && list !== 'findings') || typeof entry !== 'number') return within('', 0);
  const id = idOf(found, compared, shown);
  if (list === 'findings') return within(`finding ${id}`, 2);
  if (inner === 'operators' && typeof column === 'number') return within(`lead ${id}, operator ${column + 1}`, 4);
  if (inner !== 'transfers') return within(`lead ${id}`, 2);
  if (typeof column === 'number') return within(`lead ${id}, transfer ${column + 1}`, 4);
  if (typeof row !== 'number') return within(`lead ${id}`, 2);
  const cells = { ...within(`lead ${id}, transfer ${row + 1}`, 5), field: shown.field(String(column)) };
  return path.length > 5 ? cells : { ...cells, ...cellValues(found, compared, shown) };
}

/** The id of a lead or a finding as the new run has it, or its position. */
function idOf({ path, pathNow, kind }: ValueDifference, { was, now }: ComparedValues, shown: ShownValues): string {
  const name = path[0] === 'leads' ? 'lead' : 'finding';
  const fresh = kind === 'gone' && path.length === 2 ? undefined : valueAt(now, [...pathNow.slice(0, 2), name]);
  if (typeof fresh === 'string') return fresh;
  const written = valueAt(was, [...path.slice(0, 2), name]);
  return typeof written === 'string' && /^[CF]\d{3,}$/u.test(written) && shown.knows(written)
    ? written
    : `number ${Number(path[1]) + 1}`;
}

/** The line of an input that a transfer or a piece of evidence stands on. */
function sourceOf(
  { path, pathNow, kind }: ValueDifference,
  compared: ComparedValues,
  shown: ShownValues,
): string | null {
  const [document, at] = kind === 'gone' ? [compared.was, path] : [compared.now, pathNow];
  const [list, , inner, third, fourth] = at;
  let file: unknown;
  let line: unknown;
  if (list === 'leads' && inner === 'transfers') {
    const row = typeof third === 'number' ? third : fourth;
    if (typeof row !== 'number') return null;
    const cell = (name: string): unknown => valueAt(document, [...at.slice(0, 3), name, row]);
    file = valueAt(document, [...at.slice(0, 2), 'files', Number(cell('file'))]);
    line = cell('line');
  } else if (list === 'findings' && inner === 'evidence' && at.length === 6) {
    file = valueAt(document, [...at.slice(0, 4), 'file']);
    line = valueAt(document, at);
  }
  if (typeof line !== 'number') return null;
  const name = typeof file === 'string' && shown.knows(file) ? file : '[another file]';
  return `${name}:${shown.was(line, undefined) ?? ''}`;
}

/** Numbers that refer to a list of the lead stand for something: it is shown, ends as operators by position. */
function cellValues(
  { path, pathNow }: ValueDifference,
  { was, now }: ComparedValues,
  shown: ShownValues,
): Pick<Difference, 'was' | 'now'> {
  const [older, newer] = [valueAt(was, path), valueAt(now, pathNow)];
  const column = path[3];
  if (column !== 'from' && column !== 'to') {
    return { was: shown.was(older, newer, String(column)), now: shown.now(newer) };
  }
  const end = (cell: unknown): string | null =>
    typeof cell === 'number' ? (OTHER_ENDS.get(cell) ?? `operator ${cell + 1}`) : shown.was(cell, undefined);
  return { was: end(older), now: end(newer) };
}

function shownValues({ kind, path, was, now }: ValueDifference, shown: ShownValues): Pick<Difference, 'was' | 'now'> {
  if (kind === 'order') return { was: 'the same entries in another order', now: shown.now(now) };
  const field = path.filter((name) => typeof name === 'string').at(-1);
  return { was: shown.was(was, now, field), now: shown.now(now) };
}

/** `evidence[0].lines[3]` */
function pathText(path: ValuePath, shown: ShownValues): string {
  return path
    .map((name, i) => (typeof name === 'number' ? `[${name}]` : `${i === 0 ? '' : '.'}${shown.field(name)}`))
    .join('');
}
