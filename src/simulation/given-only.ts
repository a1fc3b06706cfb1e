/** Members that are not undefined. */
export type GivenOnly<T> = { -readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** An object without its undefined members, so that it can be laid over another. */
export function givenOnly<T extends object>(values: T): GivenOnly<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as GivenOnly<T>;
}
