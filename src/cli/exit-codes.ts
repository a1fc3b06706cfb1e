import { IllicitFlowsError, InputError, InvariantError, UsageError } from '../foundation/index.js';

/** What the process answers to the shell. */
export const EXIT = Object.freeze({
  done: 0,
  /** A wrong call, or an input that cannot be read at all. */
  usage: 1,
  /** A case does not follow from its files. As with a wrong call, nobody should go on with it; standard output says what differs. */
  differs: 1,
  /** The case was written, but more of the input was quarantined than allowed. */
  quarantine: 2,
  /** A bug of ours. */
  bug: 3,
});

/** One line for the user, and the exit code that goes with it. */
export function explainFailure(error: unknown): { readonly message: string; readonly exitCode: number } {
  if (error instanceof UsageError || error instanceof InputError) {
    return { message: `${error.message} [${error.code}]`, exitCode: EXIT.usage };
  }
  if (error instanceof InvariantError) {
    return { message: `This is a bug in illicit-flows: ${error.message} [${error.code}]`, exitCode: EXIT.bug };
  }
  if (error instanceof IllicitFlowsError) return { message: `${error.message} [${error.code}]`, exitCode: EXIT.bug };
  const system = describeSystemError(error);
  if (system !== undefined) return { message: system, exitCode: EXIT.usage };
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { message: `This is a bug in illicit-flows: ${message}`, exitCode: EXIT.bug };
}

/** What the system or the engine answered where nobody could go on: a file, a full disk, memory. Undefined for other errors. */
function describeSystemError(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (
    error instanceof RangeError &&
    /allocation failed|Invalid (?:string|array|typed array) length|maximum size/u.test(error.message)
  ) {
    return `Expected input that fits into memory but ${error.message}: read fewer files at a time [out-of-memory]`;
  }
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return undefined;
  return `Expected the system to ${syscall} ${path ?? 'a file'} but it answered ${code} [system-error]`;
}
