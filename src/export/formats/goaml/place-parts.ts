import { type ElementParticle, type GroupParticle, type Particle } from './schema-content.js';

/** An element in its place, or the place of a required one that nobody fills. */
export type PlacedPart<T> =
  | { readonly place: ElementParticle; readonly item: T }
  /** `or` are the first required elements of the other branches of a choice. */
  | { readonly place: ElementParticle; readonly item: null; readonly or: readonly string[] };

/** Elements in the order of a content, and those without a place in it. */
export interface PlacedParts<T> {
  readonly placed: readonly PlacedPart<T>[];
  readonly rest: readonly T[];
}

/**
 * Puts elements into the order of a content. Elements of one name keep their order. Of a choice the branch is taken that holds
 * most elements, then the one that lacks fewest, then the first; a group is repeated while there are elements for it. What is required
 * and not there is told once in each place, however often it is required.
 *
 * Greedy: where a content has one name in several places, the first takes it. The order is always one that the content allows.
 * O(rounds x size of the content), with at most one round for each element.
 */
export function placeParts<T extends { readonly name: string }>(
  items: readonly T[],
  content: Particle,
): PlacedParts<T> {
  const waiting = new Map<string, T[]>();
  for (const item of items) {
    const line = waiting.get(item.name);
    if (line === undefined) waiting.set(item.name, [item]);
    else line.push(item);
  }
  const taken = new Map<string, number>();
  const count = (parts: readonly PlacedPart<T>[], by: 1 | -1): void => {
    for (const { item } of parts) if (item !== null) taken.set(item.name, (taken.get(item.name) ?? 0) + by);
  };

  const placeElement = (place: ElementParticle): PlacedPart<T>[] => {
    const line = waiting.get(place.name) ?? [];
    const start = taken.get(place.name) ?? 0;
    const own = line.slice(start, start + place.max);
    taken.set(place.name, start + own.length);
    const found: PlacedPart<T>[] = own.map((item) => ({ place, item }));
    return own.length < place.min ? [...found, { place, item: null, or: [] }] : found;
  };

  const placeChoice = (parts: readonly Particle[]): readonly PlacedPart<T>[] => {
    const branches = parts.map((part) => {
      const found = place(part);
      count(found, -1);
      const filled = found.reduce((sum, { item }) => sum + (item === null ? 0 : 1), 0);
      return { found, filled, lacking: found.length - filled };
    });
    if (branches.length === 0) return [];
    const best = branches.reduce((a, b) =>
      b.filled > a.filled || (b.filled === a.filled && b.lacking < a.lacking) ? b : a,
    );
    count(best.found, 1);
    const [first, ...others] = best.found;
    if (best.filled > 0 || first === undefined || !('or' in first)) return best.found;
    const or = branches.flatMap((branch) =>
      branch === best ? [] : branch.found.slice(0, 1).map((one) => one.place.name),
    );
    return [{ ...first, or: [...or, ...first.or] }, ...others];
  };

  const placeGroup = ({ kind, parts, min, max }: GroupParticle): readonly PlacedPart<T>[] => {
    const all: PlacedPart<T>[] = [];
    for (let round = 0; round < max; round++) {
      const found = kind === 'choice' ? placeChoice(parts) : parts.flatMap(place);
      const isFilled = found.some(({ item }) => item !== null);
      if (isFilled || round < min) for (const one of found) all.push(one);
      if (!isFilled) break;
    }
    return all;
  };

  const place = (particle: Particle): readonly PlacedPart<T>[] =>
    particle.kind === 'element' ? placeElement(particle) : placeGroup(particle);

  const placed = place(content);
  return { placed, rest: [...waiting].flatMap(([name, line]) => line.slice(taken.get(name) ?? 0)) };
}
