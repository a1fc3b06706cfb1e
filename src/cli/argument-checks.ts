import { InvalidArgumentError } from 'commander';

/** Reads a non-negative whole number; commander turns the error into a usage message, as for all checks here. */
export function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^\d+$/u.test(text) || !Number.isSafeInteger(value)) throw new InvalidArgumentError('Expected a whole number.');
  return value;
}

/** Reads a whole number of at least 1. */
export function countingNumber(text: string): number {
  const value = wholeNumber(text);
  if (value === 0) throw new InvalidArgumentError('Expected a whole number above 0.');
  return value;
}

export function positiveNumber(text: string): number {
  const value = Number(text);
  if (!(value > 0) || !Number.isFinite(value)) throw new InvalidArgumentError('Expected a number above 0.');
  return value;
}

/** A number of bytes: `500M`, `80G`, `1T`, or just bytes. Steps of 1024. */
export function byteCount(text: string): number {
  const [, digits, unit = ''] = /^(\d{1,15})([KMGT]?)$/u.exec(text) ?? [];
  const value = Number(digits) * 1024 ** ' KMGT'.indexOf(unit || ' ');
  if (!(value > 0) || !Number.isSafeInteger(value)) throw new InvalidArgumentError('Expected a size such as 80G.');
  return value;
}

export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1)) {
    throw new InvalidArgumentError('Expected a share from 0 to 1.');
  }
  return value;
}

/** One of several words. */
export function oneOf<T extends string>(choices: readonly T[]): (text: string) => T {
  return (text) => {
    const choice = choices.find((known) => known === text);
    if (choice === undefined) throw new InvalidArgumentError(`Expected one of ${choices.join(', ')}.`);
    return choice;
  };
}

/** Several of several words, separated by commas, each once. */
export function someOf<T extends string>(choices: readonly T[]): (text: string) => T[] {
  const one = oneOf(choices);
  return (text) => [...new Set(text.split(',').map((word) => one(word.trim())))];
}

/** Every value of an option that may be given several times. */
export function repeated(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}
