import { type Box, freeSpot } from './free-spot.js';
import { counted, listed } from '../words/numbers.js';
import { boldWidthOf } from './text-width.js';

/** A circle on a map with a name beside it. */
export interface NamedCircle {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  /** What is more important gets its name first. */
  readonly weight: number;
}

/** Where names stand, each beside its circle and over no other circle or name, and which had no room. */
export interface PlacedLabels {
  readonly spots: readonly (Box | null)[];
  /** Names without room, most important first. */
  readonly left: readonly string[];
}

/** Places the names of circles, the most important first. O(circles²). */
export function placeLabels(
  circles: readonly NamedCircle[],
  { width, height }: { readonly width: number; readonly height: number },
): PlacedLabels {
  const taken = circles.map(({ x, y, radius }) => ({
    x: x - radius,
    y: y - radius,
    width: radius * 2,
    height: radius * 2,
  }));
  const spots = circles.map((): Box | null => null);
  const left: string[] = [];
  const order = [...circles.keys()].sort((a, b) => circles[b]!.weight - circles[a]!.weight || a - b);
  for (const i of order) {
    const { name, x, y, radius } = circles[i]!;
    spots[i] = freeSpot({ x, y, radius, width: boldWidthOf(name), limit: width, floor: height }, taken);
    if (spots[i] === null) left.push(name);
  }
  return { spots, left };
}

/** What is said of what is not on a map: places that cannot be drawn, and names without room. Empty where all is on it. */
export function mapNote(unplaced: readonly string[], left: readonly string[]): string {
  return [
    ...(unplaced.length === 0 ? [] : [`Not on the map: ${listed(unplaced)}.`]),
    ...(left.length === 0 ? [] : [`No room on the map for ${counted(left.length, 'name')}: ${listed(left)}.`]),
  ].join(' ');
}
