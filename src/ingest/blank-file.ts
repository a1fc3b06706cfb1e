import { type ReadLog } from './read-log.js';
import { type RecordSink } from './record-sink.js';

/** Takes the lines of a file in which no layout could be looked for, since it begins with nothing but blank lines. */
export class BlankFile implements RecordSink {
  readonly #log: ReadLog;
  readonly #file: number;

  constructor(log: ReadLog, file: number) {
    this.#log = log;
    this.#file = file;
  }

  accept(_cells: readonly string[], line: number, raw: string): void {
    if (raw.trim() === '') this.#log.skip(this.#file, 'blank-line');
    else {
      const fault = { code: 'layout-unknown', column: '', expected: 'a header in the first 64 kB', received: raw };
      this.#log.quarantine(this.#file, line, raw, fault);
    }
  }

  refuse(line: number, raw: string): void {
    this.accept([], line, raw);
  }
}
