import { type DeferredPart, type DraftPart, element, missing } from './draft-part.js';
import { placeParts } from './place-parts.js';
import { type SchemaType } from './schema-content.js';

/** Names told of what belongs into an element that is missing, or may stand instead of it. */
const MOST_NAMES = 8;

/**
 * Parts of an element as a schema has them: in its order, with what it requires and nobody gives in its place, and with what it
 * has no place for behind them. Our own words tell what is missing where we have any.
 */
export function* fitParts(
  parts: readonly (DraftPart | DeferredPart)[],
  type: Extract<SchemaType, { kind: 'elements' }>,
): Generator<DraftPart, void> {
  const words = new Map(parts.flatMap((part) => ('missing' in part ? [[part.name, part.missing] as const] : [])));
  const { placed, rest } = placeParts(
    parts.filter((part) => !('missing' in part)),
    type.content,
  );
  for (const name of type.attributes) yield missing(`@${name}`, 'an attribute that the schema asks for');
  for (const { place, item, ...at } of placed) {
    const lacking = (): DraftPart => lackingPart(place.name, place.type(), { words, or: 'or' in at ? at.or : [] });
    if (item === null) {
      yield lacking();
      continue;
    }
    const fitted = fitPart('make' in item ? item.make() : item, place.type());
    yield fitted;
    if ('leftOut' in fitted && place.min > 0) yield lacking();
  }
  for (const { name } of rest) yield { name, leftOut: 'the schema has no place for it here' };
}

function fitPart(part: DraftPart, type: SchemaType): DraftPart {
  const { name } = part;
  const attributes = type.attributes.map((one) => missing(`@${one}`, 'an attribute that the schema asks for'));
  if ('text' in part) {
    if (type.kind === 'elements') return { name, leftOut: 'the schema has elements in it, the draft a text' };
    const isOutside = type.kind === 'text' && type.values?.has(part.text) === false;
    return isOutside ? { ...part, allowed: type.values.size } : part;
  }
  if (!('parts' in part)) return part;
  if (type.kind === 'text') return { name, leftOut: 'the schema has a text in it, the draft elements' };
  if (type.kind === 'any') return element(name, [...attributes, ...part.parts.flatMap(givenPart)]);
  return element(name, [...fitParts(part.parts, type)]);
}

/** A part without what is missing in it: where anything may stand, nothing is asked for. */
function givenPart(part: DraftPart): DraftPart[] {
  if ('missing' in part) return [];
  return ['parts' in part ? element(part.name, part.parts.flatMap(givenPart)) : part];
}

function lackingPart(
  name: string,
  type: SchemaType,
  { words, or }: { readonly words: ReadonlyMap<string, string>; readonly or: readonly string[] },
): DraftPart {
  const inside =
    type.kind === 'elements' ? placeParts([], type.content).placed.map(({ place }) => place.name) : ([] as string[]);
  return missing(
    name,
    [
      words.get(name) ?? 'the schema asks for it',
      ...(or.length === 0 ? [] : [`${some(or)} may stand instead`]),
      ...(inside.length === 0 ? [] : [`needs ${some(inside)} in it`]),
    ].join('; '),
  );
}

function some(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const more = distinct.length - MOST_NAMES;
  return `${distinct.slice(0, MOST_NAMES).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
