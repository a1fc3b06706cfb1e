/**
 * What can go wrong with a call. Odd *data* never throws: it becomes an {@link Issue}. Every error carries a stable
 * `code` that scripts and tests may rely on; the message may be reworded at any time.
 */
export abstract class IllicitFlowsError extends Error {
  /** Stable, kebab-case identifier of the failure. */
  readonly code: string;

  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The caller asked for something that cannot be: an unknown option, a value out of range, a misuse of the API. */
export class UsageError extends IllicitFlowsError {
  override readonly name = 'UsageError';
}

/** The input as a whole cannot be worked with: an unreadable file, a forbidden column, no usable header. */
export class InputError extends IllicitFlowsError {
  override readonly name = 'InputError';
}

/** A promise of the library's own code was broken. Always a bug of ours; please report it. */
export class InvariantError extends IllicitFlowsError {
  override readonly name = 'InvariantError';
}

/** Throws an {@link InvariantError} unless `condition` holds. */
export function assertInvariant(condition: boolean, code: string, message: string): asserts condition {
  if (!condition) throw new InvariantError(code, message);
}
