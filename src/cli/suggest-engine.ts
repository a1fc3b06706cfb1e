/**
 * Bytes that a whole run held for each transfer at its peak, the most that was measured at 5 million (docs/performance.md); small
 * files take more for each, and always fit.
 */
const PEAK_BYTES = 870;
const GB = 1e9;

/**
 * What to say where a search in memory may take more than the machine has: how much that may be, and the way that holds less.
 *
 * @returns undefined where it fits
 */
export function suggestEngine(transfers: number, machineBytes: number): string | undefined {
  const needed = transfers * PEAK_BYTES;
  if (needed <= machineBytes) return undefined;
  const inGb = (bytes: number): string => `${Math.round(bytes / GB)} GB`;
  return (
    `${transfers} transfers may take about ${inGb(needed)} of memory and this machine has ${inGb(machineBytes)}. Where that is too much, ` +
    'convert the files to a lake and add --engine duckdb, which searches with what --memory says (docs/scale.md)'
  );
}
