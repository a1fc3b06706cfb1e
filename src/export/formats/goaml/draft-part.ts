/**
 * A part of a draft: an element with a text, an element of further parts, one that a schema asks for and the case cannot
 * give, or one of the case that a schema has no place for. The last two are left out of the XML: draft and list of what is
 * missing come from one value.
 */
export type DraftPart =
  /** `allowed` is how many values the schema allows, where this is none of them. */
  | { readonly name: string; readonly text: string; readonly allowed?: number }
  | { readonly name: string; readonly parts: readonly DraftPart[] }
  | { readonly name: string; readonly missing: string }
  | { readonly name: string; readonly leftOut: string };

/** An element that is made when it is reached: transactions may be many. */
export interface DeferredPart {
  readonly name: string;
  readonly make: () => DraftPart;
}

export function element(name: string, parts: readonly DraftPart[]): DraftPart {
  return { name, parts };
}

export function missing(name: string, what: string): DraftPart {
  return { name, missing: what };
}

/** A text that the case always has. */
export function text(name: string, value: string): DraftPart {
  return { name, text: value };
}

/** A text that the case may have; `what` says what is missing where it does not. */
export function textOr(name: string, value: string | null, what: string): DraftPart {
  return value === null || value === '' ? missing(name, what) : text(name, value);
}

/** The first characters of a text. For descriptions, never for what identifies. */
export function clipped(value: string, most: number): string {
  return value.slice(0, most);
}
