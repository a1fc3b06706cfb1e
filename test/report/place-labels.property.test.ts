import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mapNote, placeLabels } from '../../src/report/pictures/place-labels.js';

const SIZE = { width: 560, height: 380 };
const circle = fc.record({
  name: fc.constantFrom('Niger', 'Nigeria', 'Netherlands', 'Bosnia', 'Italy', 'Sudan', 'Bosnia & Herzegovina'),
  x: fc.integer({ min: 20, max: SIZE.width - 20 }),
  y: fc.integer({ min: 20, max: SIZE.height - 20 }),
  radius: fc.integer({ min: 3, max: 16 }),
  weight: fc.integer({ min: 0, max: 5 }),
});

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
const apart = (a: Area, b: Area): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

describe('names on a map', () => {
  it('stand in the picture and over no circle or other name, or are told: of twenty countries each once', () => {
    fc.assert(
      fc.property(fc.array(circle, { minLength: 20, maxLength: 20 }), (circles) => {
        const { spots, left } = placeLabels(circles, SIZE);
        const boxes = spots.filter((spot) => spot !== null);
        expect(boxes.length + left.length).toBe(20);
        expect([...left, ...circles.flatMap(({ name }, i) => (spots[i] === null ? [] : [name]))].sort()).toEqual(
          circles.map(({ name }) => name).sort(),
        );
        boxes.forEach((box, i) => {
          expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= 560 && box.y + box.height <= 380).toBe(true);
          for (const other of boxes.slice(i + 1)) expect(apart(box, other)).toBe(true);
          for (const { x, y, radius } of circles) {
            expect(apart(box, { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius })).toBe(true);
          }
        });
      }),
      { numRuns: 50 },
    );
  });

  it('gives the most important its name first, and says how many have none', () => {
    const at = { x: 280, y: 190, radius: 4 };
    const crowd = Array.from({ length: 12 }, (_, i) => ({ ...at, name: `Land ${String(i)}`, weight: i }));
    const { spots, left } = placeLabels(crowd, SIZE);
    expect(spots.at(-1)).not.toBeNull();
    expect(left).toEqual(
      crowd
        .slice(0, left.length)
        .reverse()
        .map(({ name }) => name),
    );
    expect(left.length).toBeGreaterThan(0);
    expect(mapNote([], left)).toContain(`No room on the map for ${String(left.length)} names: ${left[0]!},`);
    expect(mapNote(['Atlantis'], [])).toBe('Not on the map: Atlantis.');
    expect(mapNote([], [])).toBe('');
  });
});
