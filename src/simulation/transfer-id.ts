/** Id of the transfer at a position in time order; it says nothing but that. */
export function transferId(position: number): string {
  return `T${String(position + 1).padStart(7, '0')}`;
}
