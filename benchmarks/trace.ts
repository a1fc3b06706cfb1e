import { type Benchmark } from './harness.js';
import { flowCases } from './trace/flow.js';
import { memoryCases } from './trace/memory.js';
import { provenanceCases } from './trace/provenance.js';
import { rankedCases } from './trace/ranked.js';

export const benchmark: Benchmark = {
  title: 'Trace: provenance, flow, ranking',
  cases: () => [...provenanceCases(), ...flowCases(), ...rankedCases(), ...memoryCases()],
};
