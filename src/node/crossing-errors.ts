import { InputError, InvariantError, UsageError } from '../foundation/index.js';

/** An error in a form that survives the way between threads. */
export interface CrossedError {
  readonly name: string;
  readonly message: string;
  readonly stack: string;
  /** Empty = none. */
  readonly code: string;
}

/** Puts down what is known of anything thrown. */
export function packError(thrown: unknown): CrossedError {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  const code = 'code' in error ? String(error.code) : '';
  return { name: error.name, message: error.message, stack: error.stack ?? '', code };
}

const CLASSES = new Map<string, typeof UsageError | typeof InputError | typeof InvariantError>([
  ['UsageError', UsageError],
  ['InputError', InputError],
  ['InvariantError', InvariantError],
]);

/** The error again, of its own class where it is one of ours. */
export function unpackError({ name, message, stack, code }: CrossedError): Error {
  const type = CLASSES.get(name);
  const error = type === undefined ? Object.assign(new Error(message), { name }) : new type(code, message);
  if (type === undefined && code !== '') Object.assign(error, { code });
  error.stack = stack;
  return error;
}
