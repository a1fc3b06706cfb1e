import { shownText } from '../shown-text.js';
import { type DraftPart } from './draft-part.js';

/** Values told of one place, and letters of one of them. */
const MOST_VALUES = 20;
const MOST_LETTERS = 60;

/** A place of the drafts where something is to be told: how often, and what. */
interface Told {
  count: number;
  readonly what: string;
}

/** A place whose values a schema does not allow. */
interface Outside {
  count: number;
  readonly allowed: number;
  readonly values: Set<string>;
}

/**
 * What schemas of goAML ask for and the draft of a case does not have, as text: path of the element, in how many places it is
 * missing, what it is. With a schema also what that has no place for, and values that it does not allow.
 *
 * @param parts - all parts of all drafts
 * @param options.schema - name of the user's own schema, or null
 */
export function* missingText(
  parts: Iterable<DraftPart>,
  { caution, schema }: { readonly caution: string; readonly schema: string | null },
): Generator<string, void> {
  const found = new Findings();
  for (const part of parts) found.look(part, 'report');
  yield `DRAFT: what is missing before anything could be reported\n\n${shownText(caution)}\n`;
  yield 'Nothing was filed, and this program files nothing. Whether to report is for a person to decide.\n';
  yield schema === null
    ? 'The order of elements is that of goAML 5.0.2. The schema and the code lists of your own unit decide.\n'
    : `The order of elements is that of ${shownText(schema)}. Lengths, patterns and ranges are not checked here.\n`;
  yield 'Parties are t_from and t_to; where one is your client, most units take t_from_my_client or t_to_my_client.\n';
  yield 'Groups of payers are no party that can be reported: who paid stands in your own records.\n\n';
  for (const line of toldLines(found.missing)) yield line;
  if (found.leftOut.size > 0) yield '\nLeft out of the drafts:\n\n';
  for (const line of toldLines(found.leftOut)) yield line;
  if (found.outside.size > 0) yield '\nIn the drafts, with values that the schema does not allow:\n\n';
  for (const [path, { count, allowed, values }] of found.outside) {
    const some = [...values].slice(0, MOST_VALUES).join(', ');
    yield `${path} (${count}): ${some}${values.size > MOST_VALUES ? ', and others' : ''}; the schema has ${allowed} others\n`;
  }
}

class Findings {
  readonly missing = new Map<string, Told>();
  readonly leftOut = new Map<string, Told>();
  readonly outside = new Map<string, Outside>();

  look(part: DraftPart, above: string): void {
    // Names come from the schema of a stranger.
    const path = `${above}/${shownText(part.name)}`;
    if ('missing' in part) tell(this.missing, path, part.missing);
    else if ('leftOut' in part) tell(this.leftOut, path, part.leftOut);
    else if ('parts' in part) for (const inner of part.parts) this.look(inner, path);
    else if (part.allowed !== undefined) this.#tellValue(path, part.text, part.allowed);
  }

  #tellValue(path: string, text: string, allowed: number): void {
    const known = this.outside.get(path) ?? { count: 0, allowed, values: new Set() };
    known.count += 1;
    if (known.values.size <= MOST_VALUES) known.values.add(shownText(text.slice(0, MOST_LETTERS)));
    this.outside.set(path, known);
  }
}

function tell(found: Map<string, Told>, path: string, what: string): void {
  const known = found.get(path);
  if (known === undefined) found.set(path, { count: 1, what });
  else known.count += 1;
}

function* toldLines(found: ReadonlyMap<string, Told>): Generator<string, void> {
  for (const [path, { count, what }] of found) yield `${path} (${count}): ${shownText(what)}\n`;
}
