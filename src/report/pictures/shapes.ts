import { type Role } from '../../leads/index.js';
import { capital } from '../words/numbers.js';
import { roleName } from '../words/role-words.js';

/** A role, or one of the two groups that are counted and not named. */
export type Kind = Role | 'payers' | 'others';

/** Sides and turn of each shape that is a regular polygon; the shape says the same as the colour. */
const POLYGONS: Partial<Record<Kind, readonly [sides: number, turn: number, size: number]>> = {
  'pass-through': [4, 0, 1.25],
  'value-transfer': [4, 0.5, 1.22],
  others: [4, 0.5, 1.15],
  coordinator: [3, 0, 1.3],
  'journey-service': [5, 0, 1.15],
  operator: [8, 0.5, 1.05],
};

/** The outline of a shape about the origin, as a path of SVG and canvas. */
export function shapePath(kind: Kind, radius: number): string {
  const polygon = POLYGONS[kind];
  if (polygon === undefined) {
    return `M${-radius},0a${radius},${radius} 0 1,0 ${2 * radius},0a${radius},${radius} 0 1,0 ${-2 * radius},0Z`;
  }
  const [sides, turn, size] = polygon;
  const corners = Array.from({ length: sides }, (_, i) => {
    const angle = ((i + turn) / sides) * 2 * Math.PI - Math.PI / 2;
    return `${(radius * size * Math.cos(angle)).toFixed(2)},${(radius * size * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${corners.join('L')}Z`;
}

/** The radius at which a shape lies this much outside one of another radius, all around. */
export function grownRadius(kind: Kind, radius: number, by: number): number {
  const [sides, , size] = POLYGONS[kind] ?? [Infinity, 0, 1];
  return radius + by / (size * Math.cos(Math.PI / sides));
}

/** Whether a shape is drawn as a ring: groups that stand for people who are not named. */
export function isHollow(kind: Kind): boolean {
  return kind === 'payers' || kind === 'others';
}

/** What a kind is called in a legend. */
export function kindName(kind: Kind): string {
  if (kind === 'payers') return 'Payers (protected)';
  return kind === 'others' ? 'Other accounts (not named)' : capital(roleName(kind));
}
