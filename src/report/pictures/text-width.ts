import { shortened } from '../words/shortened.js';

/** How much wider than plain letters bold ones are drawn, at most. */
const BOLD = 1.15;
const LEAST_LETTERS = 5;

/**
 * Width of a text in pixels, as wide as the widest of the usual sans-serif fonts draws it: what fits by this fits anywhere. It
 * measures no font, since figures are made where none may be.
 */
export function widthOf(text: string, size = 12): number {
  let em = 0;
  for (const letter of text) em += emOf(letter);
  return em * size;
}

/** The same of bold letters of 12 pixels. */
export function boldWidthOf(text: string): number {
  return widthOf(text) * BOLD;
}

function emOf(letter: string): number {
  if (/[iljI.,:;'|! ]/u.test(letter)) return 0.33;
  if (/[frt()[\]/-]/u.test(letter)) return 0.41;
  if (/[mwMW@%—]/u.test(letter)) return 0.95;
  if (/[A-Z]/u.test(letter)) return 0.68;
  return letter.charCodeAt(0) < 0x1100 ? 0.61 : 1;
}

/** A name with its middle left out where it is wider than its room, by default in bold letters; never less than five letters. */
export function fittingName(name: string, room: number, width: (text: string) => number = boldWidthOf): string {
  let letters = name.length;
  let text = name;
  while (letters > LEAST_LETTERS && width(text) > room) text = shortened(name, --letters);
  return text;
}

/** A note and a sum beside it, or the sum alone where there is no room for both: a sum is never cut. */
export function fittingNote(note: string, sum: string, room: number): string {
  const both = note === '' ? sum : `${note} · ${sum}`;
  return widthOf(both, 11.5) <= room ? both : sum;
}
