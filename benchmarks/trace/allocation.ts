/** What a run left on the heap, and how much typed-array memory it took. */
export interface Allocation<Result> {
  readonly result: Result;
  /** Growth of the heap of objects, bytes; what a collection during the run took away is not counted. */
  readonly heapBytes: number;
  /** Growth of array buffers, bytes. */
  readonly bufferBytes: number;
}

/** Runs something between two looks at the memory. Needs --expose-gc to begin clean. */
export function measureAllocation<Result>(run: () => Result): Allocation<Result> {
  globalThis.gc?.();
  const before = process.memoryUsage();
  const result = run();
  const after = process.memoryUsage();
  return {
    result,
    heapBytes: after.heapUsed - before.heapUsed,
    bufferBytes: after.arrayBuffers - before.arrayBuffers,
  };
}

/** For the report of a case. */
export function describeAllocation({ heapBytes, bufferBytes }: Allocation<unknown>): Record<string, string> {
  const kib = (bytes: number): string => `${Math.round(bytes / 1024).toLocaleString('en-US')} KiB`;
  return { 'heap growth': kib(heapBytes), 'array growth': kib(bufferBytes) };
}
