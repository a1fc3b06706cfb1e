/** One thing on which a case and another look at the same data do not agree. Texts are safe to show: see {@link ShownValues}. */
export interface Difference {
  /** The file of the case, or `input` for a file that it was made from. */
  readonly file: string;
  /** Where in it, in words: `lead C001, operator 3`. Empty: the file itself. */
  readonly place: string;
  /** The field at that place. Empty: the place itself. */
  readonly field: string;
  /** The line of an input file that it is about: `bank.csv:12`; null where it is about none. */
  readonly source: string | null;
  /** What stands in the case; null: nothing. */
  readonly was: string | null;
  /** What was found now; null: nothing. */
  readonly now: string | null;
}
