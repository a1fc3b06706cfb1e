import { showInvisible } from '../export/index.js';

/** Where a command speaks, and what the process will answer to the shell. */
export interface Terminal {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  exitCode: number;
}

/**
 * The same terminal, told everything with its control characters written out: names of files, columns and accounts are
 * strangers' text, and one of them must not colour, move or overwrite what an analyst sees. In JSON the result means the same.
 */
export function withoutControls(terminal: Terminal): Terminal {
  const show = (text: string): string => showInvisible(text).replaceAll('\r', '\\u000d');
  return {
    print: (text) => {
      terminal.print(show(text));
    },
    complain: (text) => {
      terminal.complain(show(text));
    },
    get exitCode() {
      return terminal.exitCode;
    },
    set exitCode(code) {
      terminal.exitCode = code;
    },
  };
}
