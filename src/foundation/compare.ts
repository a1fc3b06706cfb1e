/** Code-unit order of texts: the same everywhere, unlike a locale's order. Returns -1, 0 or 1. */
export function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
