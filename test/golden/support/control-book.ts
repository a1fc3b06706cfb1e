import { type StoryBook } from './story.js';

/** A book in euros for the control set; `pay` leaves out what lies after the period. */
export type ControlBook = Pick<StoryBook, 'pay'> & {
  /** Length of the period. */
  readonly days: number;
};
