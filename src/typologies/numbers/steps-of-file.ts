import { Budget } from '../../foundation/index.js';
import { type TemporalGraph } from '../../graph/index.js';

/** Limits of steps were measured on files of up to this many transfers. */
const MEASURED_TRANSFERS = 5_000_000;

/**
 * The steps of a search over a whole file, `maxSteps` of them; for a file of more than five million transfers as many more in
 * proportion. So work stays linear in the file, and a large file is not looked at less than a small one.
 */
export function stepsOfFile(maxSteps: number, { transferCount }: Pick<TemporalGraph, 'transferCount'>): Budget {
  return new Budget('maxSteps', Math.ceil(maxSteps * Math.max(1, transferCount / MEASURED_TRANSFERS)));
}
