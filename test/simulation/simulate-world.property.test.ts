import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simulateWorld } from '../../src/simulation/index.js';

const options = fc.record({
  seed: fc.nat(),
  transfers: fc.integer({ min: 4000, max: 12_000 }),
  networks: fc.integer({ min: 0, max: 3 }),
  lookAlikes: fc.integer({ min: 0, max: 2 }),
  days: fc.integer({ min: 30, max: 400 }),
});

describe('simulateWorld', () => {
  it('keeps its promises for any seed and size', () => {
    fc.assert(
      fc.property(options, (given) => {
        const world = simulateWorld(given);
        const lines = [...world.csvChunks()].join('').trimEnd().split('\n').slice(1);
        expect(lines).toHaveLength(given.transfers);
        const seen = new Set<string>();
        let before = '';
        for (const line of lines) {
          const [, time, ...cells] = line.split(',') as [string, string, ...string[]];
          expect(time >= before).toBe(true);
          before = time;
          expect(Number(cells[4])).toBeGreaterThan(0);
          seen.add(`${cells[0]} ${cells[1]}`).add(`${cells[2]} ${cells[3]}`);
        }
        const { truth } = world;
        expect(truth.accounts).toBe(seen.size);
        expect(truth.networks).toHaveLength(given.networks);
        const members = truth.networks.flatMap((network) => network.members);
        for (const { institution, account } of [...members, ...truth.payers]) {
          expect(seen.has(`${institution} ${account}`)).toBe(true);
        }
        for (const network of truth.networks) {
          const roles = new Set(network.members.map((member) => member.role));
          expect(roles.has('collector') && roles.has('coordinator') && roles.has('value-transfer')).toBe(true);
        }
      }),
      { numRuns: 12, seed: 20 },
    );
  });
});
