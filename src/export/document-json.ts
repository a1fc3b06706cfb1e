/**
 * The text of a document in chunks, one item of its lists to a line, so that one of any size can be written. It is the document
 * itself: read as JSON it gives the same value.
 */
export function* documentJson(document: object): Generator<string, void> {
  const entries = (Object.entries(document) as [string, unknown][]).filter(([, value]) => value !== undefined);
  yield '{\n';
  for (const [i, [name, value]] of entries.entries()) {
    const after = i === entries.length - 1 ? '\n' : ',\n';
    yield `${JSON.stringify(name)}: `;
    if (Array.isArray(value) && value.length > 0) {
      yield '[\n';
      for (let at = 0; at < value.length; at++) {
        yield `${JSON.stringify(value[at])}${at === value.length - 1 ? '\n' : ',\n'}`;
      }
      yield `]${after}`;
    } else yield `${JSON.stringify(value)}${after}`;
  }
  yield '}\n';
}
