/** Numbers the values that a document refers to, in the order in which they are first asked for. */
export class ValueIndex<T> {
  readonly values: T[] = [];
  readonly #places = new Map<T, number>();

  /** Place of a value in the list. */
  at(value: T): number {
    const known = this.#places.get(value);
    if (known !== undefined) return known;
    this.#places.set(value, this.values.length);
    this.values.push(value);
    return this.values.length - 1;
  }
}
