import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../src/cli/json-fault.js';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('findJsonFault', () => {
  it('names line and column, from 1', () => {
    expect(findJsonFault('{\n  "a": 1,\n  "b" 2\n}')).toEqual({
      line: 3,
      column: 7,
      expected: 'a name in quotation marks and a colon',
    });
    expect(findJsonFault('{"a": tru')).toEqual({ line: 1, column: 7, expected: 'a value' });
    expect(findJsonFault('[1, 2')).toEqual({ line: 1, column: 6, expected: ', or ]' });
    expect(findJsonFault('{} x')).toEqual({ line: 1, column: 4, expected: 'the end' });
    expect(findJsonFault('')).toEqual({ line: 1, column: 1, expected: 'a value' });
  });

  it('finds a fault exactly where there is one', () => {
    const broken = fc.tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '}', ']', '"', ':', '1', 'x', '\n', '\\'));
    fc.assert(
      fc.property(broken, ([json, at, piece]) => {
        const cut = at % (json.length + 1);
        for (const text of [json, json.slice(0, cut) + piece + json.slice(cut + 1)]) {
          expect(findJsonFault(text) === undefined, text).toBe(isJson(text));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
