import { z } from 'zod';
import { findJsonPlace } from './json-place.js';

type Issue = z.core.$ZodIssue;

/** What is wrong with a value, innermost. */
interface Fault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Longer lists of what is allowed would hide the rest of the sentence. */
const MOST_CHARACTERS = 600;

/** Says for keys that an object may not have which ones it may. To be given to `safeParse` as `error`. */
export const namingKeys: z.core.$ZodErrorMap = (issue) => {
  if (issue.code !== 'unrecognized_keys' || !(issue.inst instanceof z.ZodObject)) return undefined;
  const keys = issue.keys.map((key) => JSON.stringify(key.slice(0, 80))).slice(0, 8);
  return `Expected keys among ${Object.keys(issue.inst.shape).join(', ')} but received ${keys.join(', ')}`;
};

/**
 * The first thing that keeps a text of JSON from being what a schema wants: what is allowed, at which line and column.
 * Of several forms that a value may have, the one counts that fits furthest.
 */
export function describeFault(error: z.core.$ZodError, text: string): string {
  const { path, message } = innermost(foremost(error.issues)!);
  const { line, column } = findJsonPlace(text, path);
  const name = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key).slice(0, 80)}`)).join('');
  const where = name === '' ? '' : ` (${name.replace(/^\./u, '')})`;
  return `line ${line}, column ${column}${where}: ${message.slice(0, MOST_CHARACTERS)}`;
}

/** A key that is not known says more than the one that is missing for it. */
function foremost(issues: readonly Issue[]): Issue | undefined {
  return issues.find(({ code }) => code === 'unrecognized_keys') ?? issues[0];
}

function innermost(issue: Issue): Fault {
  if (issue.code === 'unrecognized_keys') return { path: [...issue.path, issue.keys[0]!], message: issue.message };
  if (issue.code !== 'invalid_union') return issue;
  const forms = issue.errors.flatMap((issues) => {
    const first = foremost(issues);
    return first === undefined ? [] : [innermost(first)];
  });
  const [deepest] = [...forms].sort((a, b) => b.path.length - a.path.length);
  if (deepest !== undefined && deepest.path.length > 0) {
    return { path: [...issue.path, ...deepest.path], message: deepest.message };
  }
  const messages = [...new Set(forms.map(({ message }) => message))];
  return { path: issue.path, message: messages.length === 0 ? issue.message : messages.join('; or ') };
}
