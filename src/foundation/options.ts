import { UsageError } from './errors.js';

/**
 * Options laid over frozen defaults. An unknown key throws instead of being dropped: a mistyped option must not change
 * an investigation silently. Undefined values count as absent.
 *
 * @throws UsageError `unknown-option`
 */
export function resolveOptions<T extends object>(defaults: T, given: Partial<T> | undefined, owner: string): T {
  const resolved = { ...defaults };
  for (const key of Object.keys(given ?? {}) as (keyof T & string)[]) {
    if (!Object.hasOwn(defaults, key)) {
      const known = Object.keys(defaults).join(', ');
      throw new UsageError('unknown-option', `Expected an option of ${owner} (${known}) but received ${key}`);
    }
    const value = given?.[key];
    if (value !== undefined) resolved[key] = value;
  }
  return Object.freeze(resolved);
}

/** @throws UsageError `option-range` unless `minimum <= value <= maximum`. */
export function requireRange(name: string, value: number, minimum: number, maximum: number): void {
  if (!(value >= minimum && value <= maximum)) {
    throw new UsageError('option-range', `Expected ${name} between ${minimum} and ${maximum} but received ${value}`);
  }
}

/** @throws UsageError with `code` unless the value given is one of those known. */
export function requireOneOf(code: string, known: readonly string[], given: string): void {
  if (known.includes(given)) return;
  throw new UsageError(code, `Expected one of ${known.join(', ')} but received ${given.slice(0, 40)}`);
}
