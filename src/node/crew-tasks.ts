import { hashFile } from './hash-file.js';

/**
 * Everything a crew can be asked to do: functions of their payload alone, which give the same result in any thread. Types
 * only the compiler sees; payloads and results must be structured-cloneable.
 */
export const CREW_TASKS = Object.freeze({
  'hash-file': hashFile,
});
