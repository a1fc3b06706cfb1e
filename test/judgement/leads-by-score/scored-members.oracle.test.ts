import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Account } from '../../../src/foundation/index.js';
import { scoredMembers } from '../../../src/judgement/leads-by-score/scored-members.js';

const parameters = { namedScore: 3 };

/** Scores of a group in eighths, so that sums are exact, and which of its accounts are named. */
const groupArbitrary = fc
  .array(fc.record({ score: fc.integer({ min: -16, max: 48 }).map((eighths) => eighths / 8), named: fc.boolean() }), {
    minLength: 1,
    maxLength: 9,
  })
  .map((members) => [{ score: 3.5, named: true }, ...members]);
type Member = { readonly score: number; readonly named: boolean };

function meanFound(members: readonly Member[]): number {
  const group = members.map((_member, account) => account as Account);
  const named = group.filter((account) => members[account]!.named);
  const scored = scoredMembers(
    group,
    named,
    Float64Array.from(members, ({ score }) => score),
    parameters,
  );
  return meanOf(scored.map((account) => members[account]!.score));
}

function meanOf(scores: readonly number[]): number {
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function isPlace({ score, named }: Member): boolean {
  return named && score < parameters.namedScore;
}

/** The greatest mean of those who are no place, with any choice of places. */
function meanByHand(members: readonly Member[]): number {
  const places = members.filter(isPlace).map(({ score }) => score);
  const others = members.filter((member) => !isPlace(member)).map(({ score }) => score);
  let greatest = -Infinity;
  for (let choice = 0; choice < 2 ** places.length; choice++) {
    greatest = Math.max(greatest, meanOf([...others, ...places.filter((_place, i) => (choice >> i) % 2 === 1)]));
  }
  return greatest;
}

describe('accounts whose mean is the score of a group', () => {
  it('are all others, with those places where its money meets that make the mean greatest, as found by hand', () => {
    fc.assert(
      fc.property(groupArbitrary, (members) => {
        expect(meanFound(members)).toBeCloseTo(meanByHand(members), 12);
      }),
    );
  });

  it('are not fewer for a place more: it never lowers the mean', () => {
    fc.assert(
      fc.property(groupArbitrary, fc.integer({ min: -16, max: 23 }), (members, eighths) => {
        const place = { score: eighths / 8, named: true };
        expect(meanFound([...members, place])).toBeGreaterThanOrEqual(meanFound(members) - 1e-12);
      }),
    );
  });

  it('hold every companion: company below the mean lowers it', () => {
    fc.assert(
      fc.property(groupArbitrary, (members) => {
        const mean = meanFound(members);
        const lower = { score: Math.floor(mean * 8) / 8 - 1, named: false };
        expect(meanFound([...members, lower])).toBeLessThan(mean);
      }),
    );
  });

  it('give the same mean in any order and under any numbers', () => {
    fc.assert(
      fc.property(groupArbitrary, fc.integer(), (members, seed) => {
        const moved = [...members].sort((a, b) => Math.sin(seed * a.score) - Math.sin(seed * b.score)).reverse();
        expect(meanFound(moved)).toBe(meanFound(members));
      }),
    );
  });

  it('rise with every score', () => {
    fc.assert(
      fc.property(groupArbitrary, fc.nat(), (members, choice) => {
        const at = choice % members.length;
        // A place that reaches a name by itself is another account: it counts from then on, whatever the mean.
        const most = isPlace(members[at]!) ? 2.875 : Infinity;
        const raised = members.map((member, i) =>
          i === at ? { ...member, score: Math.min(most, member.score + 0.5) } : member,
        );
        expect(meanFound(raised)).toBeGreaterThanOrEqual(meanFound(members) - 1e-12);
      }),
    );
  });
});
