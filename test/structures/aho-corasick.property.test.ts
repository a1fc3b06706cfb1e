import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AhoCorasick } from '../../src/structures/index.js';

describe('AhoCorasick', () => {
  it('finds what comparing every pattern at every place finds, longest first', () => {
    const word = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 5 });
    const text = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), text, (patterns, symbols) => {
        const automaton = new AhoCorasick();
        for (const pattern of patterns) automaton.add(pattern, 1);
        automaton.finish();
        let state = 0;
        symbols.forEach((symbol, at) => {
          state = automaton.next(state, symbol);
          const found: number[] = [];
          for (let one = automaton.pattern(state); one !== 0; one = automaton.shorterPattern(one)) {
            found.push(automaton.length(one));
          }
          const before = symbols.slice(0, at + 1).join();
          const ends = patterns.filter((pattern) => `,${before}`.endsWith(`,${pattern.join()}`));
          expect(found).toEqual([...new Set(ends.map((pattern) => pattern.length))].sort((a, b) => b - a));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the marks of a pattern that was added twice, and takes none once it is finished', () => {
    const automaton = new AhoCorasick();
    automaton.add([7], 1);
    automaton.add([7], 4);
    automaton.finish();
    expect(automaton.marks(automaton.next(0, 7))).toBe(5);
    expect(() => {
      automaton.add([8], 1);
    }).toThrow(RangeError);
  });

  it('holds many patterns', () => {
    const automaton = new AhoCorasick();
    const digits = (number: number): number[] => Array.from(String(number), Number);
    for (let i = 10_000; i < 30_000; i++) automaton.add(digits(i), 1);
    automaton.finish();
    let found = 0;
    for (let i = 5_000; i < 40_000; i++) {
      const state = digits(i).reduce((from, digit) => automaton.next(from, digit), 0);
      if (automaton.length(automaton.pattern(state)) === 5) found++;
    }
    expect(found).toBe(20_000);
  });
});
