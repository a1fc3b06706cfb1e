/** Where a command speaks, and what the process will answer to the shell. */
export interface Terminal {
  readonly print: (text: string) => void;
  readonly complain: (text: string) => void;
  exitCode: number;
}
