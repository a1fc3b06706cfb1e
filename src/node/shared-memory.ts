/**
 * The same plain data with its typed arrays where every thread can read them: copied once, however many threads and places
 * hold them. Maps and sets stay as they are, and are copied for each thread. O(bytes of the arrays).
 */
export function onSharedMemory<T>(value: T): T {
  return share(value, new Map()) as T;
}

function share(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (ArrayBuffer.isView(value)) {
    const shared = known.get(value) ?? copyOf(value as Uint8Array);
    known.set(value, shared);
    return shared;
  }
  if (Array.isArray(value)) return value.map((item) => share(item, known));
  if (value instanceof Map || value instanceof Set) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]: [string, unknown]) => [name, share(part, known)]));
}

/** Typed as the commonest of them; the constructor is the array's own. */
function copyOf(array: Uint8Array): Uint8Array {
  const type = array.constructor as new (buffer: SharedArrayBuffer) => Uint8Array;
  const copy = new type(new SharedArrayBuffer(array.byteLength));
  copy.set(array);
  return copy;
}
