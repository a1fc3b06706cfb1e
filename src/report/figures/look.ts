import { type Kind } from '../pictures/shapes.js';

/** Width of every figure, and its margin at each side. */
export const WIDTH = 1200;
export const MARGIN = 40;
export const INNER = WIDTH - 2 * MARGIN;

/** The light scheme of the page; a test holds both to each other. */
export const INK = {
  ink: '#16202b',
  ink2: '#4a5663',
  line: '#dfddd5',
  line2: '#7b8794',
  panel: '#ffffff',
  caution: '#7a4a00',
  'caution-box': '#fdf3dd',
  'caution-line': '#d9b366',
  in: '#1d4a80',
  moved: '#c2a14a',
  out: '#8b4a62',
  against: '#8b4a62',
  land: '#eeece5',
  involved: '#ddd8ca',
  place: '#dd480c',
} as const;

export const ROLE_INK: Readonly<Record<Kind, string>> = {
  payers: '#6d7a88',
  others: '#7d8792',
  collector: '#1d4a80',
  'pass-through': '#0d8f69',
  'value-transfer': '#a43fd2',
  coordinator: '#dd480c',
  'journey-service': '#4d3d17',
  operator: '#4f5b68',
};

/** What money does to the accounts of a lead, told apart in all figures by colour and by hatching. */
export const STAGES = ['in', 'moved', 'out'] as const;
export type Stage = (typeof STAGES)[number];

export const STAGE_WORDS: Readonly<Record<Stage, string>> = {
  in: 'paid in',
  moved: 'moved between accounts of the lead',
  out: 'paid out to others, or in cash',
};
