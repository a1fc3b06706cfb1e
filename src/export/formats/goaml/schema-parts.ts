import { InputError } from '../../../foundation/index.js';
import { type GroupParticle, type Particle, type SchemaType } from './schema-content.js';
import { type SchemaNode } from './schema-node.js';

/**
 * Particles of one content with its groups written out; a transaction of goAML 5.0.2 has some thirty. Placing the transactions of a lead
 * takes at most this many steps for each.
 */
const MAX_PARTICLES = 500;
const MAX_ATTRIBUTES = 1_000;

/** How often a part occurs of which nothing is said. */
export const ONCE = { min: 1, max: 1 };

/** A schema beyond a limit. */
export function tooMany(most: string): InputError {
  return new InputError('schema-too-large', `Expected a schema of at most ${most} but received more`);
}

/** Names once each. @throws InputError `schema-too-large` */
export function distinct(names: readonly string[]): readonly string[] {
  if (names.length > MAX_ATTRIBUTES) throw tooMany(`${MAX_ATTRIBUTES} required attributes of an element`);
  return [...new Set(names)];
}

/** A group of parts. @throws InputError `schema-too-large` */
export function grouped(
  kind: GroupParticle['kind'],
  parts: readonly Particle[],
  occurs: { min: number; max: number },
): Particle {
  const size = parts.reduce((sum, part) => sum + part.size, 1);
  if (size > MAX_PARTICLES) {
    throw tooMany(`${MAX_PARTICLES} parts in the content of an element`);
  }
  return { kind, parts, min: occurs.min, max: occurs.max, size };
}

/** How often a part occurs. @throws InputError `schema-unreadable` */
export function occurrence({ attributes }: SchemaNode): { min: number; max: number } {
  const [least, most] = [attributes.get('minOccurs') ?? '1', attributes.get('maxOccurs') ?? '1'];
  const [min, max] = [Number(least), most === 'unbounded' ? Infinity : Number(most)];
  if (!/^\d{1,9}$/u.test(least) || !(most === 'unbounded' || /^\d{1,9}$/u.test(most)) || min > max) {
    throw new InputError('schema-unreadable', 'Expected minOccurs and maxOccurs to be whole numbers, the least first');
  }
  return { min, max };
}

/** The values that a derived type lists, or null where it lists none. */
export function enumerated(way: SchemaNode): ReadonlySet<string> | null {
  const values = way.children.filter(({ name }) => name === 'enumeration');
  return values.length === 0 ? null : new Set(values.map(({ attributes }) => attributes.get('value') ?? ''));
}

/** The only values of a type, or null where it takes others. */
export function valuesOfType(type: SchemaType | undefined): ReadonlySet<string> | null {
  return type?.kind === 'text' ? type.values : null;
}

/** What a name stands for. @throws InputError `schema-unresolved` */
export function declared(room: ReadonlyMap<string, SchemaNode>, name: string): SchemaNode {
  const node = room.get(name);
  if (node === undefined) {
    throw new InputError(
      'schema-unresolved',
      `Expected the schema to declare ${name.slice(0, 100) || 'what it refers to'}`,
    );
  }
  return node;
}
