/** What an element may hold. */
export type SchemaType =
  /** Anything: the schema says no more. */
  | { readonly kind: 'any'; readonly attributes: readonly string[] }
  /** Text; `values` are the only ones that are allowed, or null. */
  | { readonly kind: 'text'; readonly values: ReadonlySet<string> | null; readonly attributes: readonly string[] }
  /** Elements. */
  | { readonly kind: 'elements'; readonly content: Particle; readonly attributes: readonly string[] };

/** How often a part of a content may occur. */
interface Occurrence {
  readonly min: number;
  /** Infinity for `unbounded`. */
  readonly max: number;
  /** Particles in it, itself included; parts that stand in several places count in each. */
  readonly size: number;
}

/** An element and its place; its type is made when it is asked for, because types may contain themselves. */
export interface ElementParticle extends Occurrence {
  readonly kind: 'element';
  readonly name: string;
  readonly type: () => SchemaType;
}

/** Parts in order, one of several, or each in any order. */
export interface GroupParticle extends Occurrence {
  readonly kind: 'sequence' | 'choice' | 'all';
  readonly parts: readonly Particle[];
}

export type Particle = ElementParticle | GroupParticle;

export const EMPTY: GroupParticle = { kind: 'sequence', parts: [], min: 1, max: 1, size: 1 };
export const ANYTHING: SchemaType = { kind: 'any', attributes: [] };
