/**
 * Detectors that took long in a whole run, the dearest first (docs/performance.md): a file of a million rows in the AMLworld layout and a
 * simulated world, both looked at. It decides in what order threads take them and nothing else; a detector that is not named
 * comes last.
 */
const DEAREST_FIRST: readonly string[] = Object.freeze([
  'escrow-hold-release',
  'stack',
  'common-beneficiary',
  'gather-scatter',
  'fan-in',
  'net-settlement',
  'collector-layer',
  'refund-loop',
  'instalment-pair',
  'scatter-gather',
  'cash-for-cheque',
  'fan-out',
  'round-trip',
  'bipartite',
  'demand-escalation',
  'synchronised-burst',
  'corridor-order',
]);

/** The same detectors, the dearest first, so that no thread is left with a long one at the end. */
export function dearestFirst<T extends { readonly id: string }>(detectors: readonly T[]): T[] {
  const rankOf = ({ id }: T): number => {
    const place = DEAREST_FIRST.indexOf(id);
    return place < 0 ? DEAREST_FIRST.length : place;
  };
  return [...detectors].sort((a, b) => rankOf(a) - rankOf(b));
}
