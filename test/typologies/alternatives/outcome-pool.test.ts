import { describe, expect, it } from 'vitest';
import { type AlternativeOutcome } from '../../../src/evidence/index.js';
import { OutcomePool } from '../../../src/typologies/alternatives/outcome-pool.js';
import { median } from '../../../src/typologies/alternatives/spread.js';

function outcomeOf(
  reason: string,
  outcome: AlternativeOutcome['outcome'] = 'notPassed',
  id = 'A04',
): AlternativeOutcome {
  return { id, title: id, outcome, reason };
}

describe('OutcomePool', () => {
  it('hands over one object for equal outcomes', () => {
    const pool = new OutcomePool();
    const first = pool.shared(outcomeOf('0 of 3'));
    expect(pool.shared(outcomeOf('0 of 3'))).toBe(first);
  });

  it('takes none for another, whatever differs', () => {
    const pool = new OutcomePool();
    const all = [outcomeOf('a'), outcomeOf('b'), outcomeOf('a', 'passed'), outcomeOf('a', 'passed', 'A05')];
    for (const one of [...all, ...all]) expect(pool.shared({ ...one })).toEqual(one);
  });

  it('answers the same when it has forgotten', () => {
    const pool = new OutcomePool();
    for (let i = 0; i < 100_002; i++) pool.shared(outcomeOf(`${i}`));
    expect(pool.shared(outcomeOf('0'))).toEqual(outcomeOf('0'));
  });
});

describe('median', () => {
  it('is the lower middle value of few and of many', () => {
    for (const length of [0, 1, 2, 3, 23, 24, 25, 26, 100]) {
      const values = Array.from({ length }, (_, i) => (i * 37) % 101);
      const expected = [...values].sort((a, b) => a - b)[Math.floor((length - 1) / 2)] ?? 0;
      expect(median(values)).toBe(expected);
    }
  });
});
