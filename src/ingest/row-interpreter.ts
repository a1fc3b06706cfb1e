import { type LedgerBuilder } from '../ledger/index.js';
import { type ReadLog } from './read-log.js';
import { type RowPlan } from './row-plan.js';

/**
 * Turns one record after another into draft rows or issues. The one place where cells get their meaning: every reader
 * ends here, or does exactly what is written here. See {@link RowPlan} for the rules.
 */
export class RowInterpreter {
  readonly plan: RowPlan;
  readonly draft: LedgerBuilder;
  readonly log: ReadLog;
  readonly file: number;
  /** Records of the prelude still to come; another reader may take a record itself only when this is 0. */
  preludeLeft: number;

  constructor(plan: RowPlan, draft: LedgerBuilder, log: ReadLog, file: number) {
    this.plan = plan;
    this.draft = draft;
    this.log = log;
    this.file = file;
    this.preludeLeft = plan.prelude.length;
  }

  /** Reads the cells of one record that begins at a physical line; `raw` is its text without the line's end. */
  accept(cells: readonly string[], line: number, raw: string): void {
    this.log.quarantine(this.file, line, raw, { code: 'unread', column: '', expected: '', received: cells.join() });
  }
}
