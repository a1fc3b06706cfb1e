export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Wish {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** Width of the text. */
  readonly width: number;
  /** Width of the picture. */
  readonly limit: number;
  /** Height of the picture. Default: the text may stand over or under it. */
  readonly floor?: number;
  /** Whether under and over come before right and left. */
  readonly prefersUnder?: boolean;
}

const HEIGHT = 14;

/**
 * A place for a label right of, left of, under or over a point, or else between two of these, over nothing that is taken; null
 * where there is none. What is found is taken. O(taken).
 */
export function freeSpot(wish: Wish, taken: Box[]): Box | null {
  const { x, y, radius, width, limit, floor, prefersUnder = false } = wish;
  const [right, before, under, over] = [
    x + radius + 4,
    x - radius - 4 - width,
    y + radius + 2,
    y - radius - 2 - HEIGHT,
  ];
  const spots: readonly (readonly [number, number])[] = [
    [right, y - HEIGHT / 2],
    [before, y - HEIGHT / 2],
    [x - width / 2, under],
    [x - width / 2, over],
  ];
  const corners = [right, before].flatMap((left) => [under, over].map((top) => [left, top] as const));
  const sides = prefersUnder ? [...spots.slice(2), ...spots.slice(0, 2)] : spots;
  for (const [left, top] of [...sides, ...corners]) {
    const box = { x: left, y: top, width, height: HEIGHT };
    const isInside = left >= 0 && left + width <= limit && (floor === undefined || (top >= 0 && top + HEIGHT <= floor));
    if (!isInside || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    return box;
  }
  return null;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
