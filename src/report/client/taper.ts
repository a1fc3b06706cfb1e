/** Where something stands in a picture. */
export type Point = readonly [number, number];

/** A ribbon along a bent line, wide at its start and narrow at its end. */
export function taper(
  [x0, y0]: Point,
  [x1, y1]: Point,
  { wide, bend }: { readonly wide: number; readonly bend: number },
): string {
  const [cx, cy] = [(x0 + x1) / 2 + (y1 - y0) * bend, (y0 + y1) / 2 - (x1 - x0) * bend];
  const left: string[] = [];
  const right: string[] = [];
  for (let step = 0; step <= 20; step++) {
    const t = step / 20;
    const u = 1 - t;
    const [x, y] = [u * u * x0 + 2 * u * t * cx + t * t * x1, u * u * y0 + 2 * u * t * cy + t * t * y1];
    const [dx, dy] = [2 * u * (cx - x0) + 2 * t * (x1 - cx), 2 * u * (cy - y0) + 2 * t * (y1 - cy)];
    const half = (wide * (1 - 0.85 * t)) / 2 / Math.max(1e-9, Math.hypot(dx, dy));
    left.push(`${(x - dy * half).toFixed(1)},${(y + dx * half).toFixed(1)}`);
    right.push(`${(x + dy * half).toFixed(1)},${(y - dx * half).toFixed(1)}`);
  }
  return `M${left.join('L')}L${right.reverse().join('L')}Z`;
}
