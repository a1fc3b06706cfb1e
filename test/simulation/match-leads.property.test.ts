import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
// A part of evaluateCase that is worth a test of its own.
import { matchLeads } from '../../src/simulation/evaluation/match-leads.js';

const accounts = fc.constantFrom(...Array.from('abcdefgh'));
const network = fc.record({
  core: fc.uniqueArray(accounts, { maxLength: 5 }),
  others: fc.uniqueArray(accounts, { maxLength: 2 }),
});
const cases = fc.record({
  networks: fc.array(network, { maxLength: 4 }),
  leads: fc.array(fc.uniqueArray(accounts, { maxLength: 6 }), { maxLength: 4 }),
});

function half(core: readonly string[], lead: readonly string[]): boolean {
  return core.length > 0 && 2 * core.filter((key) => lead.includes(key)).length >= core.length;
}

/** The most networks that can have a lead of their own: all ways are tried. */
function most(networks: readonly { core: readonly string[] }[], leads: readonly (readonly string[])[]): number {
  const [first, ...rest] = networks;
  if (first === undefined) return 0;
  const without = most(rest, leads);
  const withLead = leads.flatMap((lead, i) =>
    half(first.core, lead)
      ? [
          1 +
            most(
              rest,
              leads.filter((_, j) => j !== i),
            ),
        ]
      : [],
  );
  return Math.max(without, ...withLead);
}

describe('matching leads to networks', () => {
  it('finds as many networks as can have a lead of their own that holds half of their core', () => {
    fc.assert(
      fc.property(cases, ({ networks, leads }) => {
        // An account outside the core is no part of it.
        const given = networks.map(({ core, others }) => ({
          core,
          others: others.filter((key) => !core.includes(key)),
        }));
        const found = matchLeads(
          given.map(({ core, others }) => ({ core: new Set(core), others: new Set(others) })),
          leads.map((lead) => new Set(lead)),
        );
        expect(found.length).toBe(most(given, leads));
        expect(new Set(found.map(({ lead }) => lead)).size).toBe(found.length);
        expect(found.map((one) => one.network)).toEqual(
          [...new Set(found.map((one) => one.network))].sort((a, b) => a - b),
        );
        for (const { network: index, lead, jaccard } of found) {
          const { core, others } = given[index]!;
          const counted = leads[lead]!.filter((key) => !others.includes(key));
          const shared = core.filter((key) => counted.includes(key)).length;
          expect(half(core, leads[lead]!)).toBe(true);
          expect(jaccard).toBeCloseTo(shared / new Set([...core, ...counted]).size, 12);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('lets a lead of everything find one network', () => {
    const networks = [
      ['a', 'b'],
      ['c', 'd', 'e'],
    ].map((core) => ({ core: new Set(core), others: new Set<string>() }));
    const everything = new Set(['a', 'b', 'c', 'd', 'e', 'f']);
    expect(matchLeads(networks, [everything]).map((one) => one.network)).toEqual([0]);
    expect(matchLeads(networks, [everything, new Set(['a'])]).map((one) => [one.network, one.lead])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });
});
