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
  /** Whether under and over come before right and left. */
  readonly prefersUnder?: boolean;
}

const HEIGHT = 14;

/**
 * A place for a label right of, left of, under or over a point, over nothing that is taken; null where there is none. What is
 * found is taken. O(taken).
 */
export function freeSpot({ x, y, radius, width, limit, prefersUnder = false }: Wish, taken: Box[]): Box | null {
  const spots: readonly (readonly [number, number])[] = [
    [x + radius + 4, y - HEIGHT / 2],
    [x - radius - 4 - width, y - HEIGHT / 2],
    [x - width / 2, y + radius + 2],
    [x - width / 2, y - radius - 2 - HEIGHT],
  ];
  for (const [left, top] of prefersUnder ? [...spots.slice(2), ...spots.slice(0, 2)] : spots) {
    const box = { x: left, y: top, width, height: HEIGHT };
    if (left < 0 || left + width > limit || taken.some((other) => overlap(box, other))) continue;
    taken.push(box);
    return box;
  }
  return null;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
