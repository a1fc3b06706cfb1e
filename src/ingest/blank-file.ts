import { type ReadLog } from './read-log.js';
import { type RecordSink } from './record-sink.js';
import { HIDDEN_RECORD } from './shown-record.js';

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
    else this.#quarantine(line);
  }

  refuse(line: number, raw: string): void {
    this.accept([], line, raw);
  }

  #quarantine(line: number): void {
    const fault = { code: 'layout-unknown', column: '', expected: 'a header in the first 64 kB', received: 'none' };
    this.#log.quarantine(this.#file, line, HIDDEN_RECORD, fault);
  }
}
