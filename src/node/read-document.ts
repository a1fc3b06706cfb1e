import { readFile } from 'node:fs/promises';
import { InputError } from '../foundation/index.js';
import { errorCode } from './error-code.js';

/** Fields that do not fit are named up to this number. */
const MOST_FAULTS = 3;

/** What a check of a whole document answers; a schema of zod is one. */
export interface DocumentSchema<T> {
  safeParse(value: unknown):
    | { readonly success: true; readonly data: T }
    | {
        readonly success: false;
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];
        };
      };
}

/** How a document is called in answers, and what it has to be. */
export interface ExpectedDocument<T> {
  readonly path: string;
  /** `case` or `trace`; codes and messages say it. */
  readonly kind: string;
  readonly format: number;
  readonly schema: DocumentSchema<T>;
}

/**
 * Reads a document back as the value that it is, checked field by field. Fields that this version does not know are left out.
 *
 * @throws InputError `<kind>-unreadable` if there is none, if it is no JSON, of another format, or does not keep to the schema
 */
export async function readDocument<T>({ path, kind, format, schema }: ExpectedDocument<T>): Promise<T> {
  const code = `${kind}-unreadable`;
  const value = await readJson(path, kind, code);
  const found = typeof value === 'object' && value !== null ? (value as { format?: unknown }).format : undefined;
  if (found !== format) {
    const words = typeof found === 'number' ? `format ${found}` : 'none';
    throw new InputError(code, `Expected ${path} to be a ${kind} of format ${format} but found ${words}`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { issues } = parsed.error;
  const faults = issues.slice(0, MOST_FAULTS).map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`);
  const more = issues.length > MOST_FAULTS ? `, and ${issues.length - MOST_FAULTS} more` : '';
  throw new InputError(code, `Expected ${path} to keep to the schema of a ${kind}: ${faults.join('; ')}${more}`);
}

async function readJson(path: string, kind: string, code: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    const answer = errorCode(cause);
    const seen = answer === undefined || answer === 'ENOENT' ? '' : ` but the system answered ${answer}`;
    throw new InputError(code, `Expected a ${kind} folder with ${kind}.json at ${path}${seen}`, { cause });
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new InputError(code, `Expected ${path} to hold JSON`, { cause });
  }
}
