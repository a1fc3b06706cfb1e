import { describe, expect, it } from 'vitest';
import { type FlowFeatures, measureFlow } from '../../src/features/index.js';
import { buildTemporalGraph, certifyTemporalGraph, type TemporalGraph } from '../../src/graph/index.js';
import { createRandom, UsageError } from '../../src/foundation/index.js';
import { exchangeBeneficiaries, findConvergences, nullCheck } from '../../src/judgement/index.js';
import { createLedger } from '../../src/ledger/index.js';
import { feeWorld } from '../support/fee-worlds.js';

const featuresOf = (seed: number): FlowFeatures =>
  measureFlow(buildTemporalGraph(createLedger(feeWorld({ seed, planted: 'both', singles: 1500 })).ledger));
const countLeads = (graph: TemporalGraph): number =>
  findConvergences(measureFlow(graph)).convergences.filter(({ verdict }) => verdict === 'lead').length;

describe('exchangeBeneficiaries', () => {
  it('keeps payers, standing relations, and how many relations everybody has; certifies; repeats with the seed', () => {
    for (const slices of [1, 16]) {
      const { graph, relations } = featuresOf(1);
      const exchange = (): TemporalGraph =>
        exchangeBeneficiaries(graph, relations, { random: createRandom(7), slices });
      const exchanged = exchange();
      certifyTemporalGraph(exchanged);
      expect(exchanged.beneficiary).toEqual(exchange().beneficiary);
      expect(exchanged.payer).toBe(graph.payer);
      const targets = new Map<number, Set<number>>();
      let [moved, changed] = [0, 0];
      for (let row = 0; row < graph.transferCount; row++) {
        const relation = relations.ofRow[row]!;
        if (relation < 0 || relations.standing[relation] === 1) {
          if (exchanged.beneficiary[row] !== graph.beneficiary[row]) changed++;
        } else {
          targets.set(relation, (targets.get(relation) ?? new Set()).add(exchanged.beneficiary[row]!));
          if (exchanged.beneficiary[row] !== graph.beneficiary[row]) moved++;
        }
      }
      expect([...targets.values()].every((set) => set.size === 1)).toBe(true);
      expect(changed).toBe(0);
      expect(moved).toBeGreaterThan(50);
      const sorted = (list: Iterable<number>): number[] => [...list].sort((a, b) => a - b);
      const before = [...targets.keys()].map((relation) => relations.beneficiary[relation]!);
      expect(sorted([...targets.values()].flatMap((set) => [...set]))).toEqual(sorted(before));
    }
  });
});

describe('nullCheck', () => {
  it('finds no lead in towns with exchanged beneficiaries, where the town itself has one', () => {
    for (const seed of [1, 2]) {
      const features = featuresOf(seed);
      expect(countLeads(features.graph)).toBe(1);
      const { runs, leadsFound, freely, withinSixteenths, note } = nullCheck(features, { countLeads, runs: 3 });
      expect(runs).toBe(3);
      expect(freely).toEqual([0, 0, 0]);
      expect(withinSixteenths).toEqual([0, 0, 0]);
      expect(leadsFound).toEqual([0, 0, 0, 0, 0, 0]);
      expect(note).toContain('No lead in 6 files');
    }
  });

  it('warns where a lead is found, and refuses no runs', () => {
    const features = featuresOf(1);
    let call = 0;
    const { note, freely } = nullCheck(features, { countLeads: () => call++, runs: 2 });
    expect(freely).toEqual([0, 1]);
    expect(note).toContain('Warning: leads in 3 of 4');
    expect(() => nullCheck(features, { countLeads, runs: 0 })).toThrow(UsageError);
  });
});
