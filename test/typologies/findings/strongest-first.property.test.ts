import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { strongestFirst } from '../../../src/typologies/findings/strongest-first.js';

interface Found {
  readonly account: number;
  readonly strength: number;
}

/** Per account the strengths of its candidates, and how far its bound lies above them. */
const worlds = fc.array(fc.tuple(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 3 }), fc.nat(3)), {
  maxLength: 30,
});

function search(world: readonly (readonly [number[], number])[], limit: number): { found: Found[]; looked: number } {
  const bounds = Int32Array.from(world, ([strengths, slack]) => Math.max(0, ...strengths) + slack);
  const found: Found[] = [];
  let looked = 0;
  strongestFirst(bounds, limit, (account) => {
    looked++;
    const [strengths] = world[account]!;
    for (const strength of strengths) found.push({ account, strength });
    return strengths;
  });
  return { found, looked };
}

function strongest(found: readonly Found[], limit: number): Found[] {
  return [...found].sort((a, b) => b.strength - a.strength || a.account - b.account).slice(0, limit);
}

describe('strongestFirst', () => {
  it('keeps what looking at everything would keep, and knows whether there is more', () => {
    fc.assert(
      fc.property(worlds, fc.integer({ min: 1, max: 20 }), (world, limit) => {
        const all = world.flatMap(([strengths], account) => strengths.map((strength) => ({ account, strength })));
        const { found } = search(world, limit);
        expect(strongest(found, limit)).toEqual(strongest(all, limit));
        expect(found.length > limit).toBe(all.length > limit);
      }),
    );
  });

  it('stops once more than the limit are stronger than all that can follow', () => {
    const world = [[[1], 0] as const, [[5], 0] as const, [[5], 0] as const, [[3], 0] as const];
    const given = world.map(([strengths, slack]): [number[], number] => [[...strengths], slack]);
    expect(search(given, 1).looked).toBe(2);
    expect(search(given, 2).looked).toBe(3);
    expect(search(given, 4).looked).toBe(4);
  });

  it('does not look at accounts of bound 0', () => {
    expect(search([[[], 0]], 1).looked).toBe(0);
  });
});
