import { countCycleSlices } from '../trace/index.js';
import { detectFromQueue } from './detect-task.js';
import { hashFileAt } from './hash-file.js';
import { readFilePartAt } from './read-file-part.js';

/**
 * Everything a crew can be asked to do: functions of their payload alone, which give the same result in any thread.
 * Payloads and results must be structured-cloneable.
 */
export const CREW_TASKS = Object.freeze({
  'count-cycles': countCycleSlices,
  detect: detectFromQueue,
  'hash-file': hashFileAt,
  'read-file-part': readFilePartAt,
});
