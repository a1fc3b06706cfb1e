import { availableParallelism } from 'node:os';
import { requireRange } from '../foundation/index.js';
import {
  investigateHere,
  type InvestigateOptions,
  type Investigation,
  planInvestigation,
} from '../investigation/index.js';
import { type Ledger } from '../ledger/index.js';
import { runDetectorsInParallel } from './run-detectors-in-parallel.js';

/** With fewer rows, starting threads takes as long as they save. */
const MIN_ROWS = 50_000;
const MAX_WORKERS = 64;

/** Who investigates; see {@link investigateInParallel}. */
export interface InvestigateInParallelOptions {
  /** Threads, this one included; 1 = this one alone. Default: as many as the process may use processors. */
  readonly workers?: number;
}

/**
 * `investigate` with several threads: detectors and the tests of their alternatives run in all of them over shared columns, while
 * this one judges flows. The investigation is the same for every number of threads. Below 50,000 transfers this thread does everything.
 *
 * Detectors of your own run in this thread. `signal` is heard between two steps of this thread, and ends the others at once;
 * `onProgress` is told how many detectors are done, of all.
 *
 * Memory: each further thread holds what its detectors find and remember of accounts; columns are held twice, whatever the number.
 *
 * @throws UsageError `option-range` for `workers`; and what `investigate` throws
 * @example
 * const { leads } = await investigateInParallel(ledger, { seed: 1 }, { workers: 2 });
 */
export async function investigateInParallel(
  ledger: Ledger,
  options: InvestigateOptions = {},
  { workers = Math.min(MAX_WORKERS, availableParallelism()) }: InvestigateInParallelOptions = {},
): Promise<Investigation> {
  return investigateWith(ledger, options, { workers, minRows: MIN_ROWS });
}

/** As {@link investigateInParallel}, with threads from `minRows` transfers on. */
export async function investigateWith(
  ledger: Ledger,
  options: InvestigateOptions,
  { workers, minRows }: { readonly workers: number; readonly minRows: number },
): Promise<Investigation> {
  requireRange('workers', workers, 1, MAX_WORKERS);
  const plan = planInvestigation(ledger, options);
  const { detectors, watched } = plan;
  if (workers < 2 || ledger.rowCount < minRows) return investigateHere(plan);
  const meanwhile = (): void => {
    plan.judge();
  };
  return plan.finish(await runDetectorsInParallel(detectors, { ...watched, workers, meanwhile }));
}
