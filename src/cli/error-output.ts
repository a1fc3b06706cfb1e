import { writeSync } from 'node:fs';
import { isatty, WriteStream } from 'node:tty';
import { ERRORS_AT, isLaunched } from './launched.js';

/** Where complaints and progress go. */
export interface ErrorOutput {
  readonly isTTY?: boolean;
  readonly write: (text: string) => unknown;
}

/** Milliseconds between two tries to write into a pipe that is full. */
const PAUSE_MS = 5;

let output: ErrorOutput | undefined;

/** The same for the whole process. */
export function errorOutput(): ErrorOutput {
  return (output ??= openOutput());
}

function openOutput(): ErrorOutput {
  if (!isLaunched) return process.stderr;
  if (isatty(ERRORS_AT)) return new WriteStream(ERRORS_AT);
  return {
    write: (text) => {
      writeAll(ERRORS_AT, text);
    },
  };
}

/** Writes before it returns, so that the last word is out when the process ends. Throws what the system answers. */
function writeAll(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}
