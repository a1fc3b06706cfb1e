/** Whether two lists of one byte per account are equal, so that an answer for the one holds for the other. O(accounts). */
export function sameFlags(left: Uint8Array, right: Uint8Array): boolean {
  if (left.length !== right.length) return false;
  for (let i = 0; i < left.length; i++) if (left[i] !== right[i]) return false;
  return true;
}
