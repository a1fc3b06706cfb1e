import { type Benchmark } from './harness.js';
import { cycleCases } from './trace/cycles.js';
import { flowCases } from './trace/flow.js';
import { memoryCases } from './trace/memory.js';
import { provenanceCases } from './trace/provenance.js';
import { rankedCases } from './trace/ranked.js';
import { reachCases } from './trace/reach.js';

/** G1M from ILLICIT_FLOWS_DATA, or a seeded graph of its shape; the data sets of others only where they are. */
export const benchmark: Benchmark = {
  title: 'Trace: reach, paths, cycles, provenance, flow, ranking',
  cases: () => [
    ...reachCases(),
    ...cycleCases(),
    ...provenanceCases(),
    ...flowCases(),
    ...rankedCases(),
    ...memoryCases(),
  ],
};
