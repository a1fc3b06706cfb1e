/**
 * A part of a draft: an element with a text, an element of further parts, or one that a schema asks for and the case cannot
 * give. What is missing stands in its place and is left out of the XML, so that draft and list of what is missing come
 * from one value.
 */
export type DraftPart =
  | { readonly name: string; readonly text: string }
  | { readonly name: string; readonly parts: readonly DraftPart[] }
  | { readonly name: string; readonly missing: string };

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
