import { InvalidArgumentError } from 'commander';
import { describe, expect, it } from 'vitest';
import { inLedgerTime, parseDuration } from '../../src/cli/parse-duration.js';
import { type UsageError } from '../../src/foundation/index.js';

describe('a duration of the command line', () => {
  it.each([
    ['250ms', 250],
    ['30s', 30_000],
    ['90m', 5_400_000],
    ['12h', 43_200_000],
    ['1.5h', 5_400_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
    ['0h', 0],
    ['12 h', 43_200_000],
  ])('%s is so many milliseconds', (text, expected) => {
    expect(inLedgerTime(parseDuration(text), 'second')).toBe(expected);
  });

  it.each([
    ['5', 5],
    ['1 step', 1],
    ['72 steps', 72],
    ['72steps', 72],
  ])('%s counts steps', (text, expected) => {
    expect(inLedgerTime(parseDuration(text), 'step')).toBe(expected);
    expect(inLedgerTime(parseDuration(text), 'order')).toBe(expected);
  });

  it.each(['', 'h', '-1h', '12hours', '1e3s', '12 h h', 'Infinity', 'NaN', '1,5h', '0x10s'])('refuses "%s"', (text) => {
    expect(() => parseDuration(text)).toThrow(InvalidArgumentError);
  });

  it('never reads steps as hours, nor hours as steps', () => {
    const codeOf = (text: string, precision: 'day' | 'step'): string | undefined => {
      try {
        inLedgerTime(parseDuration(text), precision);
      } catch (error) {
        return (error as UsageError).code;
      }
      return undefined;
    };
    expect(codeOf('12h', 'step')).toBe('duration-unit');
    expect(codeOf('12', 'day')).toBe('duration-unit');
    expect(codeOf('12h', 'day')).toBeUndefined();
  });
});
