import { UsageError } from '../foundation/index.js';
import { assembleLedger, type BuildOptions, type BuiltLedger } from './assemble-ledger.js';
import { LedgerDraft } from './ledger-draft.js';

/** A draft that can be finished, once: append rows, then take the immutable ledger. */
export class LedgerBuilder extends LedgerDraft {
  #finished = false;

  /**
   * Sorts, scales and freezes what was appended.
   * @throws UsageError `builder-finished` on the second call
   */
  finish(options: BuildOptions = {}): BuiltLedger {
    if (this.#finished) throw new UsageError('builder-finished', 'Expected finish() to be called once');
    this.#finished = true;
    return assembleLedger(this, options);
  }
}
