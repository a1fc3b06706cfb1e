import { countryName } from '../../foundation/index.js';
import { type Point } from './map-geometry.js';
import { type NamedCircle } from './place-labels.js';

/** Money between two places of a map, by their spelling in the data. */
interface Way {
  readonly from: string;
  readonly to: string;
  readonly value: number;
}

/** A circle for each place: its area is what was received there, its weight also what left. */
export interface MapCircle extends NamedCircle {
  readonly received: number;
}

/** Circles of places, the largest first. `largest`: added to the radius of the one that received most. */
export function mapCircles(ways: readonly Way[], at: ReadonlyMap<string, Point>, largest: number): MapCircle[] {
  const received = new Map<string, number>();
  const weight = new Map<string, number>();
  for (const { from, to, value } of ways) {
    received.set(to, (received.get(to) ?? 0) + value);
    for (const place of new Set([from, to])) weight.set(place, (weight.get(place) ?? 0) + value);
  }
  const most = Math.max(...received.values(), 1e-9);
  return [...at]
    .map(([place, [x, y]]) => {
      const value = received.get(place) ?? 0;
      const radius = value === 0 ? 3 : 4 + largest * Math.sqrt(value / most);
      return { name: countryName(place), x, y, radius, received: value, weight: weight.get(place) ?? 0 };
    })
    .sort((a, b) => b.received - a.received);
}
