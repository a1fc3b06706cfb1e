import { type TracingRule } from './value-trace.js';

/** Rules that need no claim: they say for every lot of money at once which account it came from. */
export const PROVENANCE_POLICIES = [
  'fifo',
  'lifo',
  'least-recently-born',
  'most-recently-born',
  'pro-rata',
] as const satisfies readonly TracingRule[];
export type ProvenancePolicy = (typeof PROVENANCE_POLICIES)[number];
