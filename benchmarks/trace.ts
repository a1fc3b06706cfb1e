import { type Benchmark } from './harness.js';
import { flowCases } from './trace/flow.js';
import { provenanceCases } from './trace/provenance.js';

export const benchmark: Benchmark = {
  title: 'Trace: provenance, flow',
  cases: () => [...provenanceCases(), ...flowCases()],
};
