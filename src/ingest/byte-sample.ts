/** The first bytes of a stream, and the whole stream again. */
export interface ByteSample {
  readonly head: Uint8Array;
  /** Whether `head` is all there is. */
  readonly isWhole: boolean;
  readonly all: AsyncIterable<Uint8Array>;
  /** Lets go of the stream if `all` will not be read. */
  readonly close: () => Promise<void>;
}

/** Looks at the first `size` bytes without taking them away. What is seen does not depend on the chunks. */
export async function sampleBytes(chunks: AsyncIterable<Uint8Array>, size: number): Promise<ByteSample> {
  const iterator = chunks[Symbol.asyncIterator]();
  const seen: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  while (length < size) {
    const next = await iterator.next();
    if (next.done === true) {
      isWhole = true;
      break;
    }
    // A copy: the source may fill the same buffer again.
    seen.push(next.value.slice());
    length += next.value.length;
  }
  const start = new Uint8Array(length);
  let at = 0;
  for (const chunk of seen) {
    start.set(chunk, at);
    at += chunk.length;
  }
  const close = async (): Promise<void> => {
    await iterator.return?.();
  };
  return { head: start.subarray(0, size), isWhole, all: replay(start, isWhole ? undefined : iterator), close };
}

async function* replay(start: Uint8Array, rest: AsyncIterator<Uint8Array> | undefined): AsyncGenerator<Uint8Array> {
  try {
    if (start.length > 0) yield start;
    if (rest === undefined) return;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest?.return?.();
  }
}
