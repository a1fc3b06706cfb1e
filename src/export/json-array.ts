/** A named array of a JSON object in chunks, one item to a line, with the comma behind it. */
export function* jsonArray<T>(name: string, items: Iterable<T>, toJson: (item: T) => unknown): Generator<string, void> {
  yield `${JSON.stringify(name)}: [`;
  let isFirst = true;
  for (const item of items) {
    yield `${isFirst ? '\n' : ',\n'}${JSON.stringify(toJson(item))}`;
    isFirst = false;
  }
  yield '\n],\n';
}
