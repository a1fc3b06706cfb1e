import { describe, expect, it } from 'vitest';
import { communityMembers, communityStability, louvainCommunities } from '../../src/communities/index.js';
import { createRandom, randomInteger } from '../../src/foundation/index.js';
import { buildTemporalGraph, projectAccounts } from '../../src/graph/index.js';
import { ledgerOf } from '../support/small-ledgers.js';

const clique = (...names: string[]): string[] => names.flatMap((a, i) => names.slice(i + 1).map((b) => `${a}>${b}@1`));
const groups = [...clique('a', 'b', 'c', 'd', 'e'), ...clique('v', 'w', 'x', 'y', 'z'), 'e>v@1'];

describe('communityStability', () => {
  it('is 1 for groups that no seed can tear apart', () => {
    const projection = projectAccounts(buildTemporalGraph(ledgerOf(...groups)));
    const partition = louvainCommunities(projection);
    expect(communityMembers(partition)).toHaveLength(2);
    const stability = communityStability(partition);
    expect(stability.runs).toBe(20);
    expect([...stability.shareFoundAgain]).toEqual([1, 1]);
    for (const mean of stability.meanBestJaccard) expect(mean).toBeCloseTo(1, 12);
  });

  it('is below 1 where there are no groups, and repeatable', () => {
    const random = createRandom(4);
    const name = (): string => `p${randomInteger(random, 40)}`;
    const noise = Array.from({ length: 120 }, (_, i) => `${name()}>${name()}@${i}`);
    const partition = louvainCommunities(projectAccounts(buildTemporalGraph(ledgerOf(...noise))));
    const stability = communityStability(partition, { runs: 10 });
    expect(Math.min(...stability.meanBestJaccard)).toBeLessThan(0.95);
    expect(Math.min(...stability.meanBestJaccard)).toBeGreaterThan(0);
    expect(Math.min(...stability.shareFoundAgain)).toBeLessThan(1);
    expect(communityStability(partition, { runs: 10 })).toEqual(stability);
    expect([...stability.foundAgain].every((found) => Number.isInteger(found) && found <= 10)).toBe(true);
  });

  it.each([
    ['option-range', { runs: 0 }],
    ['unknown-option', { times: 3 }],
  ])('throws %s', (code, options) => {
    const partition = louvainCommunities(projectAccounts(buildTemporalGraph(ledgerOf('a>b@1'))));
    expect(() => communityStability(partition, options as object)).toThrow(expect.objectContaining({ code }) as Error);
  });
});
