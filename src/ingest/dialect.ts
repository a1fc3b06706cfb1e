/** Why a line is no transfer. */
export type SkipCode = 'header-line' | 'title-line' | 'sep-line' | 'blank-line' | 'marker-line' | 'footer-line';

/** The form of one file, after {@link sniffDialect}. */
export interface Dialect {
  /** Lower-case label that TextDecoder takes. */
  readonly encoding: string;
  /** Bytes of a byte order mark at the very start. */
  readonly bomBytes: number;
  /** One character, or `blank` for runs of blanks and tabs (no quoting then). */
  readonly delimiter: string;
}
