import { setFlagsFromString } from 'node:v8';

/** Most memory for young objects, in MiB; V8's own limit is 16. */
const YOUNG_MEGABYTES = 128;

/**
 * Gives short-lived objects more room before they are looked through: a run over millions of transfers then spends less
 * time collecting garbage (measured at 5M transfers: 51 s instead of 56 s). For the start of our own process only; a
 * library must not set flags for its host.
 */
export function widenYoungGeneration(): void {
  setFlagsFromString(`--max-semi-space-size=${YOUNG_MEGABYTES}`);
}
