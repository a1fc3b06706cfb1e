import { describe, expect, it } from 'vitest';
import {
  assertInvariant,
  Budget,
  compareText,
  complete,
  IllicitFlowsError,
  InputError,
  InvariantError,
  requireRange,
  resolveOptions,
  stopped,
  UsageError,
} from '../../src/foundation/index.js';

const code = (expected: string): Error => expect.objectContaining({ code: expected }) as Error;

describe('resolveOptions', () => {
  const defaults: { readonly size: number; readonly name: string | undefined } = Object.freeze({ size: 3, name: 'x' });

  it('lays what is given over the defaults and leaves both alone', () => {
    const given = { size: 5 };
    expect(resolveOptions(defaults, given, 'test')).toEqual({ size: 5, name: 'x' });
    expect(resolveOptions(defaults, { size: undefined } as object, 'test').size).toBe(3);
    expect(resolveOptions(defaults, undefined, 'test')).toEqual(defaults);
    expect(Object.isFrozen(resolveOptions(defaults, given, 'test'))).toBe(true);
    expect(given).toEqual({ size: 5 });
  });

  it.each(['sizes', 'toString', '__proto__x', 'constructor'])('throws on the unknown option %s', (key) => {
    expect(() => resolveOptions(defaults, { [key]: 1 }, 'test')).toThrow(code('unknown-option'));
  });
});

describe('requireRange', () => {
  it('includes both ends', () => {
    for (const value of [0, 1]) {
      expect(() => {
        requireRange('share', value, 0, 1);
      }).not.toThrow();
    }
  });

  it.each([-0.001, 1.001, NaN])('throws at %s', (value) => {
    expect(() => {
      requireRange('share', value, 0, 1);
    }).toThrow(code('option-range'));
  });
});

describe('Budget', () => {
  it('lets exactly its limit through', () => {
    const budget = new Budget('maxSteps', 3);
    expect([budget.spend(), budget.spend(2), budget.exhausted]).toEqual([true, true, false]);
    expect([budget.spend(), budget.exhausted]).toEqual([false, true]);
    expect(budget.describe()).toBe('maxSteps 3');
    expect(new Budget('all', Infinity).spend(1e300)).toBe(true);
  });

  it.each([0, -1, NaN])('refuses the limit %s', (limit) => {
    expect(() => new Budget('maxSteps', limit)).toThrow(code('budget-limit'));
  });
});

describe('bounded results', () => {
  it('say whether and why they stopped', () => {
    expect(complete([1])).toEqual({ items: [1], complete: true, stoppedBy: undefined });
    expect(stopped([1], 'maxSteps 3')).toEqual({ items: [1], complete: false, stoppedBy: 'maxSteps 3' });
  });
});

describe('errors', () => {
  it('carry their code and kind', () => {
    for (const [Kind, name] of [
      [UsageError, 'UsageError'],
      [InputError, 'InputError'],
      [InvariantError, 'InvariantError'],
    ] as const) {
      const error = new Kind('a-code', 'text', { cause: 1 });
      expect(error).toBeInstanceOf(IllicitFlowsError);
      expect(error).toMatchObject({ name, code: 'a-code', message: 'text', cause: 1 });
    }
    expect(() => {
      assertInvariant(false, 'broken', 'text');
    }).toThrow(code('broken'));
    expect(() => {
      assertInvariant(true, 'broken', 'text');
    }).not.toThrow();
  });
});

describe('compareText', () => {
  it('is code-unit order, whatever the locale', () => {
    expect(['b', 'a', 'B', 'ä', '10', '9', ''].sort(compareText)).toEqual(['', '10', '9', 'B', 'a', 'b', 'ä']);
    expect(compareText('a', 'a')).toBe(0);
  });
});
